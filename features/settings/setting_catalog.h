// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The settings that there are: what each is called in URL and table, what it may say, what it says
// until a district says otherwise, and where that comes from. Names and explanations are texts:
// settings.name.<key>, settings.why.<key>. Source: domain.md §6, and the clauses that each row
// names. Pure; any thread.
#pragma once

#include "features/settings/setting_value.h"

#include <array>
#include <span>

namespace xieshang::settings {

enum class SettingGroup : std::uint8_t {
    plan_year, // 计划年度
    topics,    // 议题
    reviews,   // 审议环节
    notice,    // 通知期限
    papers,    // 材料与发言
    quorum,    // 法定人数与通过比例
    outcomes,  // 成果
    proposals, // 提案
    opinions,  // 社情民意信息
};
BOOST_DESCRIBE_ENUM(
    SettingGroup, plan_year, topics, reviews, notice, papers, quorum, outcomes, proposals, opinions)

// In the order of all_settings(), which the database does not know: it keeps their names.
enum class SettingKey : std::uint8_t {
    topic_call_opens,
    topic_call_closes,
    draft_due,
    chairpersons_review_due,
    party_committee_due,
    call_suggestions,
    call_characters,
    plan_fields,
    topic_kinds,
    screening_criteria,
    three_offices_reviewers,
    chairpersons_reviewers,
    party_committee_reviewers,
    standing_committee_notice,
    thematic_notice,
    thematic_notice_least,
    chairpersons_notice,
    room_notice,
    papers_before,
    speech_due,
    selection_fixed,
    roster_due,
    roster_due_time,
    leave_due,
    booked_speeches,
    booked_speech_minutes,
    impromptu_minutes,
    reply_minutes,
    quorum_share,
    majority_share,
    minutes_due,
    brief_due,
    feedback_due,
    instruction_feedback_due,
    hand_back_due,
    reassignment_due,
    co_opinion_due,
    reply_to_plenary_due,
    reply_to_other_due,
    reply_extension,
    reply_at_most,
    rating_due,
    redo_due,
    redo_rounds,
    escalated_after_rounds,
    key_proposal_share,
    key_proposal_collective_least,
    opinion_characters,
};

// Which members a row of a list has beside its id; `fixed`: rows of the default may be named
// otherwise, but not be left out, and for `closed` none may be added.
struct ListColumns {
    bool names = false;
    bool frequency = false;
    bool weight = false;
    bool reviewers = false;
    bool fixed = false;
    bool closed = false;
};

struct SettingSpec {
    SettingKey key{};
    std::string_view name;
    SettingGroup group{};
    ValueKind kind{};
    std::string_view text{}; // the default's
    std::int64_t least = 0;  // of the number; of percents in tenths
    std::int64_t most = 0;
    bool may_be_empty = false; // no limit
    bool months = false;       // of a duration: whether it may be one of months
    std::string_view source{};
    ListColumns columns{};
};

std::span<const SettingSpec> all_settings();
const SettingSpec& spec_of(SettingKey key);
const SettingSpec* setting_called(std::string_view name); // null: there is none
SettingValue default_of(SettingKey key);

} // namespace xieshang::settings
