// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/tidy/event_words.h"

#include "tests/tidy/source.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cctype>
#include <set>

namespace xieshang::tidy {
namespace {

using Words = std::set<std::string>;

struct Kind {
    std::size_t at{};
    std::string name;
};

Words codes_of(const Tree& tree)
{
    Words codes;
    for (const auto& [path, text] : tree) {
        boost::system::error_code wrong;
        const auto value = path.ends_with("_texts.zh-CN.json")
            ? boost::json::parse({text.data(), text.size()}, wrong)
            : boost::json::value();
        if (!wrong && value.is_object()) {
            for (const auto& [code, words] : value.get_object()) {
                codes.emplace(code);
            }
        }
    }
    return codes;
}

bool tells_the_record(const std::string& path, const std::string& text)
{
    return is_cpp(path) && !is_test(path) && !path.starts_with("tests/")
        && (text.find("platform/record/record.h\"") != text.npos
            || text.find("register_event_actions.h\"") != text.npos);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }

bool is_noun(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), is_letter);
}

// "plan.edit", or "plan." that something is added to.
bool is_kind(std::string_view text)
{
    const auto dot = text.find('.');
    return dot != text.npos && is_noun(text.substr(0, dot))
        && (dot + 1 == text.size() || is_noun(text.substr(dot + 1)));
}

// "roster_import" → RosterImport
std::string pascal_case(std::string_view noun)
{
    std::string name;
    bool begins = true;
    for (const char letter : noun) {
        if (letter != '_') {
            name += begins ? static_cast<char>(std::toupper(letter)) : letter;
        }
        begins = letter == '_';
    }
    return name;
}

// "plan" → the enumerators of PlanAction; none where there is no such enumeration.
std::vector<std::string> actions_of(const Tree& tree, std::string_view noun)
{
    const auto described = "BOOST_DESCRIBE_ENUM(" + pascal_case(noun) + "Action,";
    std::vector<std::string> actions;
    for (const auto& [path, text] : tree) {
        const auto at = is_cpp(path) ? text.find(described) : text.npos;
        if (at == text.npos) {
            continue;
        }
        std::string word;
        for (auto i = at + described.size(); i < text.size(); ++i) {
            if (is_letter(text[i])) {
                word += text[i];
            } else if (!word.empty()) {
                actions.push_back(std::move(word));
                word.clear();
            }
            if (text[i] == ')') {
                break;
            }
        }
    }
    return actions;
}

// Of tell(…, "noun", "verb", or "noun", enum_to_string(…): a name that ends with a dot stands for
// all actions of the noun.
std::string told(const Source& source, std::size_t i)
{
    const auto& noun = source.literals[i];
    const auto start = source.code.rfind(';', noun.at) + 1; // npos + 1 is 0
    const auto end = noun.at + noun.text.size() + 2;
    const auto behind = trimmed(std::string_view(source.code).substr(end));
    if (!is_noun(noun.text)
        || source.code.substr(start, noun.at - start).find("tell(") == std::string::npos
        || !behind.starts_with(',')) {
        return {};
    }
    if (trimmed(behind.substr(1)).starts_with("boost::describe::enum_to_string")) {
        return noun.text + ".";
    }
    const bool pair = i + 1 < source.literals.size()
        && trimmed(source.code.substr(end, source.literals[i + 1].at - end)) == ",";
    return pair && is_noun(source.literals[i + 1].text)
        ? noun.text + "." + source.literals[i + 1].text
        : std::string();
}

std::vector<Kind> kinds_in(const std::string& text, const Words& codes)
{
    std::vector<Kind> kinds;
    const auto source = source_of(text);
    for (std::size_t i = 0; i < source.literals.size(); ++i) {
        const auto& literal = source.literals[i];
        if (is_kind(literal.text) && !codes.contains(literal.text)) {
            kinds.push_back({literal.at, literal.text});
        } else if (auto name = told(source, i); !name.empty()) {
            kinds.push_back({literal.at, std::move(name)});
        }
    }
    return kinds;
}

} // namespace

Complaints wordless_events(const Tree& tree)
{
    Complaints complaints;
    const auto codes = codes_of(tree);
    for (const auto& [path, text] : tree) {
        if (!tells_the_record(path, text)) {
            continue;
        }
        for (const auto& [at, name] : kinds_in(text, codes)) {
            std::vector<std::string> names{name};
            if (name.ends_with('.')) {
                names = actions_of(tree, name.substr(0, name.size() - 1));
                for (auto& action : names) {
                    action.insert(0, name);
                }
            }
            if (names.empty()) {
                complaints.push_back(complaint(path, line_at(text, at),
                    "puts events together of " + name + " and no described enumeration"));
            }
            for (const auto& each : names) {
                if (!codes.contains("audit.event." + each)) {
                    complaints.push_back(complaint(
                        path, line_at(text, at), "no words for the event: audit.event." + each));
                }
            }
        }
    }
    return complaints;
}

} // namespace xieshang::tidy
