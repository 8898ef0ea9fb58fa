// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/password_rules.h"

#include "features/members/known_passwords.h"
#include "features/members/person.h"
#include "platform/names/search_keys.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <vector>

namespace xieshang::members {
namespace {

constexpr std::size_t kinds_least = 3;
constexpr std::size_t spoken_bytes = 4;  // of a word of the house: wuxi; not its initials
constexpr std::size_t telling_bytes = 6; // a shorter part of a name, or 王, may stand in any phrase

template <class See>
void each_character(std::string_view text, See see)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        UChar32 character = -1;
        U8_NEXT(bytes, at, size, character);
        see(character);
    }
}

std::size_t length_of(std::string_view text)
{
    std::size_t length = 0;
    each_character(text, [&](UChar32) { ++length; });
    return length;
}

// Large letters, small ones, digits, and all else: signs, blanks, Han characters.
std::size_t kinds_of(std::string_view text)
{
    std::array<bool, 4> met{};
    each_character(text, [&](UChar32 c) {
        met[u_isupper(c) != 0 ? 0 : u_islower(c) != 0 ? 1 : u_isdigit(c) != 0 ? 2 : 3] = true;
    });
    return static_cast<std::size_t>(std::count(met.begin(), met.end(), true));
}

bool holds(const std::string& folded, const std::string& part)
{
    return folded.find(part) != std::string::npos;
}

bool holds_name(const std::string& folded, std::string_view name)
{
    const auto written = folded_login(name);
    if (written.size() >= telling_bytes && holds(folded, written)) {
        return true;
    }
    const auto keys = names::search_keys(name);
    return std::any_of(keys.begin(), keys.end(),
        [&](const std::string& key) { return key.size() >= telling_bytes && holds(folded, key); });
}

// As they are written, and as they are spoken.
std::vector<std::string> words_of(const PasswordRules& rules)
{
    std::vector<std::string> words(assembly_words().begin(), assembly_words().end());
    for (const auto& word : rules.house_words) {
        words.push_back(folded_login(word));
        for (auto& key : names::search_keys(word)) {
            if (key.size() >= spoken_bytes) {
                words.push_back(std::move(key));
            }
        }
    }
    std::erase(words, "");
    return words;
}

bool is_too_short_without(std::string folded, const std::vector<std::string>& words)
{
    bool found = false;
    for (const auto& word : words) {
        for (auto at = folded.find(word); at != std::string::npos; at = folded.find(word)) {
            folded.erase(at, word.size());
            found = true;
        }
    }
    return found && length_of(folded) < password_least;
}

const char* guessable(const WantedPassword& wanted)
{
    const auto folded = folded_login(wanted.password);
    const auto login = folded_login(wanted.login);
    if (!login.empty() && holds(folded, login)) {
        return "members.password_contains_login";
    }
    if (holds_name(folded, wanted.name)) {
        return "members.password_contains_name";
    }
    if (is_known_password(folded)) {
        return "members.password_known";
    }
    return is_too_short_without(folded, words_of(wanted.rules)) ? "members.password_assembly_words"
                                                                : nullptr;
}

} // namespace

std::optional<base::FieldTrouble> trouble_with(
    const WantedPassword& wanted, std::string_view pointer)
{
    const auto trouble = [&](const char* code, base::Params params = {}) {
        return base::FieldTrouble{std::string(pointer), code, std::move(params)};
    };
    const auto length = length_of(wanted.password);
    if (length < password_least) {
        return trouble("members.password_short", {{"least", std::to_string(password_least)}});
    }
    if (length > password_most) {
        return trouble("members.password_long", {{"most", std::to_string(password_most)}});
    }
    if (const auto* code = guessable(wanted)) {
        return trouble(code, {{"least", std::to_string(password_least)}});
    }
    if (wanted.rules.profile == PasswordProfile::cn_djbh
        && kinds_of(wanted.password) < kinds_least) {
        return trouble("members.password_kinds", {{"least", std::to_string(kinds_least)}});
    }
    return std::nullopt;
}

} // namespace xieshang::members
