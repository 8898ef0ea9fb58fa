// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of corrections, and the limits of what it takes. Pure.
#pragma once

#include "features/plan/authorship.h"
#include "features/plan/correction.h"
#include "features/plan/plan_line.h"
#include "platform/json/rules.h"

#include <array>

namespace xieshang::plan {

struct CorrectionView {
    Correction correction;
    std::int64_t version{};
    base::Instant updated_at;
    std::string updated_by_name;
    bool outdated{};
    std::int64_t unaccounted{};
    std::optional<PlanId> plan_id;   // the newest plan that was made of it
    std::optional<PlanMention> made; // a plan of the same bytes: another one only on purpose
    bool finished{};                 // a plan of it stands: nothing can be changed
    Authorship authorship;           // who did what
};
BOOST_DESCRIBE_STRUCT(CorrectionView, (),
    (correction, version, updated_at, updated_by_name, outdated, unaccounted, plan_id, made,
        finished, authorship))

struct CorrectionKept { // without the words, which the sender has
    std::int64_t version{};
    base::Instant updated_at;
    std::int64_t unaccounted{};
    Authorship authorship;
};
BOOST_DESCRIBE_STRUCT(CorrectionKept, (), (version, updated_at, unaccounted, authorship))

struct Presence {
    std::string window_id;
    bool leaves{};
};
BOOST_DESCRIBE_STRUCT(Presence, (), (window_id, leaves))

struct VisitorView {
    std::string name;
    bool same_person{};
};
BOOST_DESCRIBE_STRUCT(VisitorView, (), (name, same_person))

struct VisitorsView {
    std::vector<VisitorView> others;
};
BOOST_DESCRIBE_STRUCT(VisitorsView, (), (others))

} // namespace xieshang::plan

namespace xieshang::json {

template <>
inline constexpr auto rules<plan::Presence> = std::to_array<Rule>({
    {.member = "window_id", .least = 8, .most = 64},
});

} // namespace xieshang::json
