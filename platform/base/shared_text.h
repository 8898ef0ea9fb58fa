// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A text that many values name and none changes, such as the sheet of each of its rows: copies
// share it, so that a long one is in memory once. Any thread.
#pragma once

#include <memory>
#include <string>
#include <utility>

namespace xieshang::base {

class SharedText {
public:
    SharedText() = default;
    SharedText(std::string text) // NOLINT: a text is one
        : text_(text.empty() ? nullptr : std::make_shared<const std::string>(std::move(text)))
    {
    }
    SharedText(const char* text) : SharedText(std::string(text)) {} // NOLINT

    const std::string& text() const
    {
        static const std::string nothing;
        return text_ ? *text_ : nothing;
    }
    operator const std::string&() const { return text(); } // NOLINT
    bool empty() const { return !text_; }

    bool operator==(const SharedText& other) const
    {
        return text_ == other.text_ || text() == other.text();
    }

private:
    std::shared_ptr<const std::string> text_; // none for the empty one
};

} // namespace xieshang::base
