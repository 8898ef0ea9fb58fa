// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Each channel answers by the same policy: who may not see an object gets no trace of it in a list,
// a search, an export, a file or a live event.
#include "tests/policies/policies_fixture_test.h"

#include "app/change_feed.h"
#include "platform/base/embedded.h"

#include <gmock/gmock.h>

#include <chrono>
#include <condition_variable>
#include <fstream>
#include <iterator>
#include <mutex>

namespace xieshang::policies {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* mark = "无人可见的标题"; // of an import, and its file's name

class FollowedChanges final : public http::EventSink {
public:
    void send(std::string_view text) override
    {
        const std::lock_guard lock(mutex_);
        text_ += text;
        changed_.notify_all();
    }
    void close() override {}
    std::string once_it_tells(const std::string& part)
    {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, std::chrono::seconds(20), // only a failing test waits so long
            [&] { return text_.find(part) != std::string::npos; });
        return text_;
    }

    std::string told()
    {
        const std::lock_guard lock(mutex_);
        return text_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::string text_;
};

class PolicyChannels : public Policies {
protected:
    static std::string sent_by(const http::Response& response)
    {
        if (!response.file_path) {
            return response.body;
        }
        std::ifstream file(*response.file_path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    }

    // Kept for good; the id.
    static std::string import_of(const std::string& text)
    {
        const auto response =
            house().ask_for_good(visitor(house().visitors(), "office, none"), http::Method::post,
                {.path = "/api/plan-documents",
                    .query = "again=true",
                    .body = text,
                    .content_type = "application/octet-stream"});
        EXPECT_EQ(response.status, 201) << response.body;
        return std::string(boost::json::parse(response.body).at("id").as_string());
    }
    static std::string marked_text()
    {
        std::string text(embedded::demo().front().bytes);
        const auto title = text.find_first_not_of("\xEF\xBB\xBF");
        return text.insert(title, mark);
    }

    static std::shared_ptr<FollowedChanges> follower(const std::string& name)
    {
        auto sink = std::make_shared<FollowedChanges>();
        const auto response = house().ask_for_good(
            visitor(house().visitors(), name), http::Method::get, {"/api/events"});
        EXPECT_EQ(response.status, 200) << name;
        if (response.stream) {
            response.stream(sink);
        }
        return sink;
    }
};

TEST_F(PolicyChannels, ShowNobodyButTheOfficeATraceOfAnImport)
{
    const auto id = import_of(marked_text());
    int seen = 0;
    for (const auto& operation : operations()) {
        if (operation.method != http::Method::get) {
            continue;
        }
        for (const auto& visitor : house().visitors()) {
            for (const auto& asked : operation.cases) {
                auto ask = asked.ask(visitor);
                if (ask.query.starts_with("q=")) {
                    ask.query = "q=%E6%97%A0%E4%BA%BA%E5%8F%AF%E8%A7%81"; // 无人可见
                }
                const auto sent = sent_by(house().ask(visitor, operation.method, ask));
                // The auditor is told that something was done, and to which id: nothing of it.
                const bool told_by_id = visitor.asking.role == "auditor"
                    && (operation.name == "listActs" || operation.name == "exportActs");
                const bool shows = sent.find(mark) != std::string::npos
                    || (!told_by_id && sent.find(id) != std::string::npos);
                const bool office = visitor.asking.signed_in && visitor.asking.role == "office";
                seen += shows ? 1 : 0;
                EXPECT_TRUE(office || !shows)
                    << operation.name << " of " << asked.name << " tells " << visitor.name;
            }
        }
    }
    EXPECT_GT(seen, 0) << "the office finds the import nowhere, so this test shows nothing";
}

TEST_F(PolicyChannels, TellOfAnImportToTheOfficeAlone)
{
    app::ChangeFeed feed(house().real_database(), house().events());
    feed.start();
    const auto office = follower("office, active");
    const auto reader = follower("reader, none");
    const auto member = follower("member, active");
    const auto id = import_of(marked_text());
    const auto plan =
        house().ask_for_good(visitor(house().visitors(), "office, none"), http::Method::post,
            {.path = "/api/plan-documents/" + house().things().import + "/plan",
                .query = "again=true",
                .version = 1});
    ASSERT_EQ(plan.status, 201) << plan.body;
    const auto made = std::string(boost::json::parse(plan.body).at("id").as_string());
    EXPECT_THAT(office->once_it_tells(made), HasSubstr(id));
    for (const auto& other : {reader, member}) {
        const auto told = other->once_it_tells(made);
        EXPECT_THAT(told, HasSubstr(made));
        EXPECT_THAT(told, Not(HasSubstr(id)));
        EXPECT_THAT(told, Not(HasSubstr("plan_document")));
    }
    feed.stop();
}

TEST_F(PolicyChannels, TellOfAPersonToThoseWhoSeeHisWords)
{
    app::ChangeFeed feed(house().real_database(), house().events());
    feed.start();
    const auto office = follower("office, active");
    const auto leader = follower("secretary_general, none");
    const std::vector<std::shared_ptr<FollowedChanges>> others{
        follower("member, active"), follower("reader, none")};
    const auto ask = [](const char* path, const std::string& body) {
        const auto response = house().ask_for_good(visitor(house().visitors(), "office, none"),
            http::Method::post, {.path = path, .body = body});
        EXPECT_EQ(response.status, 201) << response.body;
        return std::string(boost::json::parse(response.body).at("id").as_string());
    };
    const auto first = ask("/api/people", R"({"name":"尚先来"})");
    EXPECT_THAT(leader->once_it_tells(first), HasSubstr("registered_person"));
    EXPECT_THAT(office->once_it_tells(first), HasSubstr("registered_person"));
    const auto body = ask("/api/organisations",
        R"({"kind":"department","name":"气象局","short_name":"气象局","code":"qxj",)"
        R"("valid":{"from":"2001-01-01"}})");
    EXPECT_THAT(others[0]->once_it_tells(body), HasSubstr("organisation")); // told after the person
    for (const auto& other : others) {
        EXPECT_THAT(other->told(), Not(HasSubstr("registered_person")));
        EXPECT_THAT(other->told(), Not(HasSubstr(first)));
    }
    feed.stop();
}

} // namespace
} // namespace xieshang::policies
