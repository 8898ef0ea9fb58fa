// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: a register with a term, two sectors and a group, a vault, and the verbs on rosters.
#pragma once

#include "features/people/membership_actions.h"
#include "features/people/membership_store.h"
#include "features/people/people_audit_actions.h"
#include "features/people/register_actions.h"
#include "features/people/registered_person_store.h"
#include "features/people/roster_actions.h"
#include "features/people/roster_pen_actions.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"

#include <gmock/gmock.h>

#include <map>

namespace xieshang::people {

inline const base::Actor clerk{"office", "张办", members::bit(members::Role::office)};

class RosterDesk : public tests::OnEveryDatabase {
protected:
    void SetUp() override
    {
        OnEveryDatabase::SetUp();
        if (IsSkipped()) {
            return;
        }
        term_ = add_term(services_ref(), clerk, {2, {"2016-12-28", {}}}).value();
        economy_ = body(OrganisationKind::sector, "经济界", "economy");
        schools_ = body(OrganisationKind::sector, "教育界", "schools");
        street_ = body(OrganisationKind::sub_district, "河东街道", "river-east");
    }

    services::Services& services_ref()
    {
        if (!services_) {
            services_.emplace(services::Services{db(), clock_, random_, files_, vault_});
        }
        return *services_;
    }

    Organisation body(OrganisationKind kind, const std::string& name, const std::string& code)
    {
        return add_organisation(
            services_ref(), clerk, {kind, name, name, code, {}, {"2016-12-28", {}}})
            .value();
    }

    RegisteredPerson person(PersonWords words)
    {
        return register_person(services_ref(), clerk, {std::move(words)}).value();
    }

    // Handed in and its columns as they are proposed, confirmed by the office.
    RosterDraft chosen(const std::string& text)
    {
        const auto file = read_roster(text, "名册.csv");
        EXPECT_TRUE(file) << file.error().code;
        const auto import = keep_roster(services_ref(), clerk, *file, true).value();
        return choose(import.id, options_of(import));
    }

    RosterDraft draft(const RosterImportId& id) { return roster_draft(services_ref(), id).value(); }

    RosterDraft choose(const RosterImportId& id, const RosterOptions& options)
    {
        const auto changed = with_options(services_ref(), draft(id), options).value();
        const auto kept =
            choose_roster_options(services_ref(), clerk, changed, changed.import.version);
        EXPECT_TRUE(kept) << kept.error().code;
        return draft(id);
    }

    RosterPreview preview(const RosterDraft& draft)
    {
        return roster_preview(services_ref(), draft);
    }

    base::Result<RosterCounts> confirm(const RosterDraft& draft, bool leave_out = false)
    {
        clock_.advance(1000);
        return confirm_roster(services_ref(), clerk, draft,
            {draft.import.version, leave_out, "名册导入"}, [](std::int64_t, std::int64_t) {});
    }

    std::map<std::string, RegisteredPerson> people()
    {
        std::map<std::string, RegisteredPerson> by_name;
        for (auto& one : db().read([](db::Tx& tx) { return all_registered_people(tx); })) {
            by_name.emplace(one.words.name, one);
        }
        return by_name;
    }

    std::vector<Membership> memberships(const RegisteredPerson& one)
    {
        return db().read([&](db::Tx& tx) { return memberships_of(tx, one.id); });
    }

    bool has_contact(const RegisteredPerson& one, Contact contact, const std::string& value)
    {
        return db().read([&](db::Tx& tx) {
            return vault_.holds(tx, place_of_contact(one.id, contact),
                [&](std::string_view kept) { return kept == value; });
        });
    }

    std::int64_t version_of_contact(const PersonId& id, Contact contact)
    {
        return db().read([&](db::Tx& tx) {
            return sealing::Vault::version_of(tx, place_of_contact(id, contact));
        });
    }

    std::string code_of(const RosterDraft& draft, std::size_t row)
    {
        const auto shown = preview(draft);
        const auto& troubles = shown.outcomes.at(row).row.troubles;
        return troubles.empty() ? "" : troubles[0].code;
    }

    // Every row of the register is what the record tells.
    void expect_sound()
    {
        db().read([](db::Tx& tx) {
            for (const auto& id : registered_people_to_audit(tx)) {
                EXPECT_THAT(audit_registered_person(tx, id), testing::IsEmpty());
            }
            for (const auto& id : memberships_to_audit(tx)) {
                EXPECT_THAT(audit_membership(tx, id), testing::IsEmpty());
            }
            for (const auto& id : roster_imports_to_audit(tx)) {
                EXPECT_THAT(audit_roster_import(tx, id), testing::IsEmpty());
            }
            return 0;
        });
    }

    tests::FakeClock clock_;
    base::SeededRandom random_{5};
    tests::TemporaryFolder folder_;
    files::FileStore files_{folder_ / "files"};
    sealing::KeyRing ring_{folder_ / "keys.json"};
    sealing::Vault vault_{ring_, clock_, random_};
    std::optional<services::Services> services_;
    Term term_;
    Organisation economy_;
    Organisation schools_;
    Organisation street_;
};

} // namespace xieshang::people
