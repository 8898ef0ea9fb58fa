// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Each row of each policy is widened, narrowed and removed, one change at a time, in the running
// API; the matrix must notice every one. The score is printed. Views that show the same are no
// mistake of the matrix, but somebody has to have said so: alike_views.txt holds them by name.
// XIESHANG_LEARN_FIELDS=1 writes it anew, for review.
#include "tests/policies/mutants.h"
#include "tests/policies/policies_fixture_test.h"

#include "features/members/policies.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace xieshang::http {

// The way in that http::Api leaves to tests.
class PolicyExchange {
public:
    PolicyExchange(Api& api, std::string name, Policy declared, const Policy& other)
        : api_(api), name_(std::move(name)), declared_(declared)
    {
        api_.exchange_policy(name_, other);
    }
    ~PolicyExchange() { api_.exchange_policy(name_, declared_); }
    PolicyExchange(const PolicyExchange&) = delete;
    PolicyExchange& operator=(const PolicyExchange&) = delete;

private:
    Api& api_;
    std::string name_;
    Policy declared_;
};

} // namespace xieshang::http

namespace xieshang::policies {
namespace {

// First those whom a change is likely to touch: one of each role before all of one.
std::vector<const Visitor*> by_membership(const std::vector<Visitor>& all)
{
    std::vector<const Visitor*> order;
    for (const auto& visitor : all) {
        order.push_back(&visitor);
    }
    std::stable_sort(order.begin(), order.end(), [](const Visitor* one, const Visitor* other) {
        const auto rank = [](const Visitor* who) { return who->asking.membership != "active"; };
        return rank(one) < rank(other);
    });
    return order;
}

class PolicyMutants : public Policies {
protected:
    static const base::Policy& declared(const std::string& name)
    {
        static const auto all = house().api().endpoints();
        return std::find_if(all.begin(), all.end(), [&](const http::Api::Listed& one) {
            return one.name == name;
        })->policy;
    }

    // The others are answered as before, which the matrix has seen.
    static bool concerns(const Mutant& mutant, const Visitor& who)
    {
        base::Roles roles = 0;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<members::Role>>(
            [&](auto entry) {
                roles |= who.asking.role == entry.name ? members::bit(entry.value) : 0;
            });
        return mutant.touched == 0 || (who.asking.signed_in && (mutant.touched & roles) != 0);
    }

    static bool is_caught(const Operation& operation, const Mutant& mutant)
    {
        static const auto order = by_membership(house().visitors());
        const auto& before = declared(operation.name);
        const http::PolicyExchange exchanged(house().api(), operation.name, before, mutant.policy);
        return std::any_of(order.begin(), order.end(), [&](const Visitor* who) {
            return concerns(mutant, *who)
                && std::any_of(
                    operation.cases.begin(), operation.cases.end(), [&](const Case& asked) {
                        return !judge().wrong(operation, asked, *who).empty();
                    });
        });
    }
};

// Their handlers find the session themselves and refuse in the same words: that nobody would have
// to be signed in for their row is not seen. Counted apart, and not as caught.
const Names asked_twice{"ownAccount", "ownPasskeys", "session"};

// "operation: row 3 with view own", a line each, under lines "# why" that are kept as they are.
constexpr const char* alike_views = XIESHANG_SOURCE_DIR "/tests/policies/alike_views.txt";

struct AlikeViews {
    std::string why;
    Names names;
};

AlikeViews kept_alike()
{
    AlikeViews kept;
    std::ifstream in(alike_views);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with('#')) {
            kept.why += line + "\n";
        } else {
            kept.names.insert(line);
        }
    }
    return kept;
}

void learn_alike(const Names& found)
{
    const auto why = kept_alike().why;
    std::ofstream out(alike_views);
    out << why;
    for (const auto& name : found) {
        out << name << "\n";
    }
}

void expect_alike(const Names& found)
{
    if (std::getenv("XIESHANG_LEARN_FIELDS") != nullptr) {
        learn_alike(found);
    }
    const auto kept = kept_alike().names;
    for (const auto& name : found) {
        EXPECT_TRUE(kept.contains(name))
            << name << ": nobody notices; should both views show the same?";
    }
    for (const auto& name : kept) {
        EXPECT_TRUE(found.contains(name)) << name << " is noticed; take it off alike_views.txt";
    }
}

TEST_F(PolicyMutants, AreAllCaught)
{
    int caught = 0;
    int all = 0;
    int same = 0;
    Names alike;
    int again = 0;
    judge().learning = false;
    for (const auto& operation : operations()) {
        const auto mutants = mutants_of(declared(operation.name));
        same += mutants.same;
        for (const auto& mutant : mutants.all) {
            const bool noticed = is_caught(operation, mutant);
            if (!noticed && mutant.views_only) { // both views show the same
                alike.insert(operation.name + ": " + mutant.what);
                continue;
            }
            if (!noticed && mutant.policy.anonymous() && asked_twice.contains(operation.name)) {
                ++again;
                continue;
            }
            ++all;
            caught += noticed ? 1 : 0;
            EXPECT_TRUE(noticed) << operation.name << ": nobody notices that " << mutant.what;
        }
    }
    std::cout << "policies: " << caught << " of " << all << " mutants caught, " << same
              << " changes mean the same, " << alike.size() << " give a view that shows the same, "
              << again << " are refused by the handler as well\n";
    expect_alike(alike);
    EXPECT_EQ(again, static_cast<int>(asked_twice.size()));
    EXPECT_GT(all, 500);
}

TEST(PolicyMutantsOfOne, LeaveOutWhatMeansTheSame)
{
    EXPECT_TRUE(mean_the_same(members::readers, members::everybody));
    EXPECT_FALSE(mean_the_same(members::readers, members::office));
    const base::Policy twice({{.who = members::those({members::Role::office})},
        {.who = members::those({members::Role::office})}});
    EXPECT_TRUE(mean_the_same(twice, members::office));
    // One role more for each of the other 19, one less, a fresh proof, and the row itself.
    EXPECT_EQ(mutants_of(members::office).all.size(), 19U + 1U + 1U + 1U);
    EXPECT_FALSE(mean_the_same(members::office, base::Policy(members::office).with_fresh_proof()));
    EXPECT_FALSE(mean_the_same(http::any_account, http::any_account_freshly_proved));
}

} // namespace
} // namespace xieshang::policies
