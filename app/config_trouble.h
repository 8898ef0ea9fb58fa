// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A mistake in xieshang.toml, named by its key and line, and what is allowed there.
#pragma once

#include "platform/base/result.h"

#include <string>
#include <string_view>
#include <toml++/toml.h>

namespace xieshang::app {

inline tl::unexpected<base::Error> wrong_config(
    const toml::node& node, std::string code, std::string_view key)
{
    return base::refuse(std::move(code),
        {{"key", std::string(key)}, {"line", std::to_string(node.source().begin.line)}});
}

// `allowed` is the code of a text, put into words by in_words() (app/system_words.h).
inline tl::unexpected<base::Error> wrong_value(
    const toml::node& node, std::string_view key, std::string allowed)
{
    auto wrong = wrong_config(node, "config.wrong_type", key);
    wrong.value().params.emplace("reason", std::move(allowed));
    return wrong;
}

} // namespace xieshang::app
