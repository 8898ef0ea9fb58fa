// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/inspection.h"

#include "features/amendments/amendment_audit_actions.h"
#include "features/behalf/behalf_audit_actions.h"
#include "features/calls/calls_audit_actions.h"
#include "features/draft_opinions/opinion_audit_actions.h"
#include "features/members/member_audit_actions.h"
#include "features/people/people_audit_actions.h"
#include "features/plan/correction_audit_actions.h"
#include "features/plan/document_audit_actions.h"
#include "features/plan/plan_audit_actions.h"
#include "features/scoring/scoring_audit_actions.h"
#include "features/search/search_audit_actions.h"
#include "features/settings/settings_audit_actions.h"
#include "features/shortlists/shortlists_audit_actions.h"
#include "platform/backup/row_text.h"
#include "platform/db/catalog.h"
#include "platform/files/file_audit.h"
#include "platform/record/audit.h"
#include "platform/sealing/sealing_audit.h"

#include <array>
#include <filesystem>
#include <optional>
#include <set>

namespace xieshang::app {
namespace {

// What a slice can say about its own rows: one line a kind of subject.
struct Subjects {
    const char* table;
    std::vector<std::string> (*ids)(db::Tx&);
    std::vector<record::Misfit> (*audit)(db::Tx&, const std::string& id);
};
constexpr auto all_subjects = std::to_array<Subjects>({
    {"person", members::people_to_audit, members::audit_person},
    {"registered_person", people::registered_people_to_audit, people::audit_registered_person},
    {"organisation", people::organisations_to_audit, people::audit_organisation},
    {"term", people::terms_to_audit, people::audit_term},
    {"post", people::posts_to_audit, people::audit_post},
    {"tenure", people::tenures_to_audit, people::audit_tenure},
    {"membership", people::memberships_to_audit, people::audit_membership},
    {"roster_import", people::roster_imports_to_audit, people::audit_roster_import},
    {"behalf_act", behalf::acts_to_audit, behalf::audit_act},
    {"behalf_scan", behalf::scans_to_audit, behalf::audit_scan},
    {"topic_call", calls::calls_to_audit, calls::audit_call},
    {"suggestion", calls::suggestions_to_audit, calls::audit_suggestion},
    {"suggestion_merge", calls::merges_to_audit, calls::audit_merge},
    {"selection_round", shortlists::rounds_to_audit, shortlists::audit_round},
    {"support_ballot", shortlists::ballots_to_audit, shortlists::audit_ballot},
    {"opinion_request", draft_opinions::requests_to_audit, draft_opinions::audit_request},
    {"draft_opinion", draft_opinions::opinions_to_audit, draft_opinions::audit_opinion},
    {"scoring_round", scoring::rounds_to_audit, scoring::audit_round},
    {"scoring_sheet", scoring::sheets_to_audit, scoring::audit_sheet},
    {"scoring_comment", scoring::comments_to_audit, scoring::audit_comment},
    {"plan_document", plan::documents_to_audit, plan::audit_document},
    {"plan_correction", plan::corrections_to_audit, plan::audit_correction},
    {"plan", plan::plans_to_audit, plan::audit_plan},
    {"amendment", amendments::amendments_to_audit, amendments::audit_amendment},
    {"setting", settings::settings_to_audit, settings::audit_setting},
    {"calendar_year", settings::calendar_years_to_audit, settings::audit_calendar_year},
});

// Every part looks by itself: what one cannot read does not keep the others from looking.
class Inspecting {
public:
    Inspecting(db::Database& database, const backup::Progress& progress)
        : database_(database), progress_(progress)
    {
    }

    void pages()
    {
        const auto lines =
            database_.read([&](db::Tx& tx) { return db::self_check(tx, database_.engine()); });
        for (const auto& line : lines) {
            result.findings.push_back({"check.pages", "", "", "", {{"what", line}}});
        }
    }

    void rows()
    {
        const auto tables =
            database_.read([&](db::Tx& tx) { return db::tables_of(tx, database_.engine()); });
        for (const auto& table : tables) {
            ++result.tables;
            const int counted = backup::is_derived(table.name) ? 0 : 1; // as a backup counts
            look(table.name, "", [&](db::Tx& tx) {
                tx.run(db::select_all(table), {}, [&](const db::Row& row) {
                    backup::row_line(table, row);
                    progress_("rows", result.rows += counted, 0);
                });
            });
        }
    }

    void record()
    {
        look("event", "", [&](db::Tx& tx) {
            const auto audit =
                record::audit_events(tx, [&](std::int64_t done) { progress_("events", done, 0); });
            result.events = audit.events;
            add(audit.misfits);
        });
    }

    void subjects(const Subjects& kind)
    {
        std::vector<std::string> ids;
        look(kind.table, "", [&](db::Tx& tx) { ids = kind.ids(tx); });
        std::int64_t done = 0;
        for (const auto& id : ids) { // each in a view of its own: rows and events of one moment
            const auto before = result.findings.size();
            look(kind.table, id, [&](db::Tx& tx) { add(kind.audit(tx, id)); });
            if (result.findings.size() > before) {
                damaged_.insert(id);
            }
            progress_("subjects", ++done, static_cast<std::int64_t>(ids.size()));
        }
    }

    void sealed(const sealing::Keys& keys)
    {
        look("sealed_value", "", [&](db::Tx& tx) {
            add(sealing::audit_sealed(
                tx, keys, [&](std::int64_t done) { progress_("sealed", done, 0); }));
        });
    }

    void search(const std::string& folder)
    {
        std::optional<files::FileStore> store; // which would make its folder
        if (std::filesystem::is_directory(folder)) {
            store.emplace(folder);
        }
        tried("search_entry", "", [&] {
            add(search::audit_search({database_, store ? &*store : nullptr, damaged_},
                [&](std::int64_t done) { progress_("search", done, 0); }));
        });
    }

    void files(const std::string& folder, base::Instant now)
    {
        std::vector<files::NamedFile> named;
        look("plan_document", "", [&](db::Tx& tx) { named = plan::files_named(tx); });
        look("behalf_scan", "", [&](db::Tx& tx) {
            const auto scans = behalf::files_named(tx);
            named.insert(named.end(), scans.begin(), scans.end());
        });
        const auto audit = files::audit_files(
            folder, named, now, [&](std::int64_t done) { progress_("files", done, 0); });
        result.files = audit.files;
        result.bytes = audit.bytes;
        for (const auto& finding : audit.findings) {
            const auto trouble = boost::describe::enum_to_string(finding.trouble, "");
            result.findings.push_back(
                {std::string("check.file_") + trouble, "", finding.row, "files/" + finding.path,
                    {{"row", finding.row}}, finding.trouble >= files::FileTrouble::orphaned});
        }
    }

    Inspection result;

private:
    void look(
        const std::string& table, const std::string& row, const std::function<void(db::Tx&)>& work)
    {
        tried(table, row, [&] { database_.look(work); });
    }

    void tried(const std::string& table, const std::string& row, const std::function<void()>& work)
    {
        try {
            work();
        } catch (const db::Unavailable&) {
            throw; // not damage
        } catch (const db::Failure& unreadable) {
            result.findings.push_back(
                {"check.unreadable", table, row, "", {{"reason", unreadable.what()}}});
        }
    }

    void add(const std::vector<record::Misfit>& misfits)
    {
        for (const auto& misfit : misfits) {
            result.findings.push_back({misfit.code, misfit.table, misfit.row, "", misfit.params});
        }
    }

    db::Database& database_;
    const backup::Progress& progress_;
    std::set<std::string> damaged_; // ids of subjects
};

} // namespace

Inspection inspect(const Inspected& house, const backup::Progress& progress)
{
    Inspecting inspecting(house.database, progress);
    inspecting.pages();
    inspecting.rows();
    inspecting.record();
    for (const auto& kind : all_subjects) {
        inspecting.subjects(kind);
    }
    inspecting.sealed(house.keys);
    inspecting.search(house.files);
    inspecting.files(house.files, house.now);
    return std::move(inspecting.result);
}

std::vector<std::string> digests_named(db::Tx& tx)
{
    std::vector<std::string> digests;
    for (const auto& file : plan::files_named(tx)) {
        digests.push_back(file.sha256);
    }
    for (const auto& file : behalf::files_named(tx)) {
        digests.push_back(file.sha256);
    }
    return digests;
}

} // namespace xieshang::app
