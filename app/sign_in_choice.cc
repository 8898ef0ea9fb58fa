// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/sign_in_choice.h"

#include "app/config_trouble.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

namespace xieshang::app {
namespace {

using members::PasswordProfile;
using members::SecondFactorUse;

template <class Value, std::size_t size>
using Words = std::array<std::pair<std::string_view, Value>, size>;

constexpr Words<PasswordProfile, 2> profiles{
    {{"asvs", PasswordProfile::asvs}, {"cn-djbh", PasswordProfile::cn_djbh}}};
constexpr Words<SecondFactorUse, 3> factor_uses{{{"off", SecondFactorUse::off},
    {"offered", SecondFactorUse::offered}, {"required", SecondFactorUse::required}}};

constexpr std::size_t house_words_most = 20;
// Bytes. A shorter one, or a single Han character, would count out half of what people write.
constexpr std::size_t house_word_least = 4;
constexpr std::size_t house_word_most = 120;

struct Key {
    std::string_view name;
    const toml::node& node;
};

template <class Value, std::size_t size>
base::Result<Value> one_of(const Words<Value, size>& words, const Key& key)
{
    const auto asked = key.node.value_exact<std::string>().value_or("");
    for (const auto& [word, value] : words) {
        if (word == asked) {
            return value;
        }
    }
    return wrong_value(key.node, key.name, "allowed." + std::string(key.name));
}

template <class Value, std::size_t size>
std::string word_of(const Words<Value, size>& words, Value value)
{
    const auto* found = std::find_if(
        words.begin(), words.end(), [&](const auto& entry) { return entry.second == value; });
    return std::string(found->first);
}

base::Result<void> take_words(const toml::node& node, std::vector<std::string>& words)
{
    const auto* array = node.as_array();
    const auto wrong = [&] { return wrong_value(node, "house_words", "allowed.house_words"); };
    if (array == nullptr || array->size() > house_words_most) {
        return wrong();
    }
    words.clear();
    for (const auto& entry : *array) {
        auto word = entry.value_exact<std::string>().value_or("");
        if (word.size() < house_word_least || word.size() > house_word_most) {
            return wrong();
        }
        words.push_back(std::move(word));
    }
    return {};
}

} // namespace

base::Result<SignInChoice> read_sign_in(const toml::node& node)
{
    const auto* table = node.as_table();
    if (table == nullptr) {
        return wrong_value(node, "sign_in", "allowed.table");
    }
    SignInChoice choice;
    for (const auto& [key, value] : *table) {
        if (key == "password_profile") {
            choice.password_profile = TRY(one_of(profiles, {key.str(), value}));
        } else if (key == "second_factor") {
            choice.second_factor = TRY(one_of(factor_uses, {key.str(), value}));
        } else if (key == "house_words") {
            CHECK(take_words(value, choice.house_words));
        } else {
            return wrong_config(value, "config.unknown_key", key.str());
        }
    }
    return choice;
}

std::string shown(const SignInChoice& choice)
{
    toml::array words;
    for (const auto& word : choice.house_words) {
        words.push_back(word);
    }
    std::ostringstream list;
    list << words;
    return "\n[sign_in]\npassword_profile = \"" + word_of(profiles, choice.password_profile)
        + "\"\nsecond_factor = \"" + word_of(factor_uses, choice.second_factor)
        + "\"\nhouse_words = " + list.str() + "\n";
}

} // namespace xieshang::app
