// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The annual consultation plan 协商工作计划: types and rules. Pure.
#pragma once

#include "platform/base/clock.h"
#include "platform/base/ids.h"
#include "platform/base/result.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xieshang::plan {

using PlanId = base::Id<struct PlanTag>;
using DocumentId = base::Id<struct DocumentTag>;

// 一个计划的状态.
enum class PlanState : std::uint8_t {
    draft,                  // 草稿: may be edited
    discarded,              // 已作废: kept, not edited, may be restored
    chairpersons_review,    // 主席会议审议
    party_committee_review, // 报党委审定
    approved,               // 已审定
    collecting,             // 征集中: topics are asked for, nothing is drafted yet
    three_office_review,    // 党委办、政府办、政协办会商
    issued,                 // 已印发
    in_force,               // 执行中
    closed,                 // 已办结
};
BOOST_DESCRIBE_ENUM(PlanState, draft, discarded, chairpersons_review, party_committee_review,
    approved, collecting, three_office_review, issued, in_force, closed)

enum class PlanAction : std::uint8_t {
    save_draft,
    discard,
    restore,
    submit,         // 提交审议
    pass,           // 审议通过, and the last whose turn it was
    approve,        // 党委同意
    send_back,      // 退回
    collect,        // 启动征集: the first step of a plan that is not there as a document
    begin_draft,    // 开始起草
    concur,         // 会签同意: others of the stage are still to review
    issue,          // 印发
    bring_in_force, // 开始执行
    close,          // 办结
};
BOOST_DESCRIBE_ENUM(PlanAction, save_draft, discard, restore, submit, pass, approve, send_back,
    collect, begin_draft, concur, issue, bring_in_force, close)

struct Section {
    std::string heading;
    std::string text;

    bool operator==(const Section&) const = default;
};
BOOST_DESCRIBE_STRUCT(Section, (), (heading, text))

// Words of the plan's document that stand in no part of the plan, why, and who left them out.
struct Ignored {
    std::int64_t line{}; // in its sheet
    std::string sheet;   // of a workbook, else empty
    std::string text;
    std::string reason;
    std::optional<base::Instant> at; // none, nor a person: from before these were told
    std::optional<std::string> by_id;
    std::optional<std::string> by_name;

    bool operator==(const Ignored&) const = default;
};
BOOST_DESCRIBE_STRUCT(Ignored, (), (line, sheet, text, reason, at, by_id, by_name))

// What of a plan, or of one of its topics, has words.
enum class WordsOf : std::uint8_t {
    title,
    committee,
    year,
    number,
    period,
    responsible,
    participating,
};
BOOST_DESCRIBE_ENUM(WordsOf, title, committee, year, number, period, responsible, participating)

// 自拟: words that a person wrote where the document says others, or nothing.
struct OwnWords {
    std::int64_t topic{}; // of a plan: its place, from 0; of a correction: its key; -1: no topic's
    WordsOf field{};
    std::string words;    // as the person left them; names joined by 、
    std::string document; // what it says in their place
    base::Instant at;
    std::string by_id;
    std::string by_name;

    bool operator==(const OwnWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(OwnWords, (), (topic, field, words, document, at, by_id, by_name))

struct Plan {
    PlanId id;
    std::optional<DocumentId> document_id; // none: entered by hand
    std::string title;
    std::string committee;
    std::optional<std::int64_t> year;
    bool draft{}; // the document calls itself 草案
    PlanState state{};
    std::int64_t version{};
    base::Instant created_at_ms;
    std::string created_by;
    std::string created_by_name;
    base::Instant updated_at_ms;
};
BOOST_DESCRIBE_STRUCT(Plan, (),
    (id, document_id, title, committee, year, draft, state, version, created_at_ms, created_by,
        created_by_name, updated_at_ms))

// One step of a plan's life: who, when, what, from, to, why. The version is the one that the step
// made.
struct PlanStep {
    std::int64_t version{};
    base::Instant at_ms;
    std::string by_id;
    std::string by_name;
    PlanAction action{};
    PlanState from_state{};
    PlanState to_state{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(
    PlanStep, (), (version, at_ms, by_id, by_name, action, from_state, to_state, reason))

// What a person may change in a draft; absent members stay as they are.
struct PlanEdit {
    std::optional<std::string> title;
    std::optional<std::string> committee;
    std::optional<std::int64_t> year;
    std::optional<std::vector<Section>> sections{}; // the whole text, in its order
};
BOOST_DESCRIBE_STRUCT(PlanEdit, (), (title, committee, year, sections))

// Refuses with plan.stale (412), naming each field that differs between what was asked and what is
// kept. `sections`: those that are kept, where the text is asked for.
base::Result<void> same_version(const Plan& kept, std::int64_t version_seen, const PlanEdit& asked,
    const std::vector<Section>& sections = {});

// Refuses with plan.empty_section (422), naming each section that says nothing: /sections/2/text.
base::Result<void> acceptable(const PlanEdit& asked);

// Refuses with plan.not_a_draft (409): only drafts are edited; later changes are amendments.
base::Result<void> editable(const Plan& plan);

} // namespace xieshang::plan
