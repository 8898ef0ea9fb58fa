// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/system_words.h"

#include <filesystem>

namespace xieshang::app {
namespace {

// The house's own read "open /a/b: Permission denied".
std::string path_in(const std::system_error& failure)
{
    if (const auto* of_file = dynamic_cast<const std::filesystem::filesystem_error*>(&failure)) {
        return of_file->path1().string();
    }
    const std::string what = failure.what();
    const auto slash = what.find('/');
    const auto end = what.rfind(": ");
    return slash < end && end != std::string::npos ? what.substr(slash, end - slash)
                                                   : std::string();
}

} // namespace

std::string reason_of(const std::error_code& error)
{
    if (error == std::errc::no_such_file_or_directory) {
        return "system.not_there";
    }
    if (error == std::errc::permission_denied) {
        return "system.denied";
    }
    if (error == std::errc::is_a_directory) {
        return "system.is_a_folder";
    }
    if (error == std::errc::address_not_available) {
        return "system.no_such_address";
    }
    return error == std::errc::no_space_on_device ? "system.disk_full" : error.message();
}

std::string reason_of(const std::system_error& failure)
{
    const auto reason = reason_of(failure.code());
    const auto path = path_in(failure);
    return path.empty() || !reason.starts_with("system.") ? reason : reason + " " + path;
}

base::Params in_words(texts::Language language, base::Params params)
{
    const auto reason = params.find("reason");
    if (reason == params.end()) {
        return params;
    }
    const auto& texts = texts::built_in();
    const auto space = reason->second.find(' ');
    const auto code = reason->second.substr(0, space);
    const bool is_code = code.starts_with("system.") || code.starts_with("allowed.");
    if (!is_code || !texts.has(language, code)) {
        return params;
    }
    const auto words = texts.text(language, code);
    reason->second = space == std::string::npos
        ? words
        : texts.text(
            language, "system.at", {{"reason", words}, {"path", reason->second.substr(space + 1)}});
    return params;
}

} // namespace xieshang::app
