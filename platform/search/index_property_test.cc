// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Whatever is kept, changed, taken away and rolled back, and whatever is asked: the search finds
// what a plain look through all entries finds, in the same order.
#include "platform/folding/folding.h"
#include "platform/search/index.h"
#include "tests/support/databases.h"

#include <map>
#include <rapidcheck.h>

namespace xieshang::search {
namespace {

constexpr base::Roles everybody = 3;

// Few characters, so that words meet; among them what a query language might stumble over.
rc::Gen<std::string> texts(int most)
{
    static const std::vector<std::string> characters{"养", "老", "養", "院", "服", "务", "a", "B",
        "2", "０", " ", "\n", "　", "\"", "“", "”", "'", "\\", "*", "%", "_", "(", ")", "-", ":",
        "^", "&", "|", "!", "<", "{", "}", ",", "AND", "OR", "NOT", "NEAR", "😀",
        std::string(1, '\0')};
    return rc::gen::map(
        rc::gen::resize(
            most, rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(characters))),
        [](const std::vector<std::string>& parts) {
            std::string text;
            for (const auto& part : parts) {
                text += part;
            }
            return text;
        });
}

class SearchProperty : public tests::OnEveryDatabase {
protected:
    using Kept = std::map<std::string, Entry>;

    const Index& index() { return index_of(db().engine()); }

    void clear()
    {
        static_cast<void>(db().transact([&](db::Tx& tx) -> base::Result<int> {
            index().begin_anew(tx, "the test");
            while (index().drop_some(tx)) {}
            return 0;
        }));
        kept_.clear();
    }

    // Some puts and removes in one transaction, which then commits or not.
    void change()
    {
        auto after = kept_;
        const bool commits = *rc::gen::weightedElement<bool>({{4, true}, {1, false}});
        const int count = *rc::gen::inRange(1, 5);
        std::vector<std::pair<std::string, std::optional<Entry>>> changes;
        for (int i = 0; i < count; ++i) {
            const auto id = std::to_string(*rc::gen::inRange(0, 8));
            const bool removes = *rc::gen::weightedElement<bool>({{1, true}, {5, false}});
            Entry entry{.kind = "k",
                .subject_id = id,
                .audience = everybody,
                .title = *texts(8),
                .body = *texts(30),
                .at = {*rc::gen::inRange(1, 6)}};
            changes.emplace_back(id, removes ? std::nullopt : std::optional(entry));
        }
        const auto result = db().transact([&](db::Tx& tx) -> base::Result<int> {
            for (const auto& [id, entry] : changes) {
                entry ? index().put(tx, *entry) : index().remove(tx, "k", id);
            }
            return commits ? base::Result<int>(0) : base::refuse("test.no");
        });
        RC_ASSERT(result.has_value() == commits);
        for (const auto& [id, entry] : changes) {
            after.erase(id);
            if (entry) {
                after.emplace(id, *entry);
            }
        }
        kept_ = commits ? after : kept_;
    }

    std::set<std::string> plainly(const std::string& query) const
    {
        std::set<std::string> found;
        const auto words = words_of(query);
        for (const auto& [id, entry] : kept_) {
            const auto text = folding::folded(folding::decoded(entry.title + "\n" + entry.body));
            if (!words.empty() && holds_all(text, words)) {
                found.insert(id);
            }
        }
        return found;
    }

    // Page by page, of a size that makes several.
    std::vector<Hit> found(const std::string& query, Order order)
    {
        std::vector<Hit> all;
        Filter filter{.roles = 1, .order = order, .limit = 3};
        for (bool more = true; more;) {
            auto page = db().read([&](db::Tx& tx) { return index().find(tx, query, filter); });
            more = page.size() == 3;
            all.insert(all.end(), page.begin(), page.end());
            filter.after = all.empty() ? filter.after : all.back().place;
        }
        return all;
    }

    Kept kept_;
};
ON_EVERY_DATABASE(SearchProperty);

TEST_P(SearchProperty, FindsWhatAPlainLookFinds)
{
    EXPECT_TRUE(rc::check([&] {
        clear();
        const int rounds = *rc::gen::inRange(1, 6);
        for (int i = 0; i < rounds; ++i) {
            change();
        }
        for (int i = 0; i < 12; ++i) {
            const auto query = *texts(5);
            const auto hits = found(query, Order::newest);
            std::set<std::string> ids;
            for (std::size_t at = 0; at < hits.size(); ++at) {
                RC_ASSERT(ids.insert(hits[at].subject_id).second);
                RC_ASSERT((at == 0 || hits[at - 1].at >= hits[at].at));
            }
            RC_LOG() << "query: " << query << "\n";
            RC_ASSERT(ids == plainly(query));
            auto turned = found(query, Order::oldest);
            RC_ASSERT(std::equal(turned.rbegin(), turned.rend(), hits.begin(), hits.end(),
                [](const Hit& a, const Hit& b) { return a.place == b.place; }));
        }
    }));
}

TEST_P(SearchProperty, TakesAnyBytesForAQuery)
{
    EXPECT_TRUE(rc::check([&](const std::string& bytes) {
        db().read([&](db::Tx& tx) { return index().find(tx, bytes, {.roles = everybody}).size(); });
    }));
    const auto any_text =
        rc::gen::container<std::u32string>(rc::gen::inRange<char32_t>(0, 0x110000));
    EXPECT_TRUE(rc::check([&] {
        const auto text = folding::encoded(*any_text);
        db().read([&](db::Tx& tx) { return index().find(tx, text, {.roles = everybody}).size(); });
    }));
}

} // namespace
} // namespace xieshang::search
