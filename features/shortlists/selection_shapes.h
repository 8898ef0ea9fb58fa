// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API takes of selection rounds, and the limits of it. Pure.
#pragma once

#include "features/shortlists/selection_workflow.h"
#include "platform/json/rules.h"

namespace xieshang::shortlists {

struct RoundEdit { // what may change while marks are taken; the year stays
    std::string title;
    std::string closes_on;
    std::vector<FormSlots> slots;
    std::vector<FieldPlaces> wanted;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RoundEdit, (), (title, closes_on, slots, wanted, reason))

struct RoundStepRequest {
    SelectionRoundAction action{}; // close or propose
    std::string reason;            // of close before the last day has passed
};
BOOST_DESCRIBE_STRUCT(RoundStepRequest, (), (action, reason))

struct PlacementRequest {
    std::vector<TopicPlacement> placements;
};
BOOST_DESCRIBE_STRUCT(PlacementRequest, (), (placements))

struct MarkRequest {
    SuggestionId suggestion_id;
    bool marked{};
};
BOOST_DESCRIBE_STRUCT(MarkRequest, (), (suggestion_id, marked))

struct ShortlistChangeRequest { // both: an exchange
    std::optional<SuggestionId> takes_in{};
    std::optional<SuggestionId> takes_out{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ShortlistChangeRequest, (), (takes_in, takes_out, reason))

enum class ShortlistFormat : std::uint8_t { xlsx, csv };
BOOST_DESCRIBE_ENUM(ShortlistFormat, xlsx, csv)

struct ShortlistExport {
    std::optional<ShortlistFormat> format{}; // nothing: .xlsx
};
BOOST_DESCRIBE_STRUCT(ShortlistExport, (), (format))

} // namespace xieshang::shortlists

namespace xieshang::json {

template <>
inline constexpr auto rules<shortlists::RoundWords> = std::to_array<Rule>({
    {.member = "year", .least = 1949, .most = 2999},
    {.member = "title", .least = 1, .most = 200},
    {.member = "closes_on", .least = 0, .most = 10},
    {.member = "slots", .least = 0, .most = 12},
    {.member = "wanted", .least = 0, .most = 5},
});

template <>
inline constexpr auto rules<shortlists::RoundEdit> = std::to_array<Rule>({
    {.member = "title", .least = 1, .most = 200},
    {.member = "closes_on", .least = 0, .most = 10},
    {.member = "slots", .least = 0, .most = 12},
    {.member = "wanted", .least = 0, .most = 5},
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
});

template <>
inline constexpr auto rules<shortlists::RoundStepRequest> = std::to_array<Rule>({
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
});

template <>
inline constexpr auto rules<shortlists::PlacementRequest> = std::to_array<Rule>({
    {.member = "placements", .least = 1, .most = 2000},
});

template <>
inline constexpr auto rules<shortlists::ShortlistChangeRequest> = std::to_array<Rule>({
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
});

} // namespace xieshang::json
