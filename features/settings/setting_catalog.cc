// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/setting_catalog.h"

#include "features/settings/default_lists.h"

#include <algorithm>

namespace xieshang::settings {
namespace {

using Group = SettingGroup;
using Key = SettingKey;
using Kind = ValueKind;

constexpr auto opinion_2015 = "中办《关于加强人民政协协商民主建设的实施意见》（2015）五";

constexpr SettingSpec day_of_year(Key key, std::string_view name, std::string_view text)
{
    return {key, name, Group::plan_year, Kind::month_day, text, 0, 0, false, false, opinion_2015};
}

constexpr SettingSpec rows(Key key, std::string_view name, Group group, std::int64_t least,
    ListColumns columns, std::string_view source)
{
    return {key, name, group, Kind::list, {}, least, 30, false, false, source, columns};
}

constexpr SettingSpec span(Key key, std::string_view name, Group group, std::string_view text,
    std::string_view source = "各地做法")
{
    return {key, name, group, Kind::duration, text, 1, 180, false, false, source};
}

constexpr SettingSpec number(Key key, std::string_view name, Group group, Kind kind,
    std::string_view text, std::int64_t most, std::string_view source)
{
    return {key, name, group, kind, text, 1, most, false, false, source};
}

constexpr SettingSpec reply(Key key, std::string_view name, std::string_view text)
{
    return {key, name, Group::proposals, Kind::duration, text, 1, 365, false, true,
        "中办、国办 2012 年提案办理意见；各地提案办理办法"};
}

constexpr ListColumns reviewers{.reviewers = true};
constexpr auto calls = "《政协章程》第四条";
constexpr auto meetings = "《双周协商座谈会工作办法》（2017）；市级政治协商规程";

constexpr auto settings = std::to_array<SettingSpec>({
    day_of_year(Key::topic_call_opens, "topic_call_opens", "09-01"),
    day_of_year(Key::topic_call_closes, "topic_call_closes", "11-20"),
    day_of_year(Key::draft_due, "draft_due", "12-15"),
    day_of_year(Key::chairpersons_review_due, "chairpersons_review_due", "01-31"),
    day_of_year(Key::party_committee_due, "party_committee_due", "03-31"),
    number(Key::call_suggestions, "call_suggestions", Group::plan_year, Kind::count, "3", 50,
        "各地议题征集通知"),
    {Key::call_characters, "call_characters", Group::plan_year, Kind::count, "800", 50, 5000, false,
        false, "各地议题征集通知"},
    rows(Key::plan_fields, "plan_fields", Group::topics, 1,
        {.names = true, .fixed = true, .closed = true}, "“五位一体”总体布局"),
    rows(Key::topic_kinds, "topic_kinds", Group::topics, 1,
        {.names = true, .frequency = true, .fixed = true, .closed = true},
        "《全国政协常委会工作规则》（2018）第八条；各地年度协商计划"),
    rows(Key::screening_criteria, "screening_criteria", Group::topics, 1,
        {.names = true, .weight = true}, calls),
    rows(Key::three_offices_reviewers, "three_offices_reviewers", Group::reviews, 1, reviewers,
        opinion_2015),
    rows(Key::chairpersons_reviewers, "chairpersons_reviewers", Group::reviews, 1, reviewers,
        opinion_2015),
    rows(Key::party_committee_reviewers, "party_committee_reviewers", Group::reviews, 1, reviewers,
        opinion_2015),
    span(Key::standing_committee_notice, "standing_committee_notice", Group::notice, "15d",
        "《全国政协常委会工作规则》（2018）"),
    span(Key::thematic_notice, "thematic_notice", Group::notice, "10wd", meetings),
    span(Key::thematic_notice_least, "thematic_notice_least", Group::notice, "3d", meetings),
    span(Key::chairpersons_notice, "chairpersons_notice", Group::notice, "3d", meetings),
    span(Key::room_notice, "room_notice", Group::notice, "3d", "江苏省“有事好商量”工作规则"),
    span(Key::papers_before, "papers_before", Group::papers, "10wd", meetings),
    span(Key::speech_due, "speech_due", Group::papers, "5d", meetings),
    span(Key::selection_fixed, "selection_fixed", Group::papers, "3d"),
    span(Key::roster_due, "roster_due", Group::papers, "1d", meetings),
    {Key::roster_due_time, "roster_due_time", Group::papers, Kind::time_of_day, "12:00", 0, 0,
        false, false, meetings},
    span(Key::leave_due, "leave_due", Group::papers, "1d", meetings),
    number(Key::booked_speeches, "booked_speeches", Group::papers, Kind::count, "5", 100, meetings),
    number(Key::booked_speech_minutes, "booked_speech_minutes", Group::papers, Kind::minutes, "8",
        60, meetings),
    number(Key::impromptu_minutes, "impromptu_minutes", Group::papers, Kind::minutes, "5", 60,
        meetings),
    number(Key::reply_minutes, "reply_minutes", Group::papers, Kind::minutes, "5", 60, meetings),
    {Key::quorum_share, "quorum_share", Group::quorum, Kind::fraction, "2/3", 0, 100, false, false,
        "《政协章程》"},
    {Key::majority_share, "majority_share", Group::quorum, Kind::fraction, "1/2", 0, 100, false,
        false, "《政协章程》第二十六条"},
    span(Key::minutes_due, "minutes_due", Group::outcomes, "7wd", meetings),
    span(Key::brief_due, "brief_due", Group::outcomes, "3d", meetings),
    {Key::feedback_due, "feedback_due", Group::outcomes, Kind::duration, "90d", 1, 365, true, true,
        "各地做法；全国无统一期限"},
    {Key::instruction_feedback_due, "instruction_feedback_due", Group::outcomes, Kind::duration,
        "30d", 1, 365, true, true, "各地做法；全国无统一期限"},
    span(Key::hand_back_due, "hand_back_due", Group::proposals, "10d", "各地提案办理办法"),
    span(Key::reassignment_due, "reassignment_due", Group::proposals, "7d", "各地提案办理办法"),
    reply(Key::co_opinion_due, "co_opinion_due", "30d"),
    reply(Key::reply_to_plenary_due, "reply_to_plenary_due", "5mo"),
    reply(Key::reply_to_other_due, "reply_to_other_due", "3mo"),
    reply(Key::reply_extension, "reply_extension", "1mo"),
    reply(Key::reply_at_most, "reply_at_most", "6mo"),
    span(Key::rating_due, "rating_due", Group::proposals, "7d", "各地提案办理办法"),
    reply(Key::redo_due, "redo_due", "30d"),
    {Key::redo_rounds, "redo_rounds", Group::proposals, Kind::count, "", 1, 20, true, false,
        "各地提案办理办法"},
    number(Key::escalated_after_rounds, "escalated_after_rounds", Group::proposals, Kind::count,
        "2", 20, "各地做法"),
    {Key::key_proposal_share, "key_proposal_share", Group::proposals, Kind::percent_range, "1.5-5",
        1, 1000, false, false, "全国政协重点提案遴选与督办办法"},
    {Key::key_proposal_collective_least, "key_proposal_collective_least", Group::proposals,
        Kind::percent, "30", 0, 1000, false, false, "全国政协重点提案遴选与督办办法"},
    number(Key::opinion_characters, "opinion_characters", Group::opinions, Kind::count, "1500",
        20000, "各地社情民意信息工作规则"),
});

constexpr bool stand_by_their_keys()
{
    for (std::size_t i = 0; i < settings.size(); ++i) {
        if (settings[i].key != static_cast<Key>(i)) {
            return false;
        }
    }
    return settings.back().key == Key::opinion_characters;
}
static_assert(stand_by_their_keys());

} // namespace

std::span<const SettingSpec> all_settings() { return settings; }

const SettingSpec& spec_of(SettingKey key) { return settings[static_cast<std::size_t>(key)]; }

const SettingSpec* setting_called(std::string_view name)
{
    const auto* found = std::find_if(settings.begin(), settings.end(),
        [&](const SettingSpec& spec) { return spec.name == name; });
    return found == settings.end() ? nullptr : found;
}

SettingValue default_of(SettingKey key)
{
    return {std::string(spec_of(key).text), default_items(key)};
}

} // namespace xieshang::settings
