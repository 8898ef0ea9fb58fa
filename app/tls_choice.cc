// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/tls_choice.h"

#include "app/system_words.h"
#include "platform/http/tls_files.h"

#include <cerrno>
#include <filesystem>
#include <fstream>

namespace xieshang::app {
namespace {

base::Result<void> can_be_read(const std::string& option, const std::string& path)
{
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
        error = std::make_error_code(std::errc::is_a_directory);
    } else if (!error && !std::ifstream(path)) {
        error = std::error_code(errno, std::generic_category());
    }
    if (error) {
        return base::refuse("config.tls_no_file",
            {{"option", option}, {"file", path}, {"reason", reason_of(error)}});
    }
    return {};
}

} // namespace

base::Result<void> usable_tls(const Config& config)
{
    if (config.tls_cert.empty()) {
        return {};
    }
    CHECK(can_be_read("--tls-cert", config.tls_cert));
    CHECK(can_be_read("--tls-key", config.tls_key));
    switch (http::fault_of({config.tls_cert, config.tls_key})) {
    case http::TlsFault::none:
        return {};
    case http::TlsFault::certificate:
        return base::refuse("config.tls_not_certificate", {{"file", config.tls_cert}});
    case http::TlsFault::key:
        return base::refuse("config.tls_not_key", {{"file", config.tls_key}});
    case http::TlsFault::pair:
        break;
    }
    return base::refuse(
        "config.tls_other_key", {{"certificate", config.tls_cert}, {"key", config.tls_key}});
}

} // namespace xieshang::app
