// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The automatic numbers of a word processor's paragraphs, which stand nowhere in its text: 一、
// （一） 1. ①, as numbering.xml and styles.xml tell (ISO/IEC 29500-1, 17.9). Counts along: one
// object reads one document, paragraph by paragraph in order.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace xieshang::documents {

class WordNumbering {
public:
    // The roots of numbering.xml and styles.xml; a document may have neither.
    void read_lists(pugi::xml_node numbering);
    void read_styles(pugi::xml_node styles);

    // What stands before the paragraph with these properties (which may be none); empty when it
    // has no number.
    std::string next(pugi::xml_node properties);

private:
    static constexpr int levels = 9;

    struct Level {
        int start = 1;
        int restarts_after = -1; // the level, from 1, whose number starts this anew; -1: any above
        bool is_legal = false;   // all numbers as digits
        std::string format = "decimal";
        std::string text;
        std::string style;
    };
    struct Definition {
        std::array<Level, levels> level;
        std::string taken_from; // the style whose list this is
    };
    struct List {
        std::string definition;
        std::array<std::optional<int>, levels> starts;
        std::map<int, Level> own;
    };
    struct Place { // of a paragraph in a list
        std::string list;
        int level = 0;
    };
    struct Style {
        std::string based_on;
        std::optional<std::string> list;
        std::optional<int> level;
    };

    void read_definition(pugi::xml_node node);
    void read_list(pugi::xml_node node);
    static Level level_of(pugi::xml_node node);
    std::optional<Place> place_of(pugi::xml_node properties) const;
    std::optional<Place> place_by_style(std::string_view name) const;
    const Definition* definition_of(const List& list) const;
    const Level& level_in(const List& list, const Definition& definition, int level) const;
    void count(const std::string& id, const List& list, const Definition& definition, int level);

    std::map<std::string, Definition, std::less<>> definitions_;
    std::map<std::string, List, std::less<>> lists_;
    std::map<std::string, Style, std::less<>> styles_;
    std::string default_style_;
    std::map<std::string, std::array<std::optional<int>, levels>> counted_; // by definition
    std::set<std::pair<std::string, int>> started_;                         // lists, by level
};

} // namespace xieshang::documents
