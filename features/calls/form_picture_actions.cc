// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/form_picture_actions.h"

#include "platform/qr/qr.h"

namespace xieshang::calls {
namespace {

constexpr std::size_t most_origin_bytes = 300; // a host has 253 at most (RFC 1035)

} // namespace

std::optional<FormPicture> form_picture(std::string_view origin, const std::string& code)
{
    if (code.empty() || origin.size() > most_origin_bytes) {
        return std::nullopt;
    }
    auto address = std::string(origin) + "/c/" + code;
    auto picture = qr::picture_of(address);
    return FormPicture{std::move(address), picture.modules, std::move(picture.path)};
}

} // namespace xieshang::calls
