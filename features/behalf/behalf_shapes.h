// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of acts on behalf, and the limits of what it takes. Pure.
#pragma once

#include "features/behalf/behalf_search.h"
#include "platform/json/rules.h"

#include <array>

namespace xieshang::behalf {

struct BehalfLine {
    ActId id;
    base::Instant acted_at;
    std::string by_name;
    std::string for_name; // of the person or the organisation; empty: the body's word says it
    std::optional<members::Role> body{};
    BehalfDeed deed{};
    std::string about;
    std::vector<std::string> fields; // names of contacts
    std::string object_kind;
    std::string object_id;
    std::optional<std::string> paper_day{};
    bool has_scan{};
    BehalfState state{};
    bool reachable{}; // whether somebody who is told of it has an account
    base::Instant updated_at;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(BehalfLine, (),
    (id, acted_at, by_name, for_name, body, deed, about, fields, object_kind, object_id, paper_day,
        has_scan, state, reachable, updated_at, version))

struct BehalfOffer {
    BehalfAction action{};
    std::optional<std::string> refusal; // why this person may not take it now, in their language
};
BOOST_DESCRIBE_STRUCT(BehalfOffer, (), (action, refusal))

struct BehalfStepView {
    base::Instant at;
    std::string by_name;
    BehalfAction action{};
    BehalfState from{};
    BehalfState to{};
    std::string words;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(BehalfStepView, (), (at, by_name, action, from, to, words, version))

struct BehalfScanView {
    ScanId id;
    std::string file_name;
    std::int64_t size{};
    std::string sha256;
    std::string media_type;
};
BOOST_DESCRIBE_STRUCT(BehalfScanView, (), (id, file_name, size, sha256, media_type))

struct BehalfActView {
    BehalfLine act;
    bool is_mine{}; // the caller is told of it
    std::optional<BehalfScanView> scan{};
    std::vector<BehalfStepView> steps; // the oldest first
    std::vector<BehalfOffer> actions;
    std::int64_t version{}; // of the act
};
BOOST_DESCRIBE_STRUCT(BehalfActView, (), (act, is_mine, scan, steps, actions, version))

struct BehalfStepRequest {
    BehalfAction action{};
    std::string words;
};
BOOST_DESCRIBE_STRUCT(BehalfStepRequest, (), (action, words))

struct BehalfFilter {
    std::optional<BehalfState> state{};
    std::optional<BehalfDeed> deed{};
    std::optional<std::string> q{}; // of the names, or of what it is about
    std::optional<BehalfOrder> sort{};
};
BOOST_DESCRIBE_STRUCT(BehalfFilter, (), (state, deed, q, sort))

struct BehalfCount {
    std::int64_t unopened{}; // acts, and answers to one's objections
};
BOOST_DESCRIBE_STRUCT(BehalfCount, (), (unopened))

BehalfScanView view_of(const BehalfScan& scan);
BehalfLine line_of(const BehalfAct& act, bool reachable);

} // namespace xieshang::behalf

namespace xieshang::json {

template <>
inline constexpr auto rules<behalf::BehalfStepRequest> = std::to_array<Rule>({
    {.member = "words", .least = 0, .most = 1000, .blank_allowed = true},
});

template <>
inline constexpr auto rules<behalf::BehalfFilter> = std::to_array<Rule>({
    {.member = "q", .least = 0, .most = 100},
});

} // namespace xieshang::json
