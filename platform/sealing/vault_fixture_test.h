// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A database, a key file and a vault over both, for tests.
#pragma once

#include "platform/sealing/rotation.h"
#include "platform/sealing/sealing_audit.h"
#include "platform/sealing/sealing_fixture_test.h"
#include "platform/sealing/vault.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"

namespace xieshang::sealing {

inline const Place phone{"person", "p1", "phone"};
inline const base::Actor officer{"o1", "王小协", 1};

class VaultStore : public tests::OnEveryDatabase {
protected:
    void SetUp() override
    {
        OnEveryDatabase::SetUp();
        if (!IsSkipped()) {
            rotate();
        }
    }

    template <class Work>
    auto in(Work work)
    {
        using Value = std::invoke_result_t<Work, db::Tx&>;
        return db().transact([&](db::Tx& tx) -> base::Result<Value> { return work(tx); }).value();
    }

    std::string take_up() // "" or why not
    {
        static_cast<void>(ring_.load());
        const auto taken = db().transact([&](db::Tx& tx) {
            return sealing::take_up(tx, *ring_.keys(), path_, {5000}, random_, officer);
        });
        return taken ? "" : taken.error().code;
    }
    KeyPointer rotate(Suite suite = Suite::intl)
    {
        auto key = rotate_file(path_, suite);
        EXPECT_EQ(take_up(), "");
        return key;
    }

    std::int64_t put(const Place& place, const std::string& value)
    {
        return in([&](db::Tx& tx) { return vault_.put(tx, place, value, Findable::yes); });
    }
    base::Result<std::string> look(const Place& place, const std::string& reason = "电话通知开会")
    {
        return db().transact([&](db::Tx& tx) { return vault_.look(tx, place, {officer, reason}); });
    }
    std::vector<std::string> find(const std::string& value)
    {
        return db().read([&](db::Tx& tx) { return vault_.find(tx, "person", "phone", value); });
    }
    std::vector<std::string> contents_of(const std::string& action)
    {
        return db().read([&](db::Tx& tx) {
            return tx.all<std::string>(
                "SELECT event_content.content FROM event JOIN event_content ON "
                "event_content.sequence = event.sequence WHERE event.action = $1 "
                "ORDER BY event.sequence",
                action);
        });
    }
    void set_box(const Place& place, const std::string& box)
    {
        in([&](db::Tx& tx) {
            return tx.execute("UPDATE sealed_value SET box = $1 WHERE subject_id = $2",
                db::Blob{box}, place.subject_id);
        });
    }
    std::string box_of(const Place& place)
    {
        return db().read([&](db::Tx& tx) {
            return tx
                .one<db::Blob>(
                    "SELECT box FROM sealed_value WHERE subject_id = $1", place.subject_id)
                ->bytes;
        });
    }
    std::vector<std::string> audit()
    {
        std::vector<std::string> codes;
        for (const auto& misfit : db().read([&](db::Tx& tx) {
                 return audit_sealed(tx, *ring_.keys(), [](std::int64_t) {});
             })) {
            codes.push_back(misfit.code + " " + misfit.row);
        }
        return codes;
    }

    tests::TemporaryFolder folder_;
    const std::string path_ = folder_ / "keys.json";
    KeyRing ring_{path_};
    base::SeededRandom random_{7};
    tests::FakeClock clock_;
    Vault vault_{ring_, clock_, random_};
};
} // namespace xieshang::sealing
