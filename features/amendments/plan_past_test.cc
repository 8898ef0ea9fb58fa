// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/plan_past.h"

#include "features/topics/topic_event.h"

#include <gmock/gmock.h>

namespace xieshang::amendments {
namespace {

using testing::ElementsAre;

constexpr std::int64_t a_day = 86'400'000;

std::string told_words(const std::string& title, const std::string& period = {})
{
    return R"({"number":1,"kind":"thematic","title":")" + title + R"(","period":")" + period
        + R"(","month":null,"responsible":["区民政局"],"participating":[],"line":0})";
}
std::string told_plan(const std::string& title)
{
    return R"({"title":")" + title + R"(","committee":"政协","year":2022})";
}

// What the record tells, in its order; days are counted from 1970-01-01.
class Story {
public:
    explicit Story(std::int64_t day = 0)
    {
        past.topics = {TopicId{"a"}, TopicId{"b"}};
        plan(day, "save_draft",
            R"({"plan":)" + told_plan("计划草案")
                + R"(,"sections":[{"heading":"一、要求","text":"围绕中心。"}],"topics":[)"
                + told_words("养老服务") + "," + told_words("垃圾分类") + "]}");
    }

    void plan(std::int64_t day, const std::string& verb, std::string content)
    {
        add(day, {}, "plan." + verb, ++version_, std::move(content));
    }
    void step(std::int64_t day, const std::string& verb, const std::string& to)
    {
        plan(day, verb, R"({"reason":"","to":")" + to + R"("})");
    }
    void topic(std::int64_t day, const std::string& id, const std::string& verb,
        const std::string& content)
    {
        version_ += topics::counts_up_its_plan("topic." + verb) ? 1 : 0;
        add(day, TopicId{id}, "topic." + verb, 2, content);
    }
    void moved(
        std::int64_t day, const std::string& id, const std::string& verb, const std::string& to)
    {
        topic(day, id, verb, R"({"from":"planned","to":")" + to + R"(","reason":""})");
    }
    void renamed(std::int64_t day, const std::string& id, const std::string& title)
    {
        topic(day, id, "retitle", R"({"after":)" + told_words(title) + "}");
    }
    void issued(std::int64_t day)
    {
        step(day, "submit", "three_office_review");
        step(day, "pass", "chairpersons_review");
        step(day, "pass", "party_committee_review");
        step(day, "approve", "approved");
        step(day, "issue", "issued");
    }
    // What stands before it was its doing.
    void amended(std::int64_t day, const std::string& id, const std::string& effective_on,
        std::vector<Applied> applied)
    {
        plan(day, "amend", R"({"amendment_id":")" + id + R"("})");
        Amendment amendment;
        amendment.id = AmendmentId{id};
        amendment.decision = Decision{"主席会议", effective_on, effective_on, effective_on};
        amendment.applied = std::move(applied);
        amendment.state = AmendmentState::decided;
        past.decided.push_back(std::move(amendment));
    }

    std::string on(const std::string& day) const { return said(PastUntil{.day = day}); }
    std::string at(std::int64_t version) const { return said(PastUntil{.version = version}); }

    PlanPast past;

private:
    void add(std::int64_t day, std::optional<TopicId> topic, std::string action,
        std::int64_t version, std::string content)
    {
        past.events.push_back({std::ssize(past.events) + 1, {day * a_day}, "p", std::move(topic),
            std::move(action), version, std::move(content)});
    }
    std::string said(const PastUntil& until) const
    {
        const auto text = text_of(past, until);
        if (!text) {
            return text.error().code;
        }
        auto all = text->title + ":";
        for (const auto& topic : text->topics) {
            all += " " + topic.title + (topic.place == TopicPlace::postponed ? "(延期)" : "");
        }
        return all;
    }

    std::int64_t version_ = 0;
};

Applied of_topic(ChangeKind kind, const std::string& id, const std::string& brings = {})
{
    Applied one{.kind = kind};
    if (!id.empty()) {
        one.topic_id = TopicId{id};
    }
    if (!brings.empty()) {
        one.new_topic_id = TopicId{brings};
    }
    return one;
}

TEST(PlanPast, SaysWhatStoodThereAfterEachChangeOfTheDraft)
{
    Story story;
    story.plan(1, "edit", R"({"after":)" + told_plan("工作计划") + "}");
    story.topic(1, "a", "edit", R"({"after":)" + told_words("养老", "9月") + "}");
    story.topic(2, "c", "enter", R"({"after":)" + told_words("托育") + "}");
    story.moved(3, "b", "unlist", "screened");
    story.moved(4, "b", "shortlist", "shortlisted");
    EXPECT_EQ(story.at(1), "计划草案: 养老服务 垃圾分类");
    EXPECT_EQ(story.at(2), "工作计划: 养老服务 垃圾分类");
    EXPECT_EQ(story.at(3), "工作计划: 养老 垃圾分类");
    EXPECT_EQ(story.at(5), "工作计划: 养老 托育");
    EXPECT_EQ(story.at(6), "工作计划: 养老 垃圾分类 托育");
    EXPECT_EQ(story.on("1970-01-01"), story.at(1));
    EXPECT_EQ(story.on("1970-01-03"), story.at(4));
    const auto text = text_of(story.past, {}).value();
    EXPECT_EQ(text.topics.front().period, "9月");
    EXPECT_THAT(text.topics.front().responsible, ElementsAre("区民政局"));
    EXPECT_EQ(text.sections.front().text, "围绕中心。");
    EXPECT_EQ(text.year, 2022);
}

TEST(PlanPast, HoldsAnAmendmentFromItsEffectiveDayOn)
{
    Story story;
    story.issued(2);
    story.renamed(20, "a", "生活养老");
    story.topic(20, "n", "add", R"({"after":)" + told_words("托育服务") + "}");
    story.amended(20, "m", "1970-01-12",
        {of_topic(ChangeKind::retitle, "a"), of_topic(ChangeKind::add, "", "n")});
    EXPECT_EQ(story.on("1970-01-11"), "计划草案: 养老服务 垃圾分类");
    EXPECT_EQ(story.on("1970-01-12"), "计划草案: 生活养老 垃圾分类 托育服务");
    EXPECT_EQ(story.at(6), "计划草案: 养老服务 垃圾分类"); // as it was issued
    EXPECT_EQ(story.at(7), "计划草案: 生活养老 垃圾分类 托育服务");
    EXPECT_EQ(version_of(story.past.events, AmendmentId{"m"}), 7);
    EXPECT_EQ(version_of(story.past.events, AmendmentId{"x"}), std::nullopt);
}

TEST(PlanPast, KeepsAmendmentsApartThatWereDecidedOneBehindTheOther)
{
    Story story;
    story.issued(2);
    story.renamed(20, "a", "生活养老");
    story.amended(20, "later", "1970-01-15", {of_topic(ChangeKind::retitle, "a")});
    story.moved(20, "b", "postpone", "postponed");
    story.amended(20, "earlier", "1970-01-12", {of_topic(ChangeKind::postpone, "b")});
    EXPECT_EQ(story.on("1970-01-13"), "计划草案: 养老服务 垃圾分类(延期)");
    EXPECT_EQ(story.on("1970-01-15"), "计划草案: 生活养老 垃圾分类(延期)");
    EXPECT_EQ(story.at(7), "计划草案: 生活养老 垃圾分类");
}

TEST(PlanPast, DoesNotCallHowFarATopicHasComeAChangeOfThePlan)
{
    Story story;
    const auto before = text_of(story.past, {}).value().topics;
    story.issued(2);
    story.moved(3, "a", "start_research", "research");
    EXPECT_EQ(text_of(story.past, {}).value().topics, before);
}

TEST(PlanPast, SaysThatThePlanWasNotThereOrIsNotTold)
{
    Story story(5);
    EXPECT_EQ(story.on("1970-01-05"), "version.not_there_yet");
    EXPECT_EQ(story.on("1970-01-06"), "计划草案: 养老服务 垃圾分类");
    story.plan(6, "edit", "");
    EXPECT_EQ(story.at(2), "version.not_told");
    EXPECT_EQ(story.at(1), "计划草案: 养老服务 垃圾分类");
}

} // namespace
} // namespace xieshang::amendments
