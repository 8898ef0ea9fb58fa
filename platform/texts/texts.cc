// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/texts/texts.h"

#include "platform/base/chinese_number.h"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>

namespace xieshang::texts {
namespace {

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos
        ? std::string_view{}
        : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string_view next_part(std::string_view& rest, char separator)
{
    const auto end = rest.find(separator);
    const auto part = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return trimmed(part);
}

// "zh", "zh-CN", "zh_Hans" → the Chinese one. Only the language counts: Traditional readers are
// served best by zh-CN too.
std::optional<Language> language_of(std::string_view tag)
{
    std::string primary(tag.substr(0, tag.find_first_of("-_.@")));
    std::transform(primary.begin(), primary.end(), primary.begin(),
        [](unsigned char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (primary == "zh" || primary == "*") {
        return Language::zh_cn;
    }
    return primary == "en" ? std::optional(Language::en) : std::nullopt;
}

// RFC 9110 §12.4.2; a weight that is none counts as 1, as browsers' mistakes must not cost a person
// his language.
double weight_of(std::string_view parameters)
{
    while (!parameters.empty()) {
        const auto parameter = next_part(parameters, ';');
        if (parameter.size() > 2 && (parameter[0] == 'q' || parameter[0] == 'Q')
            && parameter[1] == '=') {
            double weight = 1;
            std::from_chars(parameter.data() + 2, parameter.data() + parameter.size(), weight);
            return weight;
        }
    }
    return 1;
}

std::string filled(std::string_view place, const base::Params& params)
{
    auto words = place.substr(1, place.size() - 2);
    const auto param = params.find(next_part(words, '|'));
    if (param == params.end()) {
        return std::string(place);
    }
    if (words.empty()) {
        return param->second;
    }
    const auto one = next_part(words, '|');
    if (words.empty() && one == "一") {
        int number = 0;
        const auto& text = param->second;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        return read.ec == std::errc{} ? base::chinese_number(number) : text;
    }
    return std::string(param->second == "1" ? one : words);
}

} // namespace

std::string_view tag_of(Language language) { return language == Language::en ? "en" : "zh-CN"; }

Language preferred(std::string_view accept_language)
{
    auto best = Language::zh_cn;
    double best_weight = 0;
    while (!accept_language.empty()) {
        auto range = next_part(accept_language, ',');
        const auto language = language_of(next_part(range, ';'));
        const auto weight = weight_of(range);
        if (language && weight > best_weight) {
            best = *language;
            best_weight = weight;
        }
    }
    return best;
}

Language from_locale(std::string_view locale)
{
    return language_of(locale) == Language::zh_cn ? Language::zh_cn : Language::en;
}

void Catalog::add(Language language, std::string_view json)
{
    boost::system::error_code bad;
    const auto parsed = boost::json::parse(json, bad);
    if (bad || !parsed.is_object()) {
        throw std::invalid_argument("texts are not a JSON object: " + bad.message());
    }
    auto& texts = texts_[static_cast<std::size_t>(language)];
    for (const auto& [code, text] : parsed.get_object()) {
        if (!text.is_string()) {
            throw std::invalid_argument("text of " + std::string(code) + " is no string");
        }
        if (!texts.emplace(code, std::string(text.get_string())).second) {
            throw std::invalid_argument("two texts for " + std::string(code));
        }
    }
}

std::string Catalog::text(
    Language language, std::string_view code, const base::Params& params) const
{
    const auto& texts = texts_[static_cast<std::size_t>(language)];
    const auto found = texts.find(code);
    if (found == texts.end()) {
        return std::string(code);
    }
    std::string out;
    std::string_view rest = found->second;
    while (!rest.empty()) {
        const auto open = rest.find('{');
        const auto close = open == std::string_view::npos ? open : rest.find('}', open);
        if (close == std::string_view::npos) {
            break;
        }
        out += rest.substr(0, open);
        out += filled(rest.substr(open, close - open + 1), params);
        rest = rest.substr(close + 1);
    }
    out += rest;
    return out;
}

bool Catalog::has(Language language, std::string_view code) const
{
    return texts_[static_cast<std::size_t>(language)].contains(code);
}

} // namespace xieshang::texts
