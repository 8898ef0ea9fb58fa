// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/registered_person.h"

#include "features/people/period.h"
#include "features/people/short_text.h"

#include <algorithm>

namespace xieshang::people {
namespace {

using Troubles = std::vector<base::FieldTrouble>;

void check_optional(
    Troubles& troubles, const std::string& pointer, const std::optional<std::string>& text)
{
    if (text) {
        check_text(troubles, pointer, *text);
    }
}

void apply(const json::Change<std::optional<std::string>>& change, std::optional<std::string>& kept)
{
    change.apply_to(kept);
    if (kept && kept->empty()) {
        kept.reset();
    }
}

} // namespace

bool is_month_to_come(const std::optional<std::string>& month, std::string_view today)
{
    return month && *month > today.substr(0, 7);
}

base::Result<void> acceptable(const PersonWords& words, std::string_view today)
{
    base::Error wrong{base::Trouble::refused, "people.invalid", {}, {}};
    check_text(wrong.fields, "/name", words.name);
    for (std::size_t i = 0; i < words.former_names.size(); ++i) {
        check_text(wrong.fields, "/former_names/" + std::to_string(i), words.former_names[i]);
    }
    if (words.birth_month && !is_day(*words.birth_month + "-01")) {
        wrong.fields.push_back({"/birth_month", "people.not_a_month", {}});
    } else if (is_month_to_come(words.birth_month, today)) {
        wrong.fields.push_back({"/birth_month", "people.month_to_come", {}});
    }
    check_optional(wrong.fields, "/ethnic_group", words.ethnic_group);
    check_optional(wrong.fields, "/party", words.party);
    check_optional(wrong.fields, "/education", words.education);
    check_optional(wrong.fields, "/unit", words.unit);
    check_optional(wrong.fields, "/job", words.job);
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

PersonWords changed(const PersonWords& words, const PersonChange& change)
{
    auto made = words;
    if (change.former_names.said) {
        made.former_names = change.former_names.said->value_or(std::vector<std::string>{});
    }
    if (change.sex.said) {
        made.sex = change.sex.said->value_or(Sex::unsaid);
    }
    apply(change.birth_month, made.birth_month);
    apply(change.ethnic_group, made.ethnic_group);
    apply(change.party, made.party);
    apply(change.education, made.education);
    apply(change.unit, made.unit);
    apply(change.job, made.job);
    return renamed(std::move(made), change.name.said.value_or(words.name));
}

PersonChange change_to(const PersonWords& words)
{
    return {words.name, words.former_names, words.sex, words.birth_month, words.ethnic_group,
        words.party, words.education, words.unit, words.job};
}

PersonWords renamed(PersonWords words, std::string name)
{
    if (name == words.name) {
        return words;
    }
    auto& former = words.former_names;
    if (std::find(former.begin(), former.end(), words.name) == former.end()) {
        former.push_back(std::move(words.name));
    }
    words.name = std::move(name);
    return words;
}

std::vector<std::string> changed_fields(const PersonWords& before, const PersonWords& after)
{
    std::vector<std::string> fields;
    boost::mp11::mp_for_each<
        boost::describe::describe_members<PersonWords, boost::describe::mod_public>>(
        [&](auto member) {
            if (before.*member.pointer != after.*member.pointer) {
                fields.emplace_back(member.name);
            }
        });
    return fields;
}

} // namespace xieshang::people
