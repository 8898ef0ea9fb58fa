// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of organisations, posts and terms, and the limits of what it takes. Pure.
#pragma once

#include "features/people/people_shapes.h"
#include "features/people/re_election.h"
#include "features/people/tenure_shapes.h"

namespace xieshang::people {

struct OrganisationLine {
    OrganisationId id;
    OrganisationKind kind{};
    std::string name;
    std::string short_name;
    std::string code;
    std::optional<OrganisationId> parent_id{};
    Period valid;
    bool stands{}; // today
    bool invented{};
    std::int64_t posts{}; // how many
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(OrganisationLine, (),
    (id, kind, name, short_name, code, parent_id, valid, stands, invented, posts, version))

struct OrganisationList {
    std::vector<OrganisationLine> items; // the tree is in parent_id
};
BOOST_DESCRIBE_STRUCT(OrganisationList, (), (items))

enum class OrganisationOrder : std::uint8_t {
    code,
    kind, // as an assembly lists them, then by code
    name, // by pinyin
};
BOOST_DESCRIBE_ENUM(OrganisationOrder, code, kind, name)

struct OrganisationFilter {
    std::optional<std::string> q{}; // of a name, its pinyin or initials; a code from its beginning
    std::optional<OrganisationKind> kind{};
    std::optional<bool> standing{}; // true: only those that stand today
    std::optional<OrganisationOrder> sort{};
};
BOOST_DESCRIBE_STRUCT(OrganisationFilter, (), (q, kind, standing, sort))

struct OrganisationCodeChoice {
    std::optional<std::string> name{};
    std::optional<OrganisationKind> kind{};
};
BOOST_DESCRIBE_STRUCT(OrganisationCodeChoice, (), (name, kind))

struct OrganisationCode {
    std::string code;
};
BOOST_DESCRIBE_STRUCT(OrganisationCode, (), (code))

struct PostLine {
    PostId id;
    std::string title;
    bool single_seat{};
    bool term_bound{};
    std::int64_t version{};
    std::vector<Holder> holders; // on the day that was asked for
};
BOOST_DESCRIBE_STRUCT(PostLine, (), (id, title, single_seat, term_bound, version, holders))

struct PostList {
    std::string day;
    std::vector<PostLine> items;
};
BOOST_DESCRIBE_STRUCT(PostList, (), (day, items))

struct OrganisationView {
    OrganisationId id;
    OrganisationKind kind{};
    std::string name;
    std::string short_name;
    std::string code;
    std::optional<BodyName> parent{};
    Period valid;
    bool stands{};
    bool invented{};
    std::int64_t version{};
    bool can_edit{};
    std::vector<BodyName> below;
    std::vector<PostLine> posts; // with today's holders
};
BOOST_DESCRIBE_STRUCT(OrganisationView, (),
    (id, kind, name, short_name, code, parent, valid, stands, invented, version, can_edit, below,
        posts))

struct PostView {
    PostId id;
    BodyName organisation;
    std::string title;
    bool single_seat{};
    bool term_bound{};
    std::int64_t version{};
    bool can_edit{};
    std::vector<Holder> tenures;                           // all there ever were, by first day
    json::Shown<std::vector<WithdrawnTenure>> withdrawn{}; // entered by mistake
};
BOOST_DESCRIBE_STRUCT(PostView, (),
    (id, organisation, title, single_seat, term_bound, version, can_edit, tenures, withdrawn))

struct HoldersView {
    std::string day;
    std::vector<Holder> items;
};
BOOST_DESCRIBE_STRUCT(HoldersView, (), (day, items))

struct DayChoice {
    std::optional<std::string> on{}; // a day, 2022-03-05; today when it is left out
};
BOOST_DESCRIBE_STRUCT(DayChoice, (), (on))

struct ClosingBody {
    std::string last_day;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ClosingBody, (), (last_day, reason))

struct NewPostBody {
    std::string title;
    bool single_seat{};
    std::optional<bool> term_bound{}; // a re-election ends its tenures; false when left out
};
BOOST_DESCRIBE_STRUCT(NewPostBody, (), (title, single_seat, term_bound))

struct TermView {
    TermId id;
    std::int64_t number{};
    Period period;
    bool runs{};   // today
    bool closed{}; // nothing of its memberships changes any more
    std::int64_t version{};
    std::int64_t members{}; // whose membership is active, or was when the term ended
};
BOOST_DESCRIBE_STRUCT(TermView, (), (id, number, period, runs, closed, version, members))

struct TermList {
    std::vector<TermView> items; // by number
    bool can_edit{};
};
BOOST_DESCRIBE_STRUCT(TermList, (), (items, can_edit))

struct NewTermBody {
    std::int64_t number{};
    Period period;
};
BOOST_DESCRIBE_STRUCT(NewTermBody, (), (number, period))

struct ReElectionBody {
    std::int64_t number{};
    Period period;
    std::vector<Named> named;
};
BOOST_DESCRIBE_STRUCT(ReElectionBody, (), (number, period, named))

struct ReElectionDay {
    std::optional<std::string> from{}; // the first day of the next term
};
BOOST_DESCRIBE_STRUCT(ReElectionDay, (), (from))

struct EndingTenure {
    TenureId tenure_id;
    PersonId person_id;
    std::string name;
    std::string title;
    std::string organisation;
};
BOOST_DESCRIBE_STRUCT(EndingTenure, (), (tenure_id, person_id, name, title, organisation))

struct ReElectionPreview {
    TermView closes;
    std::string last_day;
    std::int64_t next_number{};
    std::vector<RegisteredPersonLine> members; // of the term that closes, who are active
    std::vector<EndingTenure> ends;            // of posts bound to the term
};
BOOST_DESCRIBE_STRUCT(ReElectionPreview, (), (closes, last_day, next_number, members, ends))

struct ReElectionView {
    TermView closed;
    TermView next;
    std::int64_t named{};
    std::int64_t ended{}; // tenures
};
BOOST_DESCRIBE_STRUCT(ReElectionView, (), (closed, next, named, ended))

} // namespace xieshang::people

XIESHANG_JSON_SHOWS(xieshang::people::PostView)

namespace xieshang::json {

template <>
inline constexpr auto rules<people::OrganisationWords> = std::to_array<Rule>({
    {.member = "name", .least = 0, .most = 200},
    {.member = "short_name", .least = 0, .most = 200},
    {.member = "code", .least = 0, .most = 100},
});

template <>
inline constexpr auto rules<people::OrganisationFilter> = std::to_array<Rule>({
    {.member = "q", .least = 0, .most = 64},
});

template <>
inline constexpr auto rules<people::OrganisationCodeChoice> = std::to_array<Rule>({
    {.member = "name", .least = 1, .most = 64},
});
template <>
inline constexpr auto rules<people::OrganisationChange> = rules<people::OrganisationWords>;

template <>
inline constexpr auto rules<people::PostChange> = std::to_array<Rule>({
    {.member = "title", .least = 0, .most = 200},
});

template <>
inline constexpr auto rules<people::PeriodChange> = std::to_array<Rule>({
    {.member = "from", .least = 0, .most = 20, .description = "The first day: 2022-03-05"},
    {.member = "until", .least = 0, .most = 20, .description = "The last day; null: it lasts"},
});

template <>
inline constexpr auto rules<people::Period> = std::to_array<Rule>({
    {.member = "from", .least = 0, .most = 20, .description = "The first day: 2022-03-05"},
    {.member = "until", .least = 0, .most = 20, .description = "The last day; none: it lasts"},
});

template <>
inline constexpr auto rules<people::ClosingBody> = std::to_array<Rule>({
    {.member = "last_day", .least = 0, .most = 20},
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
});

template <>
inline constexpr auto rules<people::NewPostBody> = std::to_array<Rule>({
    {.member = "title", .least = 0, .most = 200},
});

template <>
inline constexpr auto rules<people::ReElectionBody> = std::to_array<Rule>({
    {.member = "named", .least = 0, .most = 10'000},
});

} // namespace xieshang::json
