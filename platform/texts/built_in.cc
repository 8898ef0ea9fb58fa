// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/base/embedded.h"
#include "platform/texts/texts.h"

#include <stdexcept>

namespace xieshang::texts {
namespace {

Catalog everything_embedded()
{
    Catalog catalog;
    for (const auto& file : embedded::texts()) {
        const auto language = file.path.ends_with(".en.json") ? Language::en : Language::zh_cn;
        try {
            catalog.add(language, file.bytes);
        } catch (const std::invalid_argument& wrong) {
            throw std::invalid_argument(std::string(file.path) + ": " + wrong.what());
        }
    }
    return catalog;
}

} // namespace

const Catalog& built_in()
{
    static const Catalog catalog = everything_embedded();
    return catalog;
}

} // namespace xieshang::texts
