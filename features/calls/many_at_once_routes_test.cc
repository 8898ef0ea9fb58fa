// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_desk_test.h"

#include <algorithm>
#include <set>
#include <thread>

namespace xieshang::calls {
namespace {

using testing::SizeIs;

// The same suggestion from a telephone that is not sure whether it arrived: three times in
// parallel.
class ManyAtOnceRoutes : public CallsDesk {
protected:
    std::vector<Answer> sent_at_once(
        const std::string& target, const std::string& content, const std::vector<std::string>& keys)
    {
        std::vector<Answer> answers(keys.size());
        std::vector<std::thread> senders;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            senders.emplace_back([&, i] { answers[i] = send_with_key(target, content, keys[i]); });
        }
        for (auto& sender : senders) {
            sender.join();
        }
        return answers;
    }
    std::vector<Answer> suggested_at_once(const std::vector<std::string>& keys)
    {
        act_as(wang);
        return sent_at_once(here() + "/suggestions", text_of("电梯"), keys);
    }
    static std::set<std::string> ids_of(const std::vector<Answer>& answers)
    {
        std::set<std::string> ids;
        for (const auto& answer : answers) {
            EXPECT_EQ(answer.status, 201) << answer.text;
            ids.insert(answer.status == 201 ? answer.at("id") : answer.text);
        }
        return ids;
    }
    std::size_t kept()
    {
        return db().read([](db::Tx& tx) { return suggestion_ids(tx).size(); });
    }
    std::size_t handed_in_by_the_record()
    {
        return db().read([](db::Tx& tx) {
            return tx
                .all<std::string>(
                    "SELECT subject_id FROM event WHERE action = 'suggestion.suggest'")
                .size();
        });
    }
};
ON_EVERY_DATABASE(ManyAtOnceRoutes);

TEST_P(ManyAtOnceRoutes, WithOneKeyAreOneSuggestionAndOneAnswer)
{
    const std::string key = "the-same-key-three-times";
    const auto answers = suggested_at_once({key, key, key});
    EXPECT_THAT(ids_of(answers), SizeIs(1));
    for (const auto& answer : answers) {
        EXPECT_EQ(answer.text, answers[0].text) << "what was answered first";
        EXPECT_FALSE(answer.body.at("already_there").as_bool());
    }
    EXPECT_EQ(kept(), 1U);
    EXPECT_EQ(handed_in_by_the_record(), 1U);
}

TEST_P(ManyAtOnceRoutes, WithAKeyEachAreTheOneThatIsThereOfTheSameText)
{
    const auto answers =
        suggested_at_once({"a-key-of-its-own-1", "a-key-of-its-own-2", "a-key-of-its-own-3"});
    EXPECT_THAT(ids_of(answers), SizeIs(1));
    EXPECT_EQ(std::count_if(answers.begin(), answers.end(),
                  [](const Answer& one) { return !one.body.at("already_there").as_bool(); }),
        1);
    EXPECT_EQ(kept(), 1U);
    EXPECT_EQ(handed_in_by_the_record(), 1U);
}

TEST_P(ManyAtOnceRoutes, OfThePublicAreOneSuggestionWithACodeForEachSending)
{
    const auto made = make_call(services(), clerk, call_words({Constituency::public_})).value();
    const auto form =
        take_call_step(services(), clerk, made.id, 1, {TopicCallAction::open, {}, {}}).value();
    act_as(std::nullopt);
    const std::string key = "the-same-key-three-times";
    const auto answers = sent_at_once("/api/public/calls/" + form.code,
        R"({"title":"路灯","problem":"不亮","reason":"","field":null,"name":"居民甲","contact":""})",
        {key, key, key});
    std::set<std::string> codes;
    for (const auto& answer : answers) {
        ASSERT_EQ(answer.status, 201) << answer.text;
        codes.insert(answer.at("answer_code"));
    }
    EXPECT_THAT(codes, SizeIs(3));
    EXPECT_EQ(kept(), 1U);
}

} // namespace
} // namespace xieshang::calls
