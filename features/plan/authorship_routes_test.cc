// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The API tells who did what in a correction, and takes nobody's word for it.
#include "features/plan/correction_desk_test.h"

namespace xieshang::plan {
namespace {

using enum http::Method;

class AuthorshipRoutes : public CorrectionDesk {};
ON_EVERY_DATABASE(AuthorshipRoutes);

TEST_P(AuthorshipRoutes, TellWhoIgnoredAndWhoWroteWhatWithTwoPeopleInTurn)
{
    const auto at_first = clock.now().ms;
    const auto kept = keep(with_line_5_ignored(correction()), 1);
    ASSERT_EQ(kept.status, 200) << kept.text;
    EXPECT_EQ(kept.body.at("authorship").at("ignored").at(0).at("by_name").as_string(), "王小协");
    clock.advance(60'000);
    ASSERT_EQ(keep(retitled(correction(), "甲题（修改）"), 2, "colleague").status, 200);
    clock.advance(60'000);
    const auto shown = send(get, place(), "office").body.at("authorship");
    EXPECT_EQ(shown.at("words").at(0).at("by_name").as_string(), "赵小议");
    EXPECT_EQ(shown.at("words").at(0).at("document").as_string(), "甲题");

    const auto plan = send(post, place("/plan"), "colleague", "", 3);
    ASSERT_EQ(plan.status, 201) << plan.text;
    EXPECT_EQ(plan.body.at("created_by_name").as_string(), "赵小议");
    const auto& ignored = plan.body.at("ignored").at(0);
    EXPECT_EQ(ignored.at("by_name").as_string(), "王小协") << "not who saved the plan";
    EXPECT_EQ(ignored.at("by_id").as_string(), "p1");
    EXPECT_EQ(ignored.at("at").as_int64(), at_first);
    const auto& own = plan.body.at("own_words").at(0);
    EXPECT_EQ(own.at("topic").as_int64(), 0);
    EXPECT_EQ(own.at("field").as_string(), "title");
    EXPECT_EQ(own.at("words").as_string(), "甲题（修改）");
    EXPECT_EQ(own.at("document").as_string(), "甲题");
    EXPECT_EQ(own.at("by_name").as_string(), "赵小议");
    EXPECT_EQ(own.at("at").as_int64(), at_first + 60'000);
    EXPECT_EQ(send(get, "/api/plans/" + plan.id(), "reader").body.at("own_words"),
        plan.body.at("own_words"));
    const auto recorded = boost::json::parse(content_of_newest("plan.save_draft"));
    EXPECT_EQ(recorded.at("ignored"), plan.body.at("ignored"));
    EXPECT_EQ(recorded.at("own_words"), plan.body.at("own_words"));
}

TEST_P(AuthorshipRoutes, TakeNobodysWordForWhoDidWhat)
{
    auto all = with_line_5_ignored(correction());
    all["authorship"] = boost::json::parse(R"({"ignored":[],"words":[]})");
    EXPECT_EQ(keep(all, 1).status, 422);
}

TEST_P(AuthorshipRoutes, GiveWhatIsOlderThanTheTellingToWhoKeptItLast)
{
    ASSERT_EQ(keep(with_line_5_ignored(correction()), 1, "colleague").status, 200);
    db().write([&](db::Tx& tx) {
        tx.execute("UPDATE plan_correction SET authorship = NULL");
        return true;
    });
    EXPECT_EQ(keep(retitled(correction(), "甲"), 2).status, 200);
    const auto told = send(get, place(), "office").body.at("authorship");
    EXPECT_EQ(told.at("ignored").at(0).at("by_name").as_string(), "赵小议");
    EXPECT_EQ(told.at("words").at(0).at("by_name").as_string(), "王小协");
}

} // namespace
} // namespace xieshang::plan
