// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of imports of rosters, and the limits of what it takes. Pure.
#pragma once

#include "features/people/roster_gaps.h"
#include "features/people/roster_workflow.h"
#include "platform/json/rules.h"

namespace xieshang::people {

struct RosterLine { // of the list
    RosterImportId id;
    std::string file_name;
    std::int64_t size{};
    RosterState state{};
    base::Instant uploaded_at;
    std::string uploaded_by_name;
    std::optional<RosterCounts> result;
    std::int64_t version{};
    base::Instant updated_at;
};
BOOST_DESCRIBE_STRUCT(RosterLine, (),
    (id, file_name, size, state, uploaded_at, uploaded_by_name, result, version, updated_at))

struct RosterListFilter {
    std::optional<RosterState> state;
    std::optional<std::string> q; // words of the file's name or of who handed it in
    std::optional<RosterOrder> sort;
};
BOOST_DESCRIBE_STRUCT(RosterListFilter, (), (state, q, sort))

struct RosterSheetView {
    std::string name;
    bool hidden{};
};
BOOST_DESCRIBE_STRUCT(RosterSheetView, (), (name, hidden))

struct RosterHeadView { // a row that may be the head
    std::int64_t row{};
    std::string words;
};
BOOST_DESCRIBE_STRUCT(RosterHeadView, (), (row, words))

struct RosterColumnView {
    std::int64_t column{};
    std::string letter;
    std::string head;
    std::vector<std::string> samples; // none of contacts
    std::optional<RosterField> field;
    bool as_last_time{}; // the field comes from an earlier import, not from the head's words
};
BOOST_DESCRIBE_STRUCT(RosterColumnView, (), (column, letter, head, samples, field, as_last_time))

struct RosterPlaceView {
    OrganisationId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(RosterPlaceView, (), (id, name))

struct RosterOfferView {
    RosterImportAction action{};
    std::optional<std::string> refusal; // why this person may not take it now, in their language
};
BOOST_DESCRIBE_STRUCT(RosterOfferView, (), (action, refusal))

struct RosterLastTime { // the import whose columns were proposed
    std::string file_name;
    base::Instant uploaded_at;
    std::string uploaded_by_name;
};
BOOST_DESCRIBE_STRUCT(RosterLastTime, (), (file_name, uploaded_at, uploaded_by_name))

struct RosterView {
    RosterImportId id;
    std::string file_name;
    std::int64_t size{};
    RosterState state{};
    std::int64_t version{};
    base::Instant uploaded_at;
    std::string uploaded_by_name;
    bool chosen{};    // the columns were confirmed
    bool file_kept{}; // false: erased for good
    bool rows_kept{}; // what became of each row, once imported
    RosterOptions options;
    std::vector<RosterSheetView> sheets;
    std::vector<RosterHeadView> heads;
    std::vector<RosterColumnView> columns;
    std::vector<std::int64_t> terms; // their numbers
    std::vector<RosterPlaceView> sectors;
    std::vector<RosterPlaceView> groups;
    RosterCounts counts;
    RosterGaps gaps; // what the register lacks for it, while it is open
    std::optional<RosterCounts> result;
    std::optional<RosterLastTime> last_time;
    std::vector<RosterOfferView> actions;
};
BOOST_DESCRIBE_STRUCT(RosterView, (),
    (id, file_name, size, state, version, uploaded_at, uploaded_by_name, chosen, file_kept,
        rows_kept, options, sheets, heads, columns, terms, sectors, groups, counts, gaps, result,
        last_time, actions))

struct RosterChangeView {
    RosterField field{};
    std::string before; // empty: nothing, or a contact
    std::string after;
};
BOOST_DESCRIBE_STRUCT(RosterChangeView, (), (field, before, after))

struct RosterTroubleView {
    RosterField field{};
    std::string letter; // of the column; empty: the row as a whole
    std::string value;
    std::string code;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(RosterTroubleView, (), (field, letter, value, code, words))

struct RosterCandidateView {
    PersonId id;
    std::string words; // what tells this one from the others
};
BOOST_DESCRIBE_STRUCT(RosterCandidateView, (), (id, words))

struct RosterRowView {
    std::int64_t row{};
    std::string name;
    RowKind kind{};
    bool moved{}; // in the register since the office looked
    std::vector<RosterChangeView> changes;
    std::vector<RosterTroubleView> troubles;
    std::vector<RosterCandidateView> candidates;
    std::optional<PersonId> person_id; // once imported: whom it entered or means
};
BOOST_DESCRIBE_STRUCT(
    RosterRowView, (), (row, name, kind, moved, changes, troubles, candidates, person_id))

struct RosterRowFilter {
    std::optional<RowKind> kind;
    std::optional<bool> moved;
    std::optional<bool> left_out; // true: those that are wrong or ambiguous
};
BOOST_DESCRIBE_STRUCT(RosterRowFilter, (), (kind, moved, left_out))

struct RosterPlacesRequest {
    std::vector<NewRosterPlace> places;
};
BOOST_DESCRIBE_STRUCT(RosterPlacesRequest, (), (places))

struct LeftOutChoice {
    std::optional<RosterFormat> format; // csv when it is left out
};
BOOST_DESCRIBE_STRUCT(LeftOutChoice, (), (format))

struct RosterConfirmationRequest {
    bool leave_out{};
};
BOOST_DESCRIBE_STRUCT(RosterConfirmationRequest, (), (leave_out))

// Although the same file is in the house already: on purpose.
struct RosterAgain {
    std::optional<bool> again;
};
BOOST_DESCRIBE_STRUCT(RosterAgain, (), (again))

enum class RosterShelving : std::uint8_t { discard, restore, erase };
BOOST_DESCRIBE_ENUM(RosterShelving, discard, restore, erase)

struct RosterStepRequest {
    RosterShelving action{}; // what imports is the confirmation
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RosterStepRequest, (), (action, reason))

struct RosterStepView {
    base::Instant at;
    std::string by_name;
    RosterImportAction action{};
    RosterState from{};
    RosterState to{};
    std::string reason;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(RosterStepView, (), (at, by_name, action, from, to, reason, version))

struct RosterHistory {
    std::vector<RosterStepView> items; // oldest first
};
BOOST_DESCRIBE_STRUCT(RosterHistory, (), (items))

struct RosterReason {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RosterReason, (), (reason))

struct RosterProgressView {
    std::int64_t done{};
    std::int64_t total{}; // 0: nothing is being written
};
BOOST_DESCRIBE_STRUCT(RosterProgressView, (), (done, total))

struct RosterExportRequest {
    std::optional<std::int64_t> term_number;
    RosterFormat format{};
    bool contacts{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RosterExportRequest, (), (term_number, format, contacts, reason))

} // namespace xieshang::people

namespace xieshang::json {

template <>
inline constexpr auto rules<people::RosterOptions> = std::to_array<Rule>({
    {.member = "sheet",
        .least = 0,
        .most = 1000,
        .description = "Counted from 0; null: a text file"},
    {.member = "head_row", .least = 1, .most = 1'048'576},
    {.member = "term_number", .least = 1, .most = 1000},
    {.member = "columns", .least = 0, .most = 200},
    {.member = "places", .least = 0, .most = 1000},
    {.member = "people", .least = 0, .most = 20'000},
});
template <>
inline constexpr auto rules<people::PlaceChoice> = std::to_array<Rule>({
    {.member = "words", .least = 1, .most = 1000},
});
template <>
inline constexpr auto rules<people::RosterPlacesRequest> = std::to_array<Rule>({
    {.member = "places", .least = 1, .most = 500},
});
template <>
inline constexpr auto rules<people::NewRosterPlace> = std::to_array<Rule>({
    {.member = "words", .least = 1, .most = 100, .item_most = 1000},
    {.member = "name", .least = 1, .most = 64},
});
template <>
inline constexpr auto rules<people::RosterReason> = std::to_array<Rule>({
    {.member = "reason", .least = 1, .most = 1000},
});
template <>
inline constexpr auto rules<people::RosterStepRequest> = std::to_array<Rule>({
    {.member = "reason", .least = 1, .most = 1000},
});
template <>
inline constexpr auto rules<people::RosterExportRequest> = std::to_array<Rule>({
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
});

} // namespace xieshang::json
