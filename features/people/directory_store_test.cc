// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/directory_store.h"

#include "features/people/register_desk_test.h"

#include <map>

namespace xieshang::people {
namespace {

using Names = std::vector<std::string>;

class DirectoryStore : public RegisterDesk {
protected:
    void SetUp() override
    {
        RegisterDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        term_ = add_term(2, {"2021-12-20", {}});
        culture_ = add_organisation(OrganisationKind::sector, "s-1");
        medicine_ = add_organisation(OrganisationKind::sector, "s-2");
        add_membership(term_, add_person({"单雄"}), medicine_);
        add_membership(term_, add_person({"王芳"}), culture_, MembershipState::suspended);
        add_membership(term_, add_person({"丁一"}), medicine_);
        add_person({"曾国"}); // no member
    }

    Names names(DirectoryQuestion question)
    {
        question.term_id = term_.id;
        Names found;
        for (const auto& line : db().read([&](db::Tx& tx) { return directory(tx, question); })) {
            found.push_back(line.name);
        }
        return found;
    }

    Term term_;
    Organisation culture_;
    Organisation medicine_;
};
ON_EVERY_DATABASE(DirectoryStore);

TEST_P(DirectoryStore, OrdersByStrokesByPinyinAndBySector)
{
    EXPECT_EQ(names({.order = DirectoryOrder::strokes}), (Names{"丁一", "王芳", "单雄", "曾国"}));
    EXPECT_EQ(names({.order = DirectoryOrder::pinyin}), (Names{"丁一", "单雄", "王芳", "曾国"}));
    EXPECT_EQ(names({.order = DirectoryOrder::sector}), (Names{"曾国", "王芳", "丁一", "单雄"}));
}

TEST_P(DirectoryStore, FindsByNamePinyinAndInitialsAndTakesSignsAsTheyAre)
{
    EXPECT_EQ(names({.words = "shan"}), Names{"单雄"});
    EXPECT_EQ(names({.words = "wf"}), Names{"王芳"});
    EXPECT_EQ(names({.words = "一"}), Names{"丁一"});
    EXPECT_TRUE(names({.words = "%"}).empty());
}

TEST_P(DirectoryStore, KeepsToASectorAndAState)
{
    EXPECT_EQ(names({.sector_id = medicine_.id}), (Names{"丁一", "单雄"}));
    EXPECT_EQ(names({.state = MembershipState::suspended}), Names{"王芳"});
    EXPECT_EQ(names({.state = MembershipState::none}), Names{"曾国"});
    EXPECT_TRUE(names({.sector_id = medicine_.id, .state = MembershipState::suspended}).empty());
}

// Whoever was a member of an earlier term, in each state, with and without a membership of the term
// that runs: the SQL says of each what the rule says.
TEST_P(DirectoryStore, SaysOfEverybodyHowHeStandsAsTheRuleDoes)
{
    using enum base::Membership;
    const auto earlier = add_term(1, {"2016-12-28", "2021-12-19"});
    const auto next = add_term(3, {"2026-12-20", {}});
    std::vector<std::pair<RegisteredPerson, std::vector<Membership>>> people;
    for (const auto before : {none, active, invited, suspended, former}) {
        for (const auto now : {none, active, invited, suspended, former}) {
            const auto person = add_person({"李" + std::to_string(people.size())});
            std::vector<Membership> kept;
            if (before != none) {
                kept.push_back(add_membership(earlier, person, culture_, before));
            }
            if (now != none) {
                kept.push_back(add_membership(term_, person, culture_, now));
            }
            if (now == suspended) {
                kept.push_back(add_membership(next, person, culture_, active));
            }
            people.emplace_back(person, kept);
        }
    }
    for (const std::string day : {"2016-12-27", "2020-01-01", "2022-03-14", "2027-01-01"}) {
        const std::vector<Term> terms{earlier, {term_.id, 2, {"2021-12-20", "2026-12-19"}}, next};
        const auto* running = term_on(terms, day);
        DirectoryQuestion question{
            .term_id = running == nullptr ? TermId{} : running->id, .day = day};
        std::map<std::string, MembershipState> said;
        for (const auto& line : db().read([&](db::Tx& tx) { return directory(tx, question); })) {
            said[line.id.text] = line.state;
        }
        std::map<MembershipState, std::int64_t> counted;
        for (const auto& [person, kept] : people) {
            EXPECT_EQ(said[person.id.text], standing_on(kept, terms, day))
                << person.words.name << " " << day;
        }
        for (const auto& [id, state] : said) {
            ++counted[state];
        }
        for (const auto state : {none, active, invited, suspended, former}) {
            question.state = state;
            EXPECT_EQ(db().read([&](db::Tx& tx) { return directory_count(tx, question); }),
                counted[state])
                << day;
        }
    }
}

TEST_P(DirectoryStore, SaysWhoWasAMemberOnADayByTheDaysOfTheSteps)
{
    using enum base::Membership;
    const auto wu = add_person({"吴敏"});
    const auto kept = add_membership(term_, wu, culture_, former);
    const auto step = [&](std::int64_t version, MembershipAction action, MembershipState from,
                          MembershipState to, std::string day) {
        transact([&](db::Tx& tx) {
            insert_membership_steps(
                tx, {{kept.id, {version, {7}, "o", "张办", action, from, to, "", std::move(day)}}});
        });
    };
    step(1, MembershipAction::invite, none, invited, "2021-12-20");
    step(2, MembershipAction::confirm, invited, active, "2022-01-10");
    step(3, MembershipAction::suspend, active, suspended, "2024-03-01");
    step(4, MembershipAction::move, suspended, suspended, "2024-04-01");
    step(5, MembershipAction::leave, suspended, former, "2024-05-01");
    const auto on = [&](std::string day) {
        DirectoryQuestion question{.term_id = term_.id, .words = "吴敏", .day = std::move(day)};
        question.of_the_past = true;
        const auto line = db().read([&](db::Tx& tx) { return directory(tx, question); }).at(0);
        return std::string(boost::describe::enum_to_string(line.state, "")) + " "
            + line.since.value_or("");
    };
    EXPECT_EQ(on("2021-12-19"), "none ");
    EXPECT_EQ(on("2022-01-09"), "invited 2021-12-20");
    EXPECT_EQ(on("2022-01-10"), "active 2022-01-10");
    EXPECT_EQ(on("2024-02-29"), "active 2022-01-10");
    EXPECT_EQ(on("2024-04-30"), "suspended 2024-03-01");
    EXPECT_EQ(on("2024-05-01"), "former 2024-05-01");
}

// Where somebody sat on a day, and who is found there: by the steps, not by the row of today.
TEST_P(DirectoryStore, SaysWhereAMemberSatOnADayByTheDaysOfTheSteps)
{
    using enum base::Membership;
    const auto town = add_organisation(OrganisationKind::sub_district, "t-1");
    const auto kept = add_membership(term_, add_person({"吴敏"}), culture_);
    const auto step = [&](std::int64_t version, std::string day, std::optional<std::string> sector,
                          std::optional<std::string> group) {
        const auto action = version == 1 ? MembershipAction::invite : MembershipAction::move;
        transact([&](db::Tx& tx) {
            insert_membership_steps(tx,
                {{kept.id,
                    {version, {7}, "o", "张办", action, version == 1 ? none : active, active, "",
                        std::move(day), std::move(sector), std::move(group)}}});
        });
    };
    step(1, "2022-01-10", {}, {}); // of before, and not known
    step(2, "2022-05-01", medicine_.id.text, town.id.text);
    step(3, "2023-03-01", culture_.id.text, {});
    DirectoryQuestion question{.term_id = term_.id, .words = "吴敏"};
    question.of_the_past = true;
    const auto on = [&](std::string day) {
        question.day = std::move(day);
        const auto line = db().read([&](db::Tx& tx) { return directory(tx, question); }).at(0);
        return (line.place_unknown   ? "?"
                       : line.sector ? line.sector->short_name
                                     : "")
            + (line.group ? " " + line.group->short_name : "");
    };
    EXPECT_EQ(on("2022-01-09"), "");
    EXPECT_EQ(on("2022-04-30"), "?");
    EXPECT_EQ(on("2022-05-01"), "s-2 t-1");
    EXPECT_EQ(on("2023-02-28"), "s-2 t-1");
    EXPECT_EQ(on("2023-03-01"), "s-1");
    const auto found = [&](const DirectoryQuestion& asked) {
        return db().read([&](db::Tx& tx) { return directory_count(tx, asked); })
            + static_cast<std::int64_t>(names(asked).size());
    };
    for (const auto& [day, there] : std::vector<std::pair<std::string, bool>>{
             {"2022-04-30", false}, {"2023-02-28", true}, {"2023-03-01", false}}) {
        auto asked = question;
        asked.day = day;
        asked.sector_id = medicine_.id;
        EXPECT_EQ(found(asked), there ? 2 : 0) << day;
        asked.sector_id.reset();
        asked.group_id = town.id;
        EXPECT_EQ(found(asked), there ? 2 : 0) << day;
    }
}

TEST_P(DirectoryStore, PagesThroughEveryoneOnceInEachOrder)
{
    for (const auto order :
        {DirectoryOrder::strokes, DirectoryOrder::pinyin, DirectoryOrder::sector}) {
        DirectoryQuestion question{.term_id = term_.id, .order = order, .most = 1};
        Names paged;
        for (;;) {
            const auto page = db().read([&](db::Tx& tx) { return directory(tx, question); });
            if (page.empty()) {
                break;
            }
            paged.push_back(page.back().name);
            ASSERT_LE(paged.size(), 4U);
            question.after = page.back().place;
        }
        EXPECT_EQ(paged, names({.order = order}));
    }
}

} // namespace
} // namespace xieshang::people
