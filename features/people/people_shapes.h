// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of persons of the register, as far as a view of people_policies.h shows it,
// and the limits of what it takes. Pure.
#pragma once

#include "features/people/contact.h"
#include "features/people/directory.h"
#include "features/people/membership_place.h"
#include "features/people/membership_workflow.h"
#include "platform/json/rules.h"
#include "platform/json/shown.h"

namespace xieshang::people {

struct HeldPost { // today
    std::string title;
    std::string organisation;
};
BOOST_DESCRIBE_STRUCT(HeldPost, (), (title, organisation))

// What tells somebody from others of that name, to those who see what a person is.
struct NamesakeMarks {
    std::optional<std::string> birth_month{};
    std::optional<std::string> unit{};
    std::optional<std::string> job{};
};
BOOST_DESCRIBE_STRUCT(NamesakeMarks, (), (birth_month, unit, job))

struct RegisteredPersonLine {
    PersonId id;
    std::string name;
    bool invented{};
    bool has_namesake{};                             // somebody else has this very name
    json::Shown<std::optional<std::string>> login{}; // of the account, if there is one
    json::Shown<TermStanding> state{};               // in the term that was asked for, or today
    json::Shown<std::optional<std::string>> since{}; // the day from which it holds
    json::Shown<std::optional<BodyName>> sector{};
    json::Shown<std::optional<BodyName>> group{};
    json::Shown<bool> place_unknown{}; // of that past day no sector was kept
    json::Shown<std::vector<HeldPost>> posts{};
    json::Shown<NamesakeMarks> apart{}; // of somebody who has a namesake
};
BOOST_DESCRIBE_STRUCT(RegisteredPersonLine, (),
    (id, name, invented, has_namesake, login, state, since, sector, group, place_unknown, posts,
        apart))

struct PersonTenure {
    TenureId id;
    PostId post_id;
    std::string title;
    BodyName organisation;
    std::string from;
    std::optional<std::string> until{};
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(PersonTenure, (), (id, post_id, title, organisation, from, until, version))

struct MembershipOffer {
    MembershipAction action{};
    std::optional<std::string> refusal{}; // why this person may not take it now, in his language
};
BOOST_DESCRIBE_STRUCT(MembershipOffer, (), (action, refusal))

struct MembershipView {
    MembershipId id;
    TermId term_id;
    std::int64_t term_number{};
    PersonId person_id;
    BodyName sector;
    std::optional<BodyName> group{};
    TermStanding state{};
    std::optional<std::string> from{}; // the first day as a member, if he became one
    std::string since;                 // the day from which the state holds
    std::int64_t version{};
    json::Shown<std::vector<MembershipOffer>> actions{}; // of a closed term none
};
BOOST_DESCRIBE_STRUCT(MembershipView, (),
    (id, term_id, term_number, person_id, sector, group, state, from, since, version, actions))

struct ContactOffer {
    Contact contact{};
    bool kept{};
    std::int64_t version{}; // 0: none is kept
    bool can_look{};
    bool can_change{};
};
BOOST_DESCRIBE_STRUCT(ContactOffer, (), (contact, kept, version, can_look, can_change))

struct RegisteredPersonView {
    PersonId id;
    std::string name;
    bool invented{};
    std::int64_t version{};
    bool can_edit{};
    bool has_namesake{};
    bool can_see_history{};
    json::Shown<std::optional<std::string>> login{};
    json::Shown<std::vector<std::string>> former_names{};
    json::Shown<Sex> sex{};
    json::Shown<std::optional<std::string>> birth_month{};
    json::Shown<std::optional<std::string>> ethnic_group{};
    json::Shown<std::optional<std::string>> party{};
    json::Shown<std::optional<std::string>> education{};
    json::Shown<std::optional<std::string>> unit{};
    json::Shown<std::optional<std::string>> job{};
    json::Shown<MembershipState> state{}; // today
    json::Shown<std::vector<PersonTenure>> tenures{};
    json::Shown<std::vector<MembershipView>> memberships{};
    json::Shown<std::vector<ContactOffer>> contacts{};
};
BOOST_DESCRIBE_STRUCT(RegisteredPersonView, (),
    (id, name, invented, version, can_edit, has_namesake, can_see_history, login, former_names, sex,
        birth_month, ethnic_group, party, education, unit, job, state, tenures, memberships,
        contacts))

struct DirectoryFilter {
    std::optional<std::string> q{};      // of the name, its pinyin or its initials
    std::optional<TermId> term_id{};     // its members; without it: everybody, as of today's term
    std::optional<std::string> on{};     // as of that day: 2022-03-05; without it: today
    std::optional<TermStanding> state{}; // in that term, or on that day
    std::optional<OrganisationId> sector_id{};
    std::optional<OrganisationId> group_id{};
    std::optional<OrganisationId> organisation_id{}; // holds a post there today
    std::optional<DirectoryOrder> sort{};
};
BOOST_DESCRIBE_STRUCT(
    DirectoryFilter, (), (q, term_id, on, state, sector_id, group_id, organisation_id, sort))

struct NewPersonChoice {
    std::optional<bool> again{}; // although somebody of this very name is there: on purpose
    std::optional<PersonId> account_id{}; // the account that this person has already
};
BOOST_DESCRIBE_STRUCT(NewPersonChoice, (), (again, account_id))

struct NamesakeChoice {
    std::optional<bool> again{};
};
BOOST_DESCRIBE_STRUCT(NamesakeChoice, (), (again))

struct PastChange {
    base::Instant at;
    std::string by_name;
    std::string action; // of the record: registered_person.edit, membership.suspend …
    std::string reason;
    std::vector<std::string> fields;               // whose words changed; never the words
    std::optional<std::string> for_name{};         // where it was done on behalf of that person
    std::optional<std::string> day{};              // from which it holds, of a membership's step
    std::optional<MembershipPlace> former_place{}; // as in MembershipStepView
    std::optional<MembershipPlace> place{};
};
BOOST_DESCRIBE_STRUCT(
    PastChange, (), (at, by_name, action, reason, fields, for_name, day, former_place, place))

struct PersonHistory {
    std::vector<PastChange> items; // the newest first
};
BOOST_DESCRIBE_STRUCT(PersonHistory, (), (items))

struct ContactLook {
    std::string reason; // kept in the record; may be empty for one's own
};
BOOST_DESCRIBE_STRUCT(ContactLook, (), (reason))

struct NewContact {
    std::string value;
};
BOOST_DESCRIBE_STRUCT(NewContact, (), (value))

struct ContactView {
    Contact contact{};
    std::string value;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(ContactView, (), (contact, value, version))

// A file of a roster, kept sealed, in which an erased contact still stands.
struct FileWithContact {
    std::string roster_import_id;
    std::string file_name;
    base::Instant uploaded_at;
};
BOOST_DESCRIBE_STRUCT(FileWithContact, (), (roster_import_id, file_name, uploaded_at))

struct ContactsErased {
    std::int64_t file_count{};
    std::vector<FileWithContact> files{}; // for the office: it may erase them
};
BOOST_DESCRIBE_STRUCT(ContactsErased, (), (file_count, files))

struct MembershipStepRequest {
    MembershipAction action{};
    std::string reason;
    std::optional<std::string> day{}; // from which it holds; today when it is left out
};
BOOST_DESCRIBE_STRUCT(MembershipStepRequest, (), (action, reason, day))

struct InvitationBody {
    TermId term_id;
    PersonId person_id;
    OrganisationId sector_id;
    std::optional<OrganisationId> group_id{};
    std::string reason;
    std::optional<std::string> day{};
};
BOOST_DESCRIBE_STRUCT(InvitationBody, (), (term_id, person_id, sector_id, group_id, reason, day))

struct MoveBody { // to another sector or group
    OrganisationId sector_id;
    std::optional<OrganisationId> group_id{};
    std::string reason;
    std::optional<std::string> day{};
};
BOOST_DESCRIBE_STRUCT(MoveBody, (), (sector_id, group_id, reason, day))

struct MembershipStepView {
    base::Instant at;
    std::string by_name;
    MembershipAction action{};
    MembershipState from{};
    MembershipState to{};
    std::string reason;
    std::int64_t version{};
    std::string day;                               // from which it holds
    std::optional<MembershipPlace> former_place{}; // that it changed; none: it changed none
    std::optional<MembershipPlace> place{};        // from that day on; none: it is not known
};
BOOST_DESCRIBE_STRUCT(MembershipStepView, (),
    (at, by_name, action, from, to, reason, version, day, former_place, place))

struct MembershipHistory {
    std::vector<MembershipStepView> items;
};
BOOST_DESCRIBE_STRUCT(MembershipHistory, (), (items))

} // namespace xieshang::people

XIESHANG_JSON_SHOWS(xieshang::people::RegisteredPersonLine)
XIESHANG_JSON_SHOWS(xieshang::people::MembershipView)
XIESHANG_JSON_SHOWS(xieshang::people::RegisteredPersonView)

namespace xieshang::json {

// Only what keeps a request in bounds; what a name, a day or a contact must be is said by the
// rules.
template <>
inline constexpr auto rules<people::PersonWords> = std::to_array<Rule>({
    {.member = "name", .least = 0, .most = 200},
    {.member = "former_names", .least = 0, .most = 20, .item_most = 200},
    {.member = "birth_month", .least = 0, .most = 20, .description = "1971-04"},
    {.member = "ethnic_group", .least = 0, .most = 200},
    {.member = "party", .least = 0, .most = 200},
    {.member = "education", .least = 0, .most = 200},
    {.member = "unit", .least = 0, .most = 200},
    {.member = "job", .least = 0, .most = 200},
});

template <>
inline constexpr auto rules<people::PersonChange> = rules<people::PersonWords>;

template <>
inline constexpr auto rules<people::DirectoryFilter> = std::to_array<Rule>({
    {.member = "q", .least = 0, .most = 100},
    {.member = "on", .least = 0, .most = 20},
});

template <>
inline constexpr auto rules<people::ContactLook> = std::to_array<Rule>({
    {.member = "reason", .least = 0, .most = 200, .blank_allowed = true},
});

template <>
inline constexpr auto rules<people::NewContact> = std::to_array<Rule>({
    {.member = "value", .least = 1, .most = people::contact_most},
});

template <>
inline constexpr auto rules<people::MembershipStepRequest> = std::to_array<Rule>({
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
    {.member = "day", .least = 0, .most = 20},
});

template <>
inline constexpr auto rules<people::InvitationBody> = std::to_array<Rule>({
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
    {.member = "day", .least = 0, .most = 20},
});

template <>
inline constexpr auto rules<people::MoveBody> = std::to_array<Rule>({
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
    {.member = "day", .least = 0, .most = 20},
});

} // namespace xieshang::json
