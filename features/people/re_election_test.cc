// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/re_election.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace xieshang::people {
namespace {

Term term(std::int64_t number, Period period)
{
    return {.id = {std::to_string(number)}, .number = number, .period = std::move(period)};
}

Membership membership(std::string person, std::string term, MembershipState state)
{
    return {.id = {person + term},
        .term_id = {term},
        .person_id = {std::move(person)},
        .sector_id = {"sector"},
        .state = state};
}

const std::vector<Term> first_term{term(1, {"2016-12-28", {}})};

TEST(ReElection, EndsATermTheDayBeforeTheNext)
{
    const auto done = re_election(first_term, term(2, {"2021-12-20", {}}), {});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->closed.period, (Period{"2016-12-28", "2021-12-19"}));
}

TEST(ReElection, CarriesOverWhoIsNamedAndMakesTheOthersFormer)
{
    const auto done = re_election(first_term, term(2, {"2021-12-20", {}}),
        {{{"wang"}, {"sector"}, {}, true}, {{"li"}, {"sector"}, {}, false}});
    ASSERT_TRUE(done);
    const std::vector<Term> terms{done->closed, done->next};
    const auto standing = [&](const std::string& person, std::string_view day) {
        std::vector<Membership> own{membership(person, "1", MembershipState::active)};
        for (const auto& one : done->memberships) {
            if (one.person_id.text == person) {
                own.push_back(one);
            }
        }
        return standing_on(own, terms, day);
    };
    EXPECT_EQ(standing("wang", "2021-12-20"), MembershipState::active);
    EXPECT_EQ(standing("li", "2021-12-20"), MembershipState::invited);
    EXPECT_EQ(standing("zhao", "2021-12-20"), MembershipState::former);
    for (const auto* person : {"wang", "li", "zhao"}) {
        EXPECT_EQ(standing(person, "2021-12-19"), MembershipState::active) << person;
        EXPECT_EQ(standing(person, "2016-12-27"), MembershipState::none) << person;
    }
}

TEST(ReElection, NeedsATermToClose)
{
    EXPECT_EQ(re_election({}, term(2, {"2021-12-20", {}}), {}).error().code, "term.none_to_close");
    EXPECT_EQ(re_election(first_term, term(2, {"2016-12-28", {}}), {}).error().code,
        "term.none_to_close");
    auto again = term(1, {"2021-12-20", {}});
    again.id = {"another"};
    EXPECT_EQ(re_election(first_term, again, {}).error().fields.at(0).code, "term.number_taken");
    EXPECT_EQ(re_election(first_term, term(2, {"soon", {}}), {}).error().code, "term.invalid");
}

TEST(ReElection, NamesNobodyTwice)
{
    const Named wang{{"wang"}, {"sector"}, {}, true};
    const auto refused = re_election(first_term, term(2, {"2021-12-20", {}}), {wang, wang});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0).pointer, "/named/1/person_id");
}

TEST(Membership, NeedsASectorThatStands)
{
    Organisation sector{.id = {"sector"},
        .words = {.kind = OrganisationKind::sector, .valid = {"2016-12-28", "2021-12-19"}}};
    const auto wang = membership("wang", "1", MembershipState::invited);
    const auto refusal = [&](const Places& places, const Period& days) {
        const auto fits = fits_places(wang, places, days);
        return fits ? std::string() : fits.error().fields.at(0).code;
    };
    EXPECT_EQ(refusal({.sector = &sector}, {"2021-12-19", "2021-12-19"}), "");
    EXPECT_EQ(refusal({.sector = &sector}, {"2021-12-19", {}}), "membership.place_ends");
    EXPECT_EQ(refusal({.sector = &sector}, {"2021-12-19", "2021-12-20"}), "membership.place_ends");
    EXPECT_EQ(refusal({.sector = &sector}, {"2021-12-20", {}}), "membership.not_a_sector");
    EXPECT_EQ(refusal({}, {"2021-12-19", "2021-12-19"}), "membership.not_a_sector");
}

std::string any_day()
{
    return std::to_string(*rc::gen::inRange(2000, 2040))
        + *rc::gen::element<std::string>("-01-01", "-03-01", "-12-31");
}

TEST(Term, NeverOverlapsAnotherWhateverIsAsked)
{
    EXPECT_TRUE(rc::check([] {
        std::vector<Term> terms;
        for (std::int64_t number = 1; number < 12; ++number) {
            auto until = *rc::gen::arbitrary<bool>() ? std::optional(any_day()) : std::nullopt;
            const auto asked = term(number, {any_day(), std::move(until)});
            if (fits_among(asked, terms)) {
                terms.push_back(asked);
            } else if (const auto done = re_election(terms, asked, {})) {
                const auto same = [&](const Term& other) { return other.id == done->closed.id; };
                *std::find_if(terms.begin(), terms.end(), same) = done->closed;
                terms.push_back(done->next);
            }
        }
        for (std::size_t i = 0; i < terms.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                RC_ASSERT(!overlap(terms[i].period, terms[j].period));
            }
        }
    }));
}

TEST(ReElection, LeavesTheOldTermAsItReadBefore)
{
    EXPECT_TRUE(rc::check([] {
        const auto state = *rc::gen::element(MembershipState::active, MembershipState::invited,
            MembershipState::suspended, MembershipState::former);
        std::vector<Membership> own{membership("wang", "1", state)};
        const auto opens = *rc::gen::inRange(2017, 2040);
        const auto next = term(2, {std::to_string(opens) + "-01-01", {}});
        const auto done = re_election(
            first_term, next, {{{"wang"}, {"sector"}, {}, *rc::gen::arbitrary<bool>()}});
        RC_ASSERT(done.has_value());
        const auto day = std::to_string(*rc::gen::inRange(2015, opens)) + "-12-31";
        const auto before = standing_on(own, first_term, day);
        own.push_back(done->memberships.at(0));
        RC_ASSERT(standing_on(own, {done->closed, done->next}, day) == before);
    }));
}

} // namespace
} // namespace xieshang::people
