// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a round is about, as it stands now: its suggestions with what was merged into them, whom it
// asks about which, and how far each has come. Read once; within the transaction that it is handed,
// which must outlive it.
#pragma once

#include "features/members/person.h"
#include "features/scoring/scoring_store.h"
#include "platform/services/services.h"

#include <map>

namespace xieshang::scoring {

// Somebody as he would be signed in today: by roles that are in force.
base::Actor actor_now(services::Services& services, db::Tx& tx, const members::Person& person);
// None where the account may not act any more.
std::optional<base::Actor> actor_of_account(
    services::Services& services, db::Tx& tx, const std::string& person_id);

struct Progress {
    std::int64_t asked{}; // suggestions: all but those of which he recuses
    std::int64_t done{};  // of them he has scored
    bool is_ended{};      // none of the roles by which he was named is his any more
};

class RoundDesk {
public:
    RoundDesk(services::Services& services, db::Tx& tx, const ScoringRound& round);
    RoundDesk(const RoundDesk&) = delete; // points into itself
    RoundDesk& operator=(const RoundDesk&) = delete;

    // What is scored, in its order; while the round is prepared, what would be.
    const std::vector<const calls::Suggestion*>& items() const { return items_; }
    const calls::Suggestion* item(const SuggestionId& id) const; // null: none of the round's

    bool recuses(const Asked& asked, const calls::Suggestion& suggestion) const;
    ScoringFacts facts(const base::Actor& actor, const ScoringReviewer& reviewer) const;
    ScoringFacts facts(
        const base::Actor& actor, const ScoringReviewer& reviewer, const SuggestionId& id) const;

    // Of each reviewer, in their order.
    std::vector<Progress> progress() const;
    Progress progress_of(const base::Actor& actor, const ScoringReviewer& reviewer) const;
    bool is_everybody_done() const;

private:
    std::vector<const calls::Suggestion*> merged_into(const SuggestionId& id) const;
    Progress counted(
        const std::optional<base::Actor>& actor, const ScoringReviewer& reviewer) const;

    services::Services& services_;
    db::Tx& tx_;
    const ScoringRound& round_;
    std::string today_;
    std::vector<calls::Suggestion> all_; // of the call
    std::map<std::string, const calls::Suggestion*> by_id_;
    std::multimap<std::string, const calls::Suggestion*> merged_;
    std::vector<const calls::Suggestion*> items_;
    std::map<std::string, std::map<std::string, bool>> scored_; // reviewer → suggestion
};

} // namespace xieshang::scoring
