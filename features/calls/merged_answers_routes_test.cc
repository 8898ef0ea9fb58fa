// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_desk_test.h"

namespace xieshang::calls {
namespace {

using testing::HasSubstr;
using testing::Not;

// 电梯, of wang, is merged into 加装电梯, of li, which nobody has screened yet.
class MergedAnswers : public CallsDesk {
protected:
    void SetUp() override
    {
        CallsDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        merged_ = {handed_in(wang, "电梯")};
        target_ = {handed_in(li, "加装电梯")};
        merge(wang, merged_, li, target_);
    }
    void merge(const base::Actor& one, const SuggestionId& from, const base::Actor& other,
        const SuggestionId& into)
    {
        const auto asked = ask_merge(services(), clerk, from, {into, "内容相近"}).value();
        ASSERT_TRUE(consent(one, asked.id, true));
        ASSERT_TRUE(consent(other, asked.id, true));
        ASSERT_TRUE(step(clerk, from, TopicAction::merge, "内容相近"));
    }
    boost::json::value into(const base::Actor& as, const SuggestionId& id)
    {
        return see(as, "/api/suggestions/" + id.text).body.at("merged_into");
    }

    SuggestionId merged_;
    SuggestionId target_;
};
ON_EVERY_DATABASE(MergedAnswers);

TEST_P(MergedAnswers, KeepASuggestionFromBeingWithdrawnWithAnothersInIt)
{
    const auto seen = see(li, "/api/suggestions/" + target_.text);
    EXPECT_THAT(seen.body.at("details").at("actions").at(0).at("refusal").as_string(),
        HasSubstr("cannot be withdrawn"));
    EXPECT_EQ(code(step(li, target_, TopicAction::withdraw)), "suggestion.holds_others");
    ASSERT_TRUE(step(clerk, merged_, TopicAction::reopen, "各有侧重"));
    EXPECT_TRUE(step(li, target_, TopicAction::withdraw));
}

TEST_P(MergedAnswers, AreThoseOfTheTargetAlsoWhereItWasRejected)
{
    ASSERT_TRUE(step(clerk, target_, TopicAction::reject, "已列入改造计划"));
    const auto mine = into(wang, merged_);
    EXPECT_EQ(mine.at("title"), "加装电梯");
    EXPECT_EQ(mine.at("answer"), "not_taken");
    EXPECT_EQ(mine.at("reply"), "已列入改造计划");
    EXPECT_FALSE(mine.at("is_readable").as_bool());
    EXPECT_EQ(see(wang, "/api/suggestions/" + target_.text).status, 404);
    const auto own = see(wang, "/api/suggestions/own");
    EXPECT_EQ(own.body.at("items").at(0).at("merged_into").at("reply"), "已列入改造计划");
}

TEST_P(MergedAnswers, AreThoseOfTheLastOneWhereTheTargetWasMergedToo)
{
    const SuggestionId last{handed_in(bureau, "老楼改造")};
    merge(li, target_, bureau, last);
    ASSERT_TRUE(step(clerk, last, TopicAction::pass_on, "属个案", "提案"));
    const auto mine = into(wang, merged_);
    EXPECT_EQ(mine.at("title"), "加装电梯");
    EXPECT_EQ(mine.at("answer"), "passed_on");
    EXPECT_EQ(mine.at("passed_to"), "提案");
}

TEST_P(MergedAnswers, NameTheTargetToOthersOnlyWhereTheySeeIt)
{
    EXPECT_TRUE(into(reader, merged_).is_null()) << "it waits to be screened";
    EXPECT_THAT(see(reader, here() + "/answers").text, Not(HasSubstr("加装电梯")));
    EXPECT_EQ(into(committee, merged_).at("title"), "加装电梯");
    ASSERT_TRUE(step(clerk, target_, TopicAction::screen, "切口小"));
    EXPECT_EQ(into(reader, merged_).at("title"), "加装电梯");
    EXPECT_THAT(see(reader, here() + "/answers").text, HasSubstr("加装电梯"));
    ASSERT_TRUE(step(clerk, target_, TopicAction::reject, "已列入改造计划"));
    EXPECT_TRUE(into(reader, merged_).is_null());
    EXPECT_THAT(
        see(reader, "/api/suggestions/" + merged_.text).text, Not(HasSubstr("已列入改造计划")));
}

} // namespace
} // namespace xieshang::calls
