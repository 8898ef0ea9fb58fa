// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which runs of a word processor's document are hidden, by themselves or by a style, as styles.xml
// tells (ISO/IEC 29500-1, 17.7). The styles of tables hide nothing here: their words are read.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace xieshang::documents {

class WordStyles {
public:
    // The root of styles.xml; a document may have none.
    void read(pugi::xml_node styles);

    // Whether a run with these properties is hidden in a paragraph with those; either may be none.
    bool hides(pugi::xml_node of_paragraph, pugi::xml_node of_run) const;

private:
    struct Style {
        std::string based_on;
        std::optional<bool> hides;
    };

    bool style_hides(
        pugi::xml_node properties, std::string_view named_in, const std::string& otherwise) const;

    std::map<std::string, Style, std::less<>> styles_;
    std::string of_paragraphs_; // the style of those that name none
    std::string of_runs_;
    bool any_hides_ = false;
    bool all_are_hidden_ = false;
};

} // namespace xieshang::documents
