// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// JSON written by hand for the API's description. Pure.
#pragma once

#include "platform/json/write.h"

#include <string>
#include <string_view>

namespace xieshang::http {

inline std::string quoted(std::string_view text)
{
    std::string out;
    json::append_text(out, text);
    return out;
}

// A list in the making: ["a","b"] or {"a":1}.
class List {
public:
    void add(const std::string& item) { text_ += (text_.empty() ? "" : ",") + item; }
    void add(std::string_view key, const std::string& value) { add(quoted(key) + ":" + value); }
    std::string array() const { return "[" + text_ + "]"; }
    std::string object() const { return "{" + text_ + "}"; }
    bool empty() const { return text_.empty(); }

private:
    std::string text_;
};

} // namespace xieshang::http
