// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/word_numbering.h"

#include "platform/documents/numerals.h"
#include "platform/documents/xml.h"

namespace xieshang::documents {
namespace {

constexpr int most_styles_above = 16;
constexpr std::size_t longest_number = 64; // bytes; no honest one is longer

std::string value_of(pugi::xml_node parent, std::string_view name)
{
    return std::string(id_named(child_named(parent, name), "val"));
}

int level_number(std::string_view text, int otherwise) { return number_in(text, otherwise, 8); }

// Glyphs of symbol fonts lie in the private area: a point stands for them.
std::string bullet(const std::string& text)
{
    const bool is_private = text.size() == 3
        && (static_cast<unsigned char>(text[0]) == 0xEE
            || static_cast<unsigned char>(text[0]) == 0xEF);
    return text.empty() || is_private ? "•" : text;
}

bool needs_no_blank(std::string_view number)
{
    return number.ends_with("、") || number.ends_with("）") || number.ends_with(")");
}

} // namespace

void WordNumbering::read_lists(pugi::xml_node numbering)
{
    for (const auto node : numbering.children()) {
        if (local_name(node) == "abstractNum") {
            read_definition(node);
        } else if (local_name(node) == "num") {
            read_list(node);
        }
    }
}

WordNumbering::Level WordNumbering::level_of(pugi::xml_node node)
{
    Level level;
    level.start = number_in(value_of(node, "start"), 1, 100'000);
    level.restarts_after = level_number(value_of(node, "lvlRestart"), -1);
    level.is_legal = is_on(child_named(node, "isLgl"));
    if (auto format = value_of(node, "numFmt"); !format.empty()) {
        level.format = std::move(format);
    }
    level.text = value_of(node, "lvlText").substr(0, longest_number);
    level.style = value_of(node, "pStyle");
    return level;
}

void WordNumbering::read_definition(pugi::xml_node node)
{
    auto& definition = definitions_[std::string(id_named(node, "abstractNumId"))];
    definition.taken_from = value_of(node, "numStyleLink");
    for (const auto child : node.children()) {
        const int level = level_number(attribute_named(child, "ilvl"), -1);
        if (local_name(child) == "lvl" && level >= 0) {
            definition.level[static_cast<std::size_t>(level)] = level_of(child);
        }
    }
}

void WordNumbering::read_list(pugi::xml_node node)
{
    auto& list = lists_[std::string(id_named(node, "numId"))];
    list.definition = value_of(node, "abstractNumId");
    for (const auto change : node.children()) {
        const int level = level_number(attribute_named(change, "ilvl"), -1);
        if (local_name(change) != "lvlOverride" || level < 0) {
            continue;
        }
        if (const auto own = child_named(change, "lvl")) {
            list.own[level] = level_of(own);
        }
        if (const auto start = number_in(value_of(change, "startOverride"), -1, 100'000);
            start >= 0) {
            list.starts[static_cast<std::size_t>(level)] = start;
        }
    }
}

void WordNumbering::read_styles(pugi::xml_node styles)
{
    for (const auto node : styles.children()) {
        if (local_name(node) != "style") {
            continue;
        }
        const std::string id(id_named(node, "styleId"));
        const auto is_default = attribute_named(node, "default");
        if (attribute_named(node, "type") == "paragraph"
            && (is_default == "1" || is_default == "true")) {
            default_style_ = id;
        }
        auto& style = styles_[id];
        style.based_on = value_of(node, "basedOn");
        const auto number = child_named(child_named(node, "pPr"), "numPr");
        if (const auto list = child_named(number, "numId")) {
            style.list = id_named(list, "val");
        }
        if (const auto level = child_named(number, "ilvl")) {
            style.level = level_number(attribute_named(level, "val"), 0);
        }
    }
}

const WordNumbering::Definition* WordNumbering::definition_of(const List& list) const
{
    auto found = definitions_.find(list.definition);
    if (found != definitions_.end() && !found->second.taken_from.empty()) {
        const auto style = styles_.find(found->second.taken_from);
        const auto other = style != styles_.end() && style->second.list
            ? lists_.find(*style->second.list)
            : lists_.end();
        if (other != lists_.end()) {
            found = definitions_.find(other->second.definition);
        }
    }
    return found == definitions_.end() ? nullptr : &found->second;
}

const WordNumbering::Level& WordNumbering::level_in(
    const List& list, const Definition& definition, int level) const
{
    const auto own = list.own.find(level);
    return own != list.own.end() ? own->second : definition.level[static_cast<std::size_t>(level)];
}

// A style names its list; the level is its own, or the one that names the style.
std::optional<WordNumbering::Place> WordNumbering::place_by_style(std::string_view name) const
{
    const std::string first(name);
    std::optional<int> level;
    std::string id = first;
    for (int above = 0; above < most_styles_above; ++above) {
        const auto style = styles_.find(id);
        if (style == styles_.end()) {
            return std::nullopt;
        }
        level = level ? level : style->second.level;
        if (style->second.list) {
            const auto list = lists_.find(*style->second.list);
            const auto* definition = list == lists_.end() ? nullptr : definition_of(list->second);
            for (int i = 0; definition != nullptr && i < levels; ++i) {
                const auto& named = level_in(list->second, *definition, i).style;
                level = named == first || (!level && named == id) ? std::optional(i) : level;
            }
            return Place{*style->second.list, level.value_or(0)};
        }
        id = style->second.based_on;
    }
    return std::nullopt;
}

std::optional<WordNumbering::Place> WordNumbering::place_of(pugi::xml_node properties) const
{
    const auto number = child_named(properties, "numPr");
    const auto style_name = value_of(properties, "pStyle");
    auto place = place_by_style(style_name.empty() ? default_style_ : style_name);
    if (const auto list = child_named(number, "numId")) {
        place = Place{std::string(id_named(list, "val")), place ? place->level : 0};
    }
    if (const auto level = child_named(number, "ilvl"); level && place) {
        place->level = level_number(attribute_named(level, "val"), 0);
    }
    return place;
}

void WordNumbering::count(
    const std::string& id, const List& list, const Definition& definition, int level)
{
    auto& counted = counted_[list.definition];
    auto& own = counted[static_cast<std::size_t>(level)];
    const auto start = list.starts[static_cast<std::size_t>(level)];
    if (start && started_.emplace(id, level).second) {
        own = *start;
    } else {
        own = own ? *own + 1 : level_in(list, definition, level).start;
    }
    for (int below = level + 1; below < levels; ++below) {
        const int after = level_in(list, definition, below).restarts_after;
        if (after < 0 || (after > 0 && level + 1 <= after)) {
            counted[static_cast<std::size_t>(below)].reset();
        }
    }
}

std::string WordNumbering::next(pugi::xml_node properties)
{
    const auto place = place_of(properties);
    const auto list = place ? lists_.find(place->list) : lists_.end();
    const auto* definition = list == lists_.end() ? nullptr : definition_of(list->second);
    if (definition == nullptr) {
        return {};
    }
    count(list->first, list->second, *definition, place->level);
    const auto& counted = counted_[list->second.definition];
    const auto& level = level_in(list->second, *definition, place->level);
    std::string number;
    if (level.format == "bullet") {
        number = bullet(level.text);
    } else {
        for (std::size_t i = 0; i < level.text.size(); ++i) {
            const bool is_place = level.text[i] == '%' && i + 1 < level.text.size()
                && level.text[i + 1] >= '1' && level.text[i + 1] <= '9';
            if (!is_place) {
                number += level.text[i];
                continue;
            }
            const int which = level.text[++i] - '1';
            const auto& named = level_in(list->second, *definition, which);
            number += numeral(counted[static_cast<std::size_t>(which)].value_or(named.start),
                level.is_legal && named.format != "bullet" ? "decimal" : named.format);
        }
    }
    return number.empty() || needs_no_blank(number) ? number : number + " ";
}

} // namespace xieshang::documents
