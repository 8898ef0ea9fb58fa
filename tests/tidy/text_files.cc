// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/tidy/text_files.h"

#include "tests/tidy/source.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace xieshang::tidy {
namespace {

constexpr std::string_view chinese = "_texts.zh-CN.json";
constexpr std::string_view english = "_texts.en.json";

using Texts = std::map<std::string, std::string>; // code → text

bool is_texts(std::string_view path) { return path.ends_with(chinese) || path.ends_with(english); }

std::set<std::string> parameters_of(std::string_view text)
{
    std::set<std::string> found;
    for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        if (close != text.npos) {
            const auto inside = text.substr(open + 1, close - open - 1);
            found.emplace(inside.substr(0, inside.find('|'))); // then the forms for 1 and more
        }
    }
    return found;
}

// Boost.JSON keeps the last of two equal members, so they are counted in the text.
std::size_t members_in(std::string_view json)
{
    const auto source = source_of(json);
    return static_cast<std::size_t>(std::count(source.code.begin(), source.code.end(), ':'));
}

Texts texts_of(const std::string& path, std::string_view json, Complaints& complaints)
{
    Texts texts;
    boost::system::error_code wrong;
    const auto value = boost::json::parse({json.data(), json.size()}, wrong);
    if (wrong || !value.is_object()) {
        complaints.push_back(complaint(path, 1, "is not a JSON object"));
        return texts;
    }
    for (const auto& [code, text] : value.get_object()) {
        if (text.is_string() && !text.get_string().empty()) {
            texts.emplace(std::string(code), std::string(text.get_string()));
        } else {
            complaints.push_back(complaint(path, 1, std::string(code) + " has no text"));
        }
    }
    if (members_in(json) != value.get_object().size()) {
        complaints.push_back(complaint(path, 1, "has a code twice"));
    }
    return texts;
}

void compare(
    const std::string& path, const Texts& texts, const Texts& twins, Complaints& complaints)
{
    for (const auto& [code, text] : texts) {
        const auto twin = twins.find(code);
        if (twin == twins.end()) {
            complaints.push_back(complaint(path, 1, code + " is missing in the other language"));
        } else if (parameters_of(text) != parameters_of(twin->second)) {
            complaints.push_back(
                complaint(path, 1, code + " has other parameters in the other language"));
        }
    }
}

bool is_code(std::string_view literal)
{
    static const std::set<std::string_view> endings{"json", "html", "js", "css", "sql", "db", "txt",
        "cc", "h", "md", "svg", "png", "ico", "pem", "docx", "xlsx", "toml", "sock", "log", "sh"};
    const auto dot = literal.rfind('.');
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    };
    return dot != literal.npos && dot > 0 && dot + 1 < literal.size() && literal[0] >= 'a'
        && !literal.ends_with('_') // the beginning of a code that is put together
        && literal.find("..") == literal.npos
        && std::all_of(literal.begin(), literal.end(), allowed)
        && !endings.contains(literal.substr(dot + 1));
}

bool speaks_of_trouble(std::string_view statement)
{
    static constexpr std::array words{
        "refus", "roubl", "rror", "rong", "ield", "omplain", "arning", "text(", "reject", "nvalid"};
    return std::any_of(words.begin(), words.end(),
        [&](std::string_view word) { return statement.find(word) != statement.npos; });
}

} // namespace

Complaints incomplete_texts(const Tree& tree)
{
    Complaints complaints;
    std::map<std::string, std::string> home; // code → the file that has it
    for (const auto& [path, json] : tree) {
        if (!is_texts(path)) {
            continue;
        }
        const bool is_chinese = path.ends_with(chinese);
        const auto base = path.substr(0, path.size() - (is_chinese ? chinese : english).size());
        const auto twin = tree.find(base + std::string(is_chinese ? english : chinese));
        if (twin == tree.end()) {
            complaints.push_back(complaint(path, 1, "has no twin in the other language"));
            continue;
        }
        Complaints of_twin; // said when its own turn comes
        const auto texts = texts_of(path, json, complaints);
        compare(path, texts, texts_of(twin->first, twin->second, of_twin), complaints);
        for (const auto& [code, text] : texts) {
            const auto [first, added] = home.emplace(code, base);
            if (!added && first->second != base) {
                complaints.push_back(complaint(path, 1, code + " stands in " + first->second));
            }
        }
    }
    return complaints;
}

Complaints unknown_codes(const Tree& tree)
{
    Complaints complaints;
    std::set<std::string> known;
    for (const auto& [path, json] : tree) {
        if (path.ends_with(chinese)) {
            Complaints ignored;
            for (const auto& [code, text] : texts_of(path, json, ignored)) {
                known.insert(code);
            }
        }
    }
    for (const auto& [path, text] : tree) {
        if (!is_cpp(path) || is_test(path)) {
            continue;
        }
        const bool workflow = path.ends_with("_workflow.cc");
        const auto source = source_of(text);
        for (const auto& literal : source.literals) {
            const auto start = source.code.rfind(';', literal.at) + 1; // npos + 1 is 0
            const auto statement = std::string_view(source.code).substr(start, literal.at - start);
            if (is_code(literal.text) && !known.contains(literal.text)
                && (workflow || speaks_of_trouble(statement))) {
                complaints.push_back(complaint(
                    path, line_at(text, literal.at), "no text for the code " + literal.text));
            }
        }
    }
    return complaints;
}

} // namespace xieshang::tidy
