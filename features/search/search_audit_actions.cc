// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/search/search_audit_actions.h"

#include "features/plan/document_store.h"
#include "features/plan/plan_entry_actions.h"
#include "features/plan/plan_store.h"
#include "features/plan/reading_actions.h"
#include "features/search/kind.h"
#include "features/topics/topic_store.h"
#include "platform/crypto/crypto.h"
#include "platform/search/index.h"

#include <algorithm>
#include <set>
#include <system_error>

namespace xieshang::search {
namespace {

constexpr std::size_t most_named = 20;
constexpr std::int64_t plans_at_once = 20;
constexpr std::int64_t documents_at_once = 10;

std::optional<plan::Reading> reading_of(
    const files::FileStore& files, const plan::Document& document)
{
    try {
        const auto bytes = files.read(document.sha256);
        if (crypto::sha256_hex(bytes) != document.sha256) {
            return std::nullopt;
        }
        return plan::read_file(bytes, document.file_name).value_or(plan::Reading{});
    } catch (const std::system_error&) {
        return std::nullopt;
    }
}

std::set<SubjectKey> all_subjects(db::Tx& tx)
{
    std::set<SubjectKey> all;
    const auto add = [&](Kind kind, const std::vector<std::string>& ids) {
        for (const auto& id : ids) {
            all.insert({name_of(kind), id});
        }
    };
    add(Kind::plan, plan::plan_ids(tx));
    add(Kind::topic, topics::topic_ids(tx));
    add(Kind::document, plan::documents_to_find(tx));
    return all;
}

class SearchAudit {
public:
    SearchAudit(const ToAudit& what, const std::function<void(std::int64_t)>& progress)
        : database_(what.database),
          index_(index_of(what.database.engine())),
          except_(what.except),
          progress_(progress)
    {
    }

    bool is_due()
    {
        return database_.read([&](db::Tx& tx) { return index_.is_complete(tx); });
    }

    void plans()
    {
        std::string last;
        for (bool more = true; more;) {
            database_.look([&](db::Tx& tx) { // entries and what they copy, of one moment
                const auto plans = plan::plans_after(tx, plan::PlanId{last}, plans_at_once);
                for (const auto& plan : plans) {
                    if (!except_.contains(plan.id.text)) {
                        compare(tx, plan::entries_of(tx, plan));
                    }
                    last = plan.id.text;
                    progress_(++done_);
                }
                more = !plans.empty();
            });
        }
    }

    void documents(const files::FileStore& files)
    {
        std::string last;
        for (bool more = true; more;) {
            std::set<plan::DocumentId> found; // of files with the same bytes one is
            const auto documents = database_.read([&](db::Tx& tx) {
                auto some = plan::documents_after(tx, plan::DocumentId{last}, documents_at_once);
                for (const auto& document : some) {
                    if (const auto one = plan::document_to_find(tx, document.sha256)) {
                        found.insert(one->id);
                    }
                }
                return some;
            });
            std::vector<std::pair<std::string, plan::Reading>> files_read; // outside of the view
            for (const auto& document : documents) {
                if (found.contains(document.id) && !except_.contains(document.id.text)) {
                    if (auto reading = reading_of(files, document)) {
                        files_read.emplace_back(document.sha256, std::move(*reading));
                    }
                }
                last = document.id.text;
                progress_(++done_);
            }
            database_.look([&](db::Tx& tx) {
                for (const auto& [sha256, reading] : files_read) {
                    if (const auto entry = plan::entry_of_file(tx, sha256, reading)) {
                        compare(tx, {*entry});
                    }
                }
            });
            more = !documents.empty();
        }
    }

    void foreign()
    {
        database_.look([&](db::Tx& tx) {
            const auto all = all_subjects(tx);
            for (const auto& subject : index_.subjects(tx)) {
                if (!all.contains(subject)) {
                    name("check.search_foreign", subject);
                }
            }
        });
    }

    std::vector<record::Misfit> misfits()
    {
        if (count_ > misfits_.size()) {
            misfits_.push_back({"check.search_more", "search_entry", "…",
                {{"count", std::to_string(count_ - misfits_.size())}}});
        }
        return std::move(misfits_);
    }

private:
    void compare(db::Tx& tx, const std::vector<Entry>& entries)
    {
        for (const auto& entry : entries) {
            const auto kept = index_.kept(tx, entry);
            if (kept != Kept::same) {
                name(kept ? "check.search_differs" : "check.search_gone",
                    {entry.kind, entry.subject_id});
            }
        }
    }

    void name(const char* code, const SubjectKey& subject)
    {
        if (++count_ <= most_named) {
            misfits_.push_back({code, "search_entry", subject.kind + " " + subject.subject_id});
        }
    }

    db::Database& database_;
    const Index& index_;
    const std::set<std::string>& except_;
    const std::function<void(std::int64_t)>& progress_;
    std::int64_t done_ = 0;
    std::size_t count_ = 0;
    std::vector<record::Misfit> misfits_;
};

} // namespace

std::vector<record::Misfit> audit_search(
    const ToAudit& what, const std::function<void(std::int64_t)>& progress)
{
    SearchAudit audit(what, progress);
    if (!audit.is_due()) {
        return {};
    }
    audit.plans();
    if (what.files != nullptr) {
        audit.documents(*what.files);
    }
    audit.foreign();
    return audit.misfits();
}

} // namespace xieshang::search
