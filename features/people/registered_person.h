// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A person of the register 人员, with or without an account (members::Person of the same id). Pure.
// Only what the assembly's work needs is kept, each field for a purpose (PRI-01); contacts are not
// here.
#pragma once

#include "features/members/person.h"
#include "platform/json/change.h"

#include <array>
#include <vector>

namespace xieshang::people {

using members::PersonId;

enum class Sex : std::uint8_t { unsaid, female, male };
BOOST_DESCRIBE_ENUM(Sex, unsaid, female, male)

struct PersonWords {
    std::string name;
    std::vector<std::string> former_names{};  // 曾用名, the oldest first
    Sex sex{};                                // the others may be left out
    std::optional<std::string> birth_month{}; // 1971-04
    std::optional<std::string> ethnic_group{};
    std::optional<std::string> party{}; // 中共, 民建, 无党派 …
    std::optional<std::string> education{};
    std::optional<std::string> unit{}; // 工作单位, whether or not the register has it
    std::optional<std::string> job{};  // 职务 there

    bool operator==(const PersonWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonWords, (),
    (name, former_names, sex, birth_month, ethnic_group, party, education, unit, job))

// What is to be otherwise of them; what is absent stays. Nothing, or an empty text, erases.
struct PersonChange {
    json::Change<std::string> name{};
    json::Change<std::optional<std::vector<std::string>>> former_names{};
    json::Change<std::optional<Sex>> sex{};
    json::Change<std::optional<std::string>> birth_month{};
    json::Change<std::optional<std::string>> ethnic_group{};
    json::Change<std::optional<std::string>> party{};
    json::Change<std::optional<std::string>> education{};
    json::Change<std::optional<std::string>> unit{};
    json::Change<std::optional<std::string>> job{};
};
BOOST_DESCRIBE_STRUCT(PersonChange, (),
    (name, former_names, sex, birth_month, ethnic_group, party, education, unit, job))

struct RegisteredPerson {
    PersonId id;
    PersonWords words;
    bool invented{}; // of the demo: nobody bears this name here
    std::int64_t version{};
    base::Instant updated_at;
    std::string salt{}; // of the digest in the record; a new one with each change
};
BOOST_DESCRIBE_STRUCT(RegisteredPerson, (), (id, words, invented, version, updated_at, salt))

enum class Purpose : std::uint8_t {
    identification, // who it is, in lists and in the record
    old_papers,     // papers that say an earlier name
    composition,    // of the assembly, as its charter asks
    statutory_age,  // the age at a re-election
};
BOOST_DESCRIBE_ENUM(Purpose, identification, old_papers, composition, statutory_age)

struct FieldPurpose {
    std::string_view field;
    Purpose purpose;
};
inline constexpr auto field_purposes = std::to_array<FieldPurpose>({
    {"name", Purpose::identification},
    {"former_names", Purpose::old_papers},
    {"sex", Purpose::composition},
    {"birth_month", Purpose::statutory_age},
    {"ethnic_group", Purpose::composition},
    {"party", Purpose::composition},
    {"education", Purpose::composition},
    {"unit", Purpose::composition},
    {"job", Purpose::composition},
});

// Refuses with people.invalid (422), naming each wrong field: names of 1 to 64 characters
// (people.text_length, people.text_characters), the others up to 64; a birth month is YYYY-MM
// (people.not_a_month) and not after today's (people.month_to_come).
base::Result<void> acceptable(const PersonWords& words, std::string_view today);
bool is_month_to_come(const std::optional<std::string>& month, std::string_view today);

// The words as the change makes them. A new name makes the one before a former name.
PersonWords changed(const PersonWords& words, const PersonChange& change);
PersonWords renamed(PersonWords words, std::string name);
PersonChange change_to(const PersonWords& words); // all of them

// "name, party": what the record keeps of a change; the values stay out of it.
std::vector<std::string> changed_fields(const PersonWords& before, const PersonWords& after);

} // namespace xieshang::people
