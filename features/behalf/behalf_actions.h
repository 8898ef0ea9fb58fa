// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the verbs of other slices call when they do what is somebody else's to do. Each writes the
// act, whom it is told to, its first step and its event (which names both), in the transaction of
// the change.
#pragma once

#include "features/behalf/behalf_paper.h"
#include "features/behalf/behalf_store.h"
#include "platform/record/many_events.h"
#include "platform/services/services.h"

namespace xieshang::behalf {

struct Deed {
    BehalfDeed deed{};
    std::string object_kind; // as the record names it
    std::string object_id;
    std::int64_t object_version{};
    std::string about{};               // the plan's title, the roster's file
    std::vector<std::string> fields{}; // names only
    // Of a body whose persons are counted, for which of them: whether he acts himself decides, not
    // whether others of the body do.
    std::optional<PersonId> one_of_it{};
};

// Acts of a verb that does thousands of them, gathered to be written together; their events go with
// its own. One thread at a time.
class ManyActs {
public:
    explicit ManyActs(services::Services& services) : services_(services) {}

    // As record_for_person() of somebody of that name.
    void record(db::Tx& tx, const base::Actor& actor, const PersonId& person, std::string name,
        const Deed& deed, record::ManyEvents& events);
    void write(db::Tx& tx);

private:
    services::Services& services_;
    std::vector<NewAct> acts_;
};

// Nothing is written where the actor is that person. The person is told, with an account or
// without: who gets one later finds it there.
void record_for_person(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const PersonId& person, const Deed& deed);

// Whether the body acts by itself: somebody with an account that is active has its role, and, where
// it is a role of members, an active membership today. Roles and not posts decide: only a role can
// take the step, so a body of which nobody has it could not act otherwise.
bool acts_itself(services::Services& services, db::Tx& tx, members::Role body);
// Whether that person of it does.
bool acts_himself(
    services::Services& services, db::Tx& tx, members::Role body, const PersonId& person);

// The refusals of may_record_for_body() of behalf_act.h. Those told are who holds a post of the
// organisation today and has an account.
base::Result<void> record_for_body(services::Services& services, db::Tx& tx,
    const base::Actor& actor, members::Role body, const BehalfPaper& paper, const Deed& deed);

// A scan, kept whole. Refuses as media_type_of() does. Slow: before a transaction.
struct ScanToKeep {
    std::string file_name;
    std::int64_t size{};
    std::string sha256;
    std::string media_type;
};
base::Result<ScanToKeep> keep_scan_file(
    services::Services& services, std::string_view bytes, std::string file_name);
base::Result<BehalfScan> keep_scan(
    services::Services& services, const base::Actor& actor, const ScanToKeep& file);

} // namespace xieshang::behalf
