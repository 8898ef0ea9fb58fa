// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/seen_fields.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <sstream>

namespace xieshang::policies {
namespace {

void collect(const boost::json::value& value, const std::string& path, Names& names)
{
    if (const auto* object = value.if_object()) {
        for (const auto& [key, member] : *object) {
            const auto below = path + (path.empty() ? "" : ".") + std::string(key);
            names.insert(below);
            collect(member, below, names);
        }
    } else if (const auto* array = value.if_array()) {
        for (const auto& item : *array) {
            collect(item, path + "[]", names);
        }
    }
}

} // namespace

Names fields_of(const http::Response& response)
{
    const auto type = response.header("Content-Type");
    Names names;
    if (type.starts_with("application/json")) {
        // What describes the API grows with each endpoint and is the same for everybody.
        const auto value = boost::json::parse(response.body);
        if (!value.is_object() || !value.as_object().contains("openapi")) {
            collect(value, "", names);
        }
    } else if (type.starts_with("text/csv")) {
        constexpr std::string_view between = "\",\"";
        std::string heads = response.body.substr(0, response.body.find("\"\r"));
        heads.erase(0, heads.find('"') + 1);
        std::replace(heads.begin(), heads.end(), ' ', '_');
        for (auto end = heads.find(between); end != heads.npos; end = heads.find(between)) {
            names.insert(heads.substr(0, end));
            heads.erase(0, end + between.size());
        }
        names.insert(heads);
    }
    return names;
}

Names deeds_of(const http::Response& history)
{
    Names names;
    const auto told = boost::json::parse(history.body);
    for (const auto& item : told.at("items").as_array()) {
        if (const auto* action = item.as_object().if_contains("action")) {
            names.insert("items[].action=" + std::string(action->as_string()));
        }
    }
    return names;
}

SeenFields SeenFields::kept()
{
    SeenFields fields;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        const auto bar = line.rfind(" |");
        if (bar == std::string::npos) {
            continue;
        }
        auto& kept = fields.lines_[line.substr(0, bar)];
        std::istringstream words(line.substr(bar + 2));
        for (std::string word; words >> word;) {
            const bool always = word.back() != '?';
            word.resize(word.size() - (always ? 0 : 1));
            kept.ever.insert(word);
            if (always) {
                kept.always.insert(word);
            }
        }
    }
    return fields;
}

void SeenFields::learn(const std::string& key, const Names& fields)
{
    const auto [line, is_new] = lines_.try_emplace(key, Line{fields, fields});
    if (!is_new) {
        line->second.ever.insert(fields.begin(), fields.end());
        std::erase_if(
            line->second.always, [&](const std::string& field) { return !fields.contains(field); });
    }
}

std::string SeenFields::wrong(const std::string& key, const Names& fields) const
{
    const auto line = lines_.find(key);
    if (line == lines_.end()) {
        return "seen_fields.txt has no line " + key;
    }
    for (const auto& field : fields) {
        if (!line->second.ever.contains(field)) {
            return "shows " + field;
        }
    }
    for (const auto& field : line->second.always) {
        if (!fields.contains(field)) {
            return "does not show " + field;
        }
    }
    return {};
}

std::string SeenFields::text() const
{
    std::string text;
    for (const auto& [key, line] : lines_) {
        text += key + " |";
        for (const auto& field : line.ever) {
            text += " " + field + (line.always.contains(field) ? "" : "?");
        }
        text += "\n";
    }
    return text;
}

std::string code_of(const http::Response& response)
{
    if (response.header("Content-Type") != "application/problem+json") {
        return {};
    }
    return std::string(boost::json::parse(response.body).at("code").as_string());
}

} // namespace xieshang::policies
