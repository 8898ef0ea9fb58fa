// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_desk_test.h"

#include <array>

namespace xieshang::calls {
namespace {

using testing::ElementsAreArray;
using testing::HasSubstr;
using testing::Not;

const std::array<std::string, 4> hostile{R"(<script>alert(1)</script>)",
    R"=(=HYPERLINK("http://example.test","click"))=", R"("><img src=x onerror=alert(1)>)",
    R"(@SUM(1+1)*cmd|' /C calc'!A0)"};

std::string as_json(const std::string& text)
{
    return boost::json::serialize(boost::json::string(text));
}

class HostileWordsRoutes : public CallsDesk {
protected:
    // Two of each of two members, as the call allows, in their order.
    std::vector<std::string> all_handed_in()
    {
        std::vector<std::string> ids;
        for (const auto& title : hostile) {
            ids.push_back(hand_in(ids.size() < 2 ? wang : li, title));
        }
        return ids;
    }
    std::string hand_in(const base::Actor& by, const std::string& title)
    {
        clock.advance(1000);
        const auto words = as_json(title);
        const auto made = send(by, here() + "/suggestions",
            R"({"title":)" + words + R"(,"problem":)" + words + R"(,"reason":)" + words
                + R"(,"kind":null,"departments":[)" + words + R"(],"field":null,"serves":)" + words
                + R"(,"constituency":null})");
        EXPECT_EQ(made.status, 201) << made.text;
        return made.at("id");
    }
};
ON_EVERY_DATABASE(HostileWordsRoutes);

TEST_P(HostileWordsRoutes, AreKeptAndGivenBackWordForWord)
{
    const auto ids = all_handed_in();
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto& title = hostile[i];
        const auto kept = db().read(
            [&](db::Tx& tx) { return find_suggestion(tx, SuggestionId{ids[i]}).value(); });
        EXPECT_EQ(kept.words.title, title);
        EXPECT_EQ(kept.words.departments, std::vector<std::string>{title});
        const auto seen = see(i < 2 ? wang : li, "/api/suggestions/" + ids[i]);
        EXPECT_EQ(seen.at("title"), title);
        EXPECT_EQ(seen.body.at("details").at("problem").as_string(), title);
    }
    EXPECT_THAT(titles(see(clerk, "/api/suggestions?sort=oldest")), ElementsAreArray(hostile));
    EXPECT_THAT(
        titles(see(clerk, "/api/suggestions?q=%3Cscript%3E")), ElementsAreArray({hostile[0]}))
        << "found by the very words";
}

TEST_P(HostileWordsRoutes, StandInTheTableAsTextWithoutAFormula)
{
    all_handed_in();
    const auto csv = see(clerk, "/api/suggestions/export").text;
    EXPECT_THAT(csv, HasSubstr(R"("<script>alert(1)</script>")"));
    EXPECT_THAT(csv, HasSubstr(R"=("'=HYPERLINK(""http://example.test"",""click"")")="));
    EXPECT_THAT(csv, HasSubstr(R"("""><img src=x onerror=alert(1)>")"));
    EXPECT_THAT(csv, HasSubstr(R"("'@SUM(1+1)*cmd|' /C calc'!A0")"));
    for (const auto* formula : {R"("=)", R"("@)", ",=", ",@", "\n=", "\n@"}) {
        EXPECT_THAT(csv, Not(HasSubstr(formula))) << "a cell that a spreadsheet program calculates";
    }
}

TEST_P(HostileWordsRoutes, OfSomebodyUnknownComeBackByHisCode)
{
    const auto made = make_call(services(), clerk, call_words({Constituency::public_})).value();
    const auto form =
        take_call_step(services(), clerk, made.id, 1, {TopicCallAction::open, {}, {}}).value();
    const auto words = as_json(hostile[0]);
    const auto hand_in = [&](const std::string& contact) {
        return send(std::nullopt, "/api/public/calls/" + form.code,
            R"({"title":)" + words + R"(,"problem":)" + words
                + R"(,"reason":"","field":null,"name":)" + words + R"(,"contact":)" + contact
                + "}");
    };
    EXPECT_EQ(hand_in(words).field(), "/contact suggestion.not_a_telephone");
    const auto receipt = hand_in(R"("13800138000")");
    ASSERT_EQ(receipt.status, 201) << receipt.text;
    const auto answer = send(std::nullopt, "/api/public/answers",
        R"({"answer_code":")" + receipt.at("answer_code") + R"("})");
    EXPECT_EQ(answer.at("title"), hostile[0]);
    EXPECT_EQ(answer.at("problem"), hostile[0]);
    EXPECT_EQ(see(clerk, "/api/suggestions").body.at("items").at(0).at("proposer").as_string(),
        hostile[0]);
}

} // namespace
} // namespace xieshang::calls
