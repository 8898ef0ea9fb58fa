// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// JSON from its beginning to its end, straight into a string: sets the commas, knows no types of
// its own. The caller opens and closes in pairs. Pure.
#pragma once

#include "platform/json/write.h"

#include <string>
#include <string_view>

namespace xieshang::opinions {

class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    JsonWriter& open(char bracket) // { or [
    {
        separate();
        out_.push_back(bracket);
        is_first_ = true;
        return *this;
    }
    JsonWriter& close(char bracket)
    {
        out_.push_back(bracket);
        is_first_ = false;
        return *this;
    }
    JsonWriter& key(std::string_view name)
    {
        separate();
        json::append_text(out_, name);
        return behind_key();
    }
    JsonWriter& key(std::uint32_t number)
    {
        separate();
        out_.push_back('"');
        json::append_integer(out_, number);
        out_.push_back('"');
        return behind_key();
    }
    template <class T>
    JsonWriter& value(const T& value)
    {
        separate();
        json::append(out_, value);
        return *this;
    }
    template <class T>
    JsonWriter& member(std::string_view name, const T& its_value)
    {
        return key(name).value(its_value);
    }

private:
    JsonWriter& behind_key()
    {
        out_.push_back(':');
        is_first_ = true; // its value needs no comma
        return *this;
    }
    void separate()
    {
        out_.append(",", is_first_ ? 0 : 1);
        is_first_ = false;
    }

    std::string& out_;
    bool is_first_ = true;
};

} // namespace xieshang::opinions
