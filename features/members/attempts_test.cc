// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/attempts.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>
#include <vector>

namespace xieshang::members {
namespace {

constexpr base::Instant morning{1'647'216'000'000};
constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t quarter_ms = 15 * minute_ms;

struct Place {
    int address = 0;
    std::string known_device{}; // none unless it is said
};

// One account and many addresses, as the store keeps them.
struct Account {
    std::map<std::string, Tally> pairs;
    std::map<int, Tally> addresses;
    base::Instant paid_until{};
    int known_address = -1;

    static std::string pair(const Place& place)
    {
        return pair_of({"wang", std::to_string(place.address), place.known_device});
    }
    Attempts facts(const Place& place)
    {
        return {place.address == known_address || !place.known_device.empty(), pairs[pair(place)],
            addresses[place.address], paid_until};
    }
    void keep(const Place& place, const Attempts& attempts)
    {
        pairs[pair(place)] = attempts.pair;
        addresses[place.address] = attempts.address;
        paid_until = attempts.account_paid_until;
    }
    bool guess(const Place& place, base::Instant at)
    {
        const auto attempts = facts(place);
        if (wait_ms(attempts, at) > 0) {
            return false;
        }
        keep(place, counted(attempts, at));
        return true;
    }
};

std::size_t most_in_a_quarter(const std::vector<base::Instant>& guesses)
{
    std::size_t most = 0;
    for (std::size_t first = 0, last = 0; last < guesses.size(); ++last) {
        while (guesses[last] - guesses[first] >= quarter_ms) {
            ++first;
        }
        most = std::max(most, last - first + 1);
    }
    return most;
}

Attempts after_failures(int failures, bool known = false)
{
    Attempts attempts{.known = known};
    for (int i = 0; i < failures; ++i) {
        attempts = counted(attempts, morning);
    }
    return attempts;
}

} // namespace

TEST(Attempts, AreFreeAtFirstThenWaitTwiceAsLongEachTime)
{
    for (int failures = 0; failures < 5; ++failures) {
        EXPECT_EQ(wait_ms(after_failures(failures, true), morning), 0) << failures;
    }
    EXPECT_EQ(wait_ms(after_failures(5, true), morning), 30'000);
    EXPECT_EQ(wait_ms(after_failures(6, true), morning), 60'000);
    EXPECT_EQ(wait_ms(after_failures(7, true), morning), 120'000);
    EXPECT_EQ(wait_ms(after_failures(7, true), morning + 119'999), 1);
    EXPECT_EQ(wait_ms(after_failures(7, true), morning + 120'000), 0);
    EXPECT_EQ(wait_ms(after_failures(1000, true), morning), quarter_ms) << "never permanent";
}

TEST(Attempts, AreForgottenAfterAnHour)
{
    const auto attempts = after_failures(50);
    EXPECT_GT(wait_ms(attempts, morning + 14 * minute_ms), 0);
    const auto later = counted(attempts, morning + 3 * 3'600'000);
    EXPECT_EQ(later.pair.failures, 1);
    EXPECT_EQ(later.address.failures, 1);
}

TEST(Attempts, AColleaguesSlipsDoNotLockTheOfficeOut)
{
    const auto colleague = after_failures(5);
    EXPECT_GT(wait_ms(colleague, morning), 0) << "the account itself is held back";
    EXPECT_EQ(wait_ms({.address = colleague.address}, morning), 0) << "another account is not";
}

TEST(Attempts, AStrangersAddressIsHeldBackForEveryAccount)
{
    Attempts other_account{.address = after_failures(29).address};
    EXPECT_EQ(wait_ms(other_account, morning), 0);
    other_account = {.address = after_failures(30).address};
    EXPECT_EQ(wait_ms(other_account, morning), 30'000);
    EXPECT_EQ(wait_ms(other_account, morning + 30'000), 0);
    other_account.known = true;
    EXPECT_EQ(wait_ms(other_account, morning), 0)
        << "who signed in here before does not pay for the others";
}

TEST(Attempts, ARightPasswordTakesItsCountBack)
{
    const auto before = after_failures(4);
    const auto after = taken_back(counted(before, morning), morning);
    EXPECT_TRUE(after.known);
    EXPECT_EQ(after.pair, Tally{});
    EXPECT_EQ(after.address.failures, 0);
    EXPECT_EQ(after.account_paid_until, before.account_paid_until);
}

TEST(Attempts, AHallThatSharesOneAddressIsNotHeldBack)
{
    Tally hall;
    for (int person = 0; person < 500; ++person) { // each one mistypes twice, then is right
        Attempts attempts{.address = hall};
        for (int i = 0; i < 3; ++i) {
            ASSERT_EQ(wait_ms(attempts, morning), 0) << person;
            attempts = counted(attempts, morning);
        }
        hall = taken_back(attempts, morning).address;
    }
}

TEST(Attempts, StrangersNeverGetMoreThanTenGuessesInFifteenMinutes)
{
    EXPECT_TRUE(rc::check([] {
        Account account;
        std::vector<base::Instant> guesses;
        auto at = morning;
        for (const auto pause :
            *rc::gen::container<std::vector<int>>(400, rc::gen::inRange(0, 60))) {
            at = at + pause * 1000;
            if (account.guess({*rc::gen::inRange(0, 1'000'000)}, at)) {
                guesses.push_back(at);
            }
        }
        RC_ASSERT(most_in_a_quarter(guesses) <= 10U);
        RC_ASSERT(guesses.size() >= 5U);
    }));
}

TEST(Attempts, OneAddressNeverGetsMoreThanTenGuessesInFifteenMinutesEvenIfKnown)
{
    EXPECT_TRUE(rc::check([] {
        Account account;
        account.known_address = 1;
        std::vector<base::Instant> guesses;
        auto at = morning;
        for (const auto pause :
            *rc::gen::container<std::vector<int>>(400, rc::gen::inRange(0, 60))) {
            at = at + pause * 1000;
            if (account.guess({1}, at)) {
                guesses.push_back(at);
            }
        }
        RC_ASSERT(most_in_a_quarter(guesses) <= 10U);
    }));
}

TEST(Attempts, OneAddressNeverGetsMoreThanSixtyGuessesOverAllAccountsInFifteenMinutes)
{
    EXPECT_TRUE(rc::check([] {
        Tally address;
        std::vector<base::Instant> guesses;
        auto at = morning;
        for (const auto pause :
            *rc::gen::container<std::vector<int>>(400, rc::gen::inRange(0, 20))) {
            at = at + pause * 1000;
            const Attempts on_a_fresh_account{.address = address};
            if (wait_ms(on_a_fresh_account, at) == 0) {
                address = counted(on_a_fresh_account, at).address;
                guesses.push_back(at);
            }
        }
        RC_ASSERT(most_in_a_quarter(guesses) <= 60U);
        RC_ASSERT(guesses.size() >= 30U);
    }));
}

TEST(Attempts, NoStrangersGuessesEverHoldTheOwnerBackAtAKnownAddress)
{
    EXPECT_TRUE(rc::check([] {
        Account account;
        account.known_address = 0;
        auto at = morning;
        for (const auto pause : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5'000))) {
            at = at + pause;
            account.guess({*rc::gen::inRange(1, 50)}, at);
            RC_ASSERT(wait_ms(account.facts({0}), at) == 0);
        }
    }));
}

TEST(Attempts, NobodyElsesGuessesEverHoldTheOwnerBackOnAKnownDevice)
{
    EXPECT_TRUE(rc::check([] {
        Account account;
        account.known_address = 0; // an office, behind one address
        auto at = morning;
        for (const auto pause : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5'000))) {
            at = at + pause;
            account.guess({*rc::gen::inRange(0, 5), *rc::gen::element<std::string>("", "his")}, at);
            RC_ASSERT(wait_ms(account.facts({0, "mine"}), at) == 0);
            RC_ASSERT(wait_ms(account.facts({7, "mine"}), at) == 0);
        }
    }));
}

TEST(Attempts, OneDeviceNeverGetsMoreThanTenGuessesInFifteenMinutesWhereverItIs)
{
    EXPECT_TRUE(rc::check([] {
        Account account;
        std::vector<base::Instant> guesses;
        auto at = morning;
        for (const auto pause :
            *rc::gen::container<std::vector<int>>(400, rc::gen::inRange(0, 60))) {
            at = at + pause * 1000;
            if (account.guess({*rc::gen::inRange(0, 1'000'000), "mine"}, at)) {
                guesses.push_back(at);
            }
        }
        RC_ASSERT(most_in_a_quarter(guesses) <= 10U);
    }));
}

TEST(Attempts, ARightPasswordOnAKnownDeviceForgivesTheAddressNothing)
{
    Account account;
    account.known_address = 0;
    for (int i = 0; i < 5; ++i) {
        account.guess({0}, morning);
    }
    const auto mine = counted(account.facts({0, "mine"}), morning);
    account.keep({0, "mine"}, taken_back(mine, morning));
    EXPECT_EQ(wait_ms(account.facts({0, "mine"}), morning), 0);
    EXPECT_EQ(wait_ms(account.facts({0}), morning), 30'000);
}

TEST(Attempts, NeverWaitLongerThanAQuarterWhateverTheClockDoes)
{
    EXPECT_TRUE(rc::check([](bool known, std::uint16_t pair, std::uint16_t address,
                              std::int32_t shift) {
        const Attempts attempts{known, {pair, morning}, {address, morning}, morning + quarter_ms};
        const auto wait = wait_ms(attempts, morning + shift * 1000LL);
        RC_ASSERT(wait >= 0);
        RC_ASSERT(wait <= quarter_ms);
    }));
}

TEST(AddressBlock, IsWhatOneHostOwns)
{
    EXPECT_EQ(address_block("192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(address_block("::ffff:192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(address_block("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
    EXPECT_EQ(address_block("2001:db8:1:2:ffff::1"), address_block("2001:db8:1:2::1"));
    EXPECT_NE(address_block("2001:db8:1:3::1"), address_block("2001:db8:1:2::1"));
    EXPECT_EQ(address_block("fe80::1%eth0"), "fe80::/64");
    EXPECT_EQ(address_block("unix"), "unix");
}

} // namespace xieshang::members
