// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/setting.h"

#include "features/members/role.h"
#include "features/plan/plan_workflow.h"
#include "features/plan/topic_field.h"
#include "features/plan/topic_kind.h"
#include "features/settings/given_names.h"
#include "platform/texts/texts.h"

#include <gtest/gtest.h>

#include <set>

namespace xieshang::settings {
namespace {

using Key = SettingKey;

// The first thing that is wrong: its pointer and code; "": nothing.
std::string wrong(Key key, SettingValue value)
{
    const auto taken = acceptable(spec_of(key), value);
    return taken ? "" : taken.error().fields.at(0).pointer + " " + taken.error().fields.at(0).code;
}
std::string wrong(Key key, std::string text) { return wrong(key, SettingValue{std::move(text)}); }

TEST(Settings, HaveTheDefaultsOfTheDomain)
{
    const Settings settings;
    EXPECT_EQ(settings.month_day(Key::topic_call_opens), (MonthDay{9, 1}));
    EXPECT_EQ(settings.month_day(Key::party_committee_due), (MonthDay{3, 31}));
    EXPECT_EQ(settings.number(Key::call_suggestions), 3);
    EXPECT_EQ(settings.number(Key::call_characters), 800);
    EXPECT_EQ(
        settings.duration(Key::standing_committee_notice), (Duration{15, DurationUnit::days}));
    EXPECT_EQ(settings.duration(Key::thematic_notice), (Duration{10, DurationUnit::working_days}));
    EXPECT_EQ(settings.duration(Key::reply_to_plenary_due), (Duration{5, DurationUnit::months}));
    EXPECT_EQ(settings.minutes_of_day(Key::roster_due_time), 12 * 60);
    EXPECT_EQ(settings.number(Key::booked_speech_minutes), 8);
    EXPECT_EQ(settings.fraction(Key::quorum_share), (Fraction{2, 3}));
    EXPECT_TRUE(is_less(settings.fraction(Key::majority_share), Fraction{2, 3}));
    EXPECT_EQ(settings.limit(Key::redo_rounds), std::nullopt); // no limit
    EXPECT_EQ(settings.tenths_range(Key::key_proposal_share), (TenthsRange{15, 50}));
    EXPECT_EQ(settings.tenths(Key::key_proposal_collective_least), 300);
    EXPECT_EQ(settings.number(Key::opinion_characters), 1500);
    EXPECT_EQ(settings.items(Key::plan_fields).size(), 5);
    EXPECT_EQ(settings.items(Key::three_offices_reviewers).at(2).id, "office");
    EXPECT_EQ(settings.items(Key::party_committee_reviewers).size(), 1);
    EXPECT_THROW(settings.number(Key::plan_fields), std::logic_error);
}

TEST(Settings, AreEachExplainedInBothLanguagesAndTakeTheirDefault)
{
    const Settings settings;
    std::set<std::string_view> names;
    for (const auto& spec : all_settings()) {
        EXPECT_TRUE(names.insert(spec.name).second) << spec.name;
        EXPECT_EQ(setting_called(spec.name)->key, spec.key);
        EXPECT_EQ(wrong(spec.key, default_of(spec.key)), "") << spec.name;
        EXPECT_TRUE(fit_together(settings, spec.key)) << spec.name;
        EXPECT_FALSE(spec.source.empty()) << spec.name;
        for (const auto language : {texts::Language::zh_cn, texts::Language::en}) {
            for (const auto* what : {"settings.name.", "settings.why."}) {
                EXPECT_TRUE(texts::built_in().has(language, what + std::string(spec.name)))
                    << what << spec.name;
            }
        }
    }
    EXPECT_EQ(setting_called("no_such_setting"), nullptr);
}

TEST(Settings, NameEveryFormOfConsultation)
{
    const auto kinds = Settings().items(Key::topic_kinds);
    std::set<std::string> ids;
    for (const auto& kind : kinds) {
        ids.insert(kind.id);
    }
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<plan::TopicKind>>(
        [&](auto entry) { EXPECT_TRUE(ids.contains(entry.name)) << entry.name; });
    EXPECT_EQ(ids.size(), 12);
}

TEST(Settings, TakeWordsInTheirOneWayOfWriting)
{
    EXPECT_EQ(wrong(Key::draft_due, "12-31"), "");
    EXPECT_EQ(wrong(Key::draft_due, "2-28"), "/value/text settings.value.month_day");
    EXPECT_EQ(wrong(Key::draft_due, "02-29"), "/value/text settings.value.month_day");
    EXPECT_EQ(wrong(Key::draft_due, ""), "/value/text settings.value.missing");
    EXPECT_EQ(wrong(Key::roster_due_time, "24:00"), "/value/text settings.value.time_of_day");
    EXPECT_EQ(wrong(Key::roster_due_time, "09:30"), "");
    EXPECT_EQ(wrong(Key::thematic_notice, "15wd"), "");
    for (const auto* none : {"10", "wd", "010wd", "-1d", "1.5d", "10 wd", "10w", "9999999d"}) {
        EXPECT_EQ(wrong(Key::thematic_notice, none), "/value/text settings.value.duration") << none;
    }
    EXPECT_EQ(wrong(Key::thematic_notice, "0d"), "/value/text settings.value.bounds");
    EXPECT_EQ(wrong(Key::thematic_notice, "181d"), "/value/text settings.value.bounds");
    EXPECT_EQ(wrong(Key::thematic_notice, "1mo"), "/value/text settings.value.months");
    EXPECT_EQ(wrong(Key::reply_at_most, "6mo"), "");
    for (const auto* none : {"2", "3/2", "0/3", "2/0", "a/b", "2/3/4"}) {
        EXPECT_EQ(wrong(Key::quorum_share, none), "/value/text settings.value.fraction") << none;
    }
    EXPECT_EQ(wrong(Key::key_proposal_share, "2.5-4"), "");
    EXPECT_EQ(wrong(Key::key_proposal_share, "5-1.5"), "/value/text settings.value.percent_range");
    EXPECT_EQ(wrong(Key::key_proposal_share, "1.50-2"), "/value/text settings.value.percent_range");
    EXPECT_EQ(wrong(Key::key_proposal_share, "1-101"), "/value/text settings.value.bounds");
    EXPECT_EQ(wrong(Key::redo_rounds, ""), ""); // no limit
    EXPECT_EQ(wrong(Key::redo_rounds, "0"), "/value/text settings.value.bounds");
    EXPECT_EQ(wrong(Key::opinion_characters, SettingValue{"1500", {{"a"}}}),
        "/value/items settings.value.no_list");
}

TEST(Settings, TakeFieldsThatAreRenamedButNoneAddedOrLeftOut)
{
    auto fields = default_of(Key::plan_fields);
    fields.items[0].name = "高质量发展";
    EXPECT_EQ(wrong(Key::plan_fields, fields), "");
    fields.items.push_back({"party_building", "党的建设", ""});
    EXPECT_EQ(wrong(Key::plan_fields, fields), "/value/items/5/id settings.items.added");
    fields.items.pop_back();
    fields.items[2].name = " ";
    EXPECT_EQ(wrong(Key::plan_fields, fields).substr(0, 19), "/value/items/2/name");
    fields.items.erase(fields.items.begin() + 2);
    EXPECT_EQ(wrong(Key::plan_fields, fields), "/value/items settings.items.left_out");
    EXPECT_EQ(wrong(Key::plan_fields, SettingValue{}), "/value/items settings.items.count");
}

TEST(Settings, TakeRowsOfAnOpenListByAnIdOfTheirOwn)
{
    auto criteria = default_of(Key::screening_criteria);
    criteria.items.push_back({.id = "Party", .name = "党的建设", .weight = 1});
    EXPECT_EQ(wrong(Key::screening_criteria, criteria), "/value/items/5/id settings.item.id");
    criteria.items.back().id = "small_cut";
    EXPECT_EQ(wrong(Key::screening_criteria, criteria), "/value/items/5/id settings.item.twice");
    criteria.items.back().id = "party_building";
    EXPECT_EQ(wrong(Key::screening_criteria, criteria), "");
}

TEST(Settings, CallFormsAndFieldsAsTheDistrictDoes)
{
    Settings settings;
    const auto name = [&](const char* code, texts::Language language) {
        return given_names(settings, language).find(code)->second;
    };
    EXPECT_EQ(name("topics.web.kind.biweekly", texts::Language::zh_cn), "双周协商座谈会");
    EXPECT_EQ(name("suggestion.field.ecology", texts::Language::en), "Ecology");
    auto kinds = default_of(Key::topic_kinds);
    kinds.items[5].name = "双月协商座谈会";
    kinds.items[5].name_en = "";
    settings.set(Key::topic_kinds, kinds);
    EXPECT_EQ(name("topics.web.kind.biweekly", texts::Language::zh_cn), "双月协商座谈会");
    EXPECT_EQ(name("topics.web.kind.biweekly", texts::Language::en), "双月协商座谈会");
}

TEST(Settings, NameFormsAndFieldsFirstAsTheTextsDo)
{
    const Settings settings;
    for (const auto language : {texts::Language::zh_cn, texts::Language::en}) {
        for (const auto& [code, name] : given_names(settings, language)) {
            ASSERT_TRUE(texts::built_in().has(language, code)) << code;
            EXPECT_EQ(name, texts::built_in().text(language, code));
        }
    }
    std::set<std::string> ids;
    for (const auto& field : settings.items(Key::plan_fields)) {
        ids.insert(field.id);
    }
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<plan::TopicField>>(
        [&](auto entry) { EXPECT_TRUE(ids.contains(entry.name)) << entry.name; });
    EXPECT_EQ(ids.size(), 5);
}

TEST(Settings, TakeNumbersOnlyWhereAListHasThem)
{
    auto kinds = default_of(Key::topic_kinds);
    kinds.items[3].most = 1;
    EXPECT_EQ(wrong(Key::topic_kinds, kinds), "/value/items/3/most settings.item.frequency");
    kinds.items[3].most = 1000;
    EXPECT_EQ(wrong(Key::topic_kinds, kinds), "/value/items/3/most settings.item.number");
    kinds.items[3].most = {};
    kinds.items[3].weight = 1;
    EXPECT_EQ(wrong(Key::topic_kinds, kinds), "/value/items/3/weight settings.item.not_here");
    kinds.items[3].weight = {};
    kinds.items.push_back({"new_form", "新形式"});
    EXPECT_EQ(wrong(Key::topic_kinds, kinds), "/value/items/12/id settings.items.added");
    auto criteria = default_of(Key::screening_criteria);
    criteria.items[0].weight = {};
    EXPECT_EQ(
        wrong(Key::screening_criteria, criteria), "/value/items/0/weight settings.item.number");
}

TEST(Settings, TakeAsReviewersOnlyRolesThatReviewInThatStage)
{
    auto offices = default_of(Key::three_offices_reviewers);
    offices.items[2].turn = 2;
    EXPECT_EQ(wrong(Key::three_offices_reviewers, offices), "");
    offices.items[0].id = "minister";
    EXPECT_EQ(wrong(Key::three_offices_reviewers, offices), "/value/items/0/id settings.item.role");
    offices.items[0].id = boost::describe::enum_to_string(members::Role::auditor, "");
    EXPECT_EQ(wrong(Key::three_offices_reviewers, offices), "/value/items/0/id settings.item.role");
    offices.items[0].id = "special_committee"; // sees content, but agrees to no plan
    EXPECT_EQ(wrong(Key::three_offices_reviewers, offices), "/value/items/0/id settings.item.role");
    offices.items[0] = {.id = "secretary_general", .turn = 0, .count = 1};
    EXPECT_EQ(
        wrong(Key::three_offices_reviewers, offices), "/value/items/0/turn settings.item.number");
    auto chairpersons = default_of(Key::chairpersons_reviewers);
    chairpersons.items.push_back({.id = "government_office", .turn = 1, .count = 1});
    EXPECT_EQ(
        wrong(Key::chairpersons_reviewers, chairpersons), "/value/items/1/id settings.item.role");
}

// Of each role that the screen offers a review can be passed; of no other.
TEST(Settings, OfferAsReviewersThoseWhomTheWorkflowLetsAgree)
{
    using plan::PlanState;
    const plan::PlanFacts last{
        .has_topics = true, .is_due = true, .completes = true, .chairpersons_agreed = true};
    for (const auto& [key, stage] :
        {std::pair(Key::three_offices_reviewers, PlanState::three_office_review),
            std::pair(Key::chairpersons_reviewers, PlanState::chairpersons_review),
            std::pair(Key::party_committee_reviewers, PlanState::party_committee_review)}) {
        plan::Plan plan;
        plan.state = stage;
        const auto consent = stage == PlanState::party_committee_review ? plan::PlanAction::approve
                                                                        : plan::PlanAction::pass;
        std::vector<members::Role> agreeing;
        for (int bit = 0; bit <= static_cast<int>(members::Role::security_administrator); ++bit) {
            const auto role = static_cast<members::Role>(bit);
            if (plan::take(plan, consent, members::bit(role), last)) {
                agreeing.push_back(role);
            }
        }
        EXPECT_EQ(reviewer_roles(key), agreeing);
        EXPECT_FALSE(agreeing.empty());
    }
    EXPECT_TRUE(reviewer_roles(Key::plan_fields).empty());
}

TEST(Settings, LeaveNobodyOutWithoutWhomNoPlanPasses)
{
    auto chairpersons = default_of(Key::chairpersons_reviewers);
    chairpersons.items[0].id = "secretary_general";
    EXPECT_EQ(wrong(Key::chairpersons_reviewers, chairpersons),
        "/value/items settings.items.deciding_body.chairperson");
    chairpersons.items.push_back({.id = "chairperson", .turn = 2, .count = 1});
    EXPECT_EQ(wrong(Key::chairpersons_reviewers, chairpersons), "");
    auto party = default_of(Key::party_committee_reviewers);
    party.items[0].id = "party_office";
    const auto without = acceptable(spec_of(Key::party_committee_reviewers), party);
    ASSERT_EQ(without.error().fields.size(), 2U);
    EXPECT_EQ(without.error().fields[1].code, "settings.items.deciding_body.party_committee");
}

TEST(Settings, DoNotContradictOneAnother)
{
    Settings settings;
    settings.set(Key::topic_call_closes, {"08-31"});
    const auto closed = fit_together(settings, Key::topic_call_closes);
    ASSERT_FALSE(closed);
    EXPECT_EQ(closed.error().fields.at(0).code, "settings.order.at_least");
    EXPECT_EQ(closed.error().fields.at(0).params.at("other"), "topic_call_opens");
    EXPECT_FALSE(fit_together(settings, Key::topic_call_opens));
    EXPECT_TRUE(fit_together(settings, Key::quorum_share)); // is not about it
    settings.set(Key::reply_to_other_due, {"200d"});
    EXPECT_FALSE(fit_together(settings, Key::reply_to_other_due)); // 6 months at most
}

} // namespace
} // namespace xieshang::settings
