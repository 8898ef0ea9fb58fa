// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/event_hub.h"

#include <gtest/gtest.h>

#include <atomic>

namespace xieshang::http {
namespace {

constexpr auto patience = std::chrono::seconds(20); // only a failing test waits so long

class FakeSink final : public EventSink {
public:
    void send(std::string_view text) override
    {
        const std::lock_guard lock(mutex_);
        text_ += text;
        changed_.notify_all();
    }
    void close() override
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }
    bool gone() const override
    {
        const std::lock_guard lock(mutex_);
        return closed_;
    }
    bool gets(std::string_view part)
    {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(
            lock, patience, [&] { return text_.find(part) != std::string::npos; });
    }
    bool ends()
    {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, patience, [&] { return closed_; });
    }
    std::string text() const
    {
        const std::lock_guard lock(mutex_);
        return text_;
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::string text_;
    bool closed_ = false;
};

class Events : public testing::Test {
protected:
    static base::Actor person(const std::string& name)
    {
        return {name, name, name == "office" ? 1U : 2U};
    }
    std::shared_ptr<FakeSink> follow(
        EventHub& hub, const std::string& actor = "a", const std::string& last = "")
    {
        Request request;
        request.body = "not kept";
        request.headers = {{"X-Who", actor}};
        if (!last.empty()) {
            request.headers.push_back({"Last-Event-ID", last});
        }
        const auto response = hub.subscribe(request, person(actor));
        EXPECT_TRUE(response);
        EXPECT_EQ(response->header("Content-Type"), "text/event-stream");
        auto sink = std::make_shared<FakeSink>();
        response->stream(sink);
        return sink;
    }
    EventHub::Who who()
    {
        return [this](const Request& request) -> std::optional<base::Actor> {
            const std::string name(request.header("X-Who"));
            if (throws) {
                throw std::runtime_error("no database");
            }
            if (ended || has_left(name)) {
                return std::nullopt;
            }
            auto actor = person(name);
            actor.roles |= has_more ? 4U : 0U;
            actor.membership = is_suspended ? base::Membership::suspended : base::Membership::none;
            return actor;
        };
    }
    static Event event(std::int64_t sequence, base::Roles roles = 3)
    {
        return {sequence, "plan", "{\"n\":" + std::to_string(sequence) + "}", roles};
    }
    bool has_left(const std::string& name)
    {
        const std::lock_guard lock(mutex);
        return name == left;
    }
    void leave(const std::string& name)
    {
        const std::lock_guard lock(mutex);
        left = name;
    }

    std::mutex mutex;
    std::string left; // who signed out
    std::atomic<bool> has_more = false;
    std::atomic<bool> is_suspended = false;
    std::atomic<bool> ended = false;
    std::atomic<bool> throws = false;
    const EventHubOptions quiet{.heartbeat = std::chrono::hours(1)};
};

TEST_F(Events, ReachWhoMaySeeThem)
{
    EventHub hub(who(), quiet);
    const auto office = follow(hub, "office");
    const auto reader = follow(hub, "reader");
    hub.publish(event(1, 1));
    hub.publish(event(2, 3));
    EXPECT_TRUE(office->gets(
        "id: 1\nevent: plan\ndata: {\"n\":1}\n\nid: 2\nevent: plan\ndata: {\"n\":2}\n\n"));
    EXPECT_TRUE(reader->gets("id: 2\n"));
    EXPECT_EQ(reader->text().find("id: 1\n"), std::string::npos);
}

TEST_F(Events, AnEndedSessionReceivesNothingMore)
{
    EventHub hub(who(), quiet);
    const auto sink = follow(hub);
    hub.publish(event(1));
    ASSERT_TRUE(sink->gets("id: 1\n"));
    ended = true;
    hub.publish(event(2));
    EXPECT_TRUE(sink->ends());
    EXPECT_EQ(sink->text().find("id: 2\n"), std::string::npos);
}

TEST_F(Events, WithoutAWordAboutTheSessionTheStreamEnds)
{
    EventHub hub(who(), quiet);
    const auto sink = follow(hub);
    throws = true;
    hub.publish(event(1));
    EXPECT_TRUE(sink->ends());
}

TEST_F(Events, AreNotWaitedForWhenASessionIsSaidToBeOver)
{
    EventHub hub(who(), quiet);
    const auto first = follow(hub, "reader");
    const auto second = follow(hub, "reader");
    const auto other = follow(hub, "other");
    leave("reader");
    hub.ask_again("reader");
    EXPECT_TRUE(first->ends());
    EXPECT_TRUE(second->ends());
    hub.publish(event(1));
    EXPECT_TRUE(other->gets("id: 1\n"));
    EXPECT_FALSE(other->gone());
    EXPECT_EQ(first->text(), "retry: 3000\n\n");
}

TEST_F(Events, EndWhereSomebodysRightsAreOthers)
{
    for (auto* changed : {&has_more, &is_suspended}) {
        EventHub hub(who(), quiet);
        const auto sink = follow(hub, "reader");
        hub.publish(event(1));
        ASSERT_TRUE(sink->gets("id: 1\n"));
        *changed = true;
        hub.ask_everybody_again();
        EXPECT_TRUE(sink->ends());
        *changed = false;
    }
}

TEST_F(Events, EndForWhoseRightsWentBetweenTheQuestionAndTheStream)
{
    EventHub hub(who(), quiet);
    const auto response = hub.subscribe({}, person("reader")); // let in
    ended = true;
    hub.ask_again("reader"); // there is no stream yet
    auto sink = std::make_shared<FakeSink>();
    response->stream(sink);
    EXPECT_TRUE(sink->ends());
}

TEST_F(Events, TheHeartbeatAlsoChecksTheSession)
{
    EventHub hub(who(), {.heartbeat = std::chrono::milliseconds(1)});
    const auto sink = follow(hub);
    EXPECT_TRUE(sink->gets(": beat\n\n"));
    ended = true;
    EXPECT_TRUE(sink->ends());
}

TEST_F(Events, WhatWasMissedIsSentToWhoComesBack)
{
    EventHub hub(who(), {.heartbeat = std::chrono::hours(1), .kept_events = 3});
    for (std::int64_t at = 1; at <= 5; ++at) {
        hub.publish(event(at, at == 4 ? 1 : 2));
    }
    EXPECT_EQ(follow(hub, "reader", "3")->text(),
        "retry: 3000\n\nid: 5\nevent: plan\ndata: {\"n\":5}\n\n");
    EXPECT_EQ(follow(hub, "reader", "5")->text(), "retry: 3000\n\n");
    EXPECT_EQ(follow(hub, "reader", "")->text(), "retry: 3000\n\n");
    for (const char* unknown : {"1", "9", "-3"}) {
        EXPECT_EQ(
            follow(hub, "reader", unknown)->text(), "retry: 3000\n\nevent: reload\ndata: {}\n\n")
            << unknown;
    }
}

TEST_F(Events, AreNotSentTwiceToWhoCameBackJustNow)
{
    EventHub hub(who(), quiet);
    hub.publish(event(1));
    const auto sink = follow(hub, "a", "0");
    hub.publish(event(2));
    ASSERT_TRUE(sink->gets("id: 2\n"));
    EXPECT_EQ(sink->text().find("id: 1\n"), sink->text().rfind("id: 1\n"));
}

TEST_F(Events, OnePersonHasOnlySoManyScreens)
{
    EventHub hub(
        who(), {.heartbeat = std::chrono::hours(1), .subscribers_most = 3, .per_actor_most = 2});
    const auto first = follow(hub, "a");
    const auto second = follow(hub, "a");
    const auto refused = hub.subscribe({}, {"a", "a", 1});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().trouble, base::Trouble::too_many_requests);
    const auto third = follow(hub, "b");
    EXPECT_EQ(hub.subscribe({}, {"c", "c", 1}).error().trouble, base::Trouble::unavailable);
    first->close(); // the client has left
    EXPECT_TRUE(hub.subscribe({}, {"a", "a", 1}));
}

TEST_F(Events, ClosingEndsAllStreams)
{
    EventHub hub(who(), quiet);
    const auto sink = follow(hub);
    hub.close();
    EXPECT_TRUE(sink->gone());
    EXPECT_FALSE(hub.subscribe({}, {"a", "a", 1}));
    EXPECT_EQ(hub.subscribers(), 0U);
}

TEST_F(Events, OfSeveralLinesAreAMistake)
{
    EventHub hub(who(), quiet);
    EXPECT_THROW(hub.publish({1, "plan", "{}\ndata: forged", 1}), std::invalid_argument);
    EXPECT_THROW(hub.publish({1, "plan\n", "{}", 1}), std::invalid_argument);
}

} // namespace
} // namespace xieshang::http
