// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_comparison.h"

#include "features/people/membership_days.h"
#include "features/people/membership_workflow.h"
#include "features/people/roster_changes.h"
#include "features/people/roster_meaning.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace xieshang::people {
namespace {

class Comparison {
public:
    Comparison(const RosterOptions& options, const RosterRegister& known)
        : options_(options), known_(known), meanings_(known, options)
    {
    }

    RosterOutcome compare(RosterRow row)
    {
        RosterOutcome outcome{std::move(row)};
        if (outcome.row.name.empty()) {
            return compare_nameless(std::move(outcome));
        }
        const auto meaning = meanings_.of(outcome.row);
        if (meaning.is_unknown) {
            complain(outcome, RosterField::name, "roster.no_person");
        }
        for (const auto* candidate : meaning.candidates) {
            outcome.candidates.push_back(candidate->id);
        }
        if (meaning.person != nullptr) {
            outcome.person = *meaning.person;
        }
        note_changes_of_words(outcome);
        if (outcome.edits && is_month_to_come(outcome.words.birth_month, known_.today)) {
            complain(outcome, RosterField::birth_month, "people.month_to_come");
        }
        check_name(outcome);
        note_changes_of_contacts(outcome, known_);
        plan_membership(outcome);
        check_doubled(outcome);
        check_identity(outcome);
        outcome.kind = kind_of(outcome);
        return outcome;
    }

private:
    // Whom it means is not known; what else is wrong in it is told all the same.
    RosterOutcome compare_nameless(RosterOutcome outcome) const
    {
        plan_membership(outcome);
        outcome.changes.clear();
        outcome.membership.reset();
        outcome.kind = RowKind::wrong;
        return outcome;
    }

    static void complain(
        RosterOutcome& outcome, RosterField field, std::string code, base::Params params = {})
    {
        outcome.row.troubles.push_back({field, -1, {}, std::move(code), std::move(params)});
    }

    static RowKind kind_of(const RosterOutcome& outcome)
    {
        return !outcome.row.troubles.empty() ? RowKind::wrong
            : !outcome.candidates.empty()    ? RowKind::ambiguous
            : !outcome.person                ? RowKind::added
            : outcome.changes.empty()        ? RowKind::same
                                             : RowKind::changed;
    }

    void check_name(RosterOutcome& outcome) const
    {
        const auto& name = outcome.words.name;
        if (outcome.person && name != outcome.person->words.name && known_.may_be_named
            && !known_.may_be_named(outcome.person->id, name)) {
            complain(outcome, RosterField::name, "people.name_of_administrator", {{"name", name}});
        }
    }

    // One row a person: which of two rows is right, only a person can tell.
    void check_doubled(RosterOutcome& outcome)
    {
        const auto& row = outcome.row;
        if (!outcome.candidates.empty() && !outcome.person) {
            return; // to be chosen first
        }
        std::string identity;
        for (const auto& contact : row.contacts) {
            identity += contact.contact == Contact::identity_number ? contact.value : "";
        }
        const auto key = outcome.person
            ? std::tuple(outcome.person->id.text, std::string(), std::string())
            : std::tuple(row.name, row.birth_month.value_or(""), identity);
        const auto [first, is_new] = first_rows_.try_emplace(key, row.number);
        if (!is_new && (outcome.person || !meanings_.is_chosen(row))) {
            complain(outcome, RosterField::name, "roster.doubled",
                {{"row", std::to_string(first->second)}});
        }
    }

    // One identity number, one person, in the register and in the file. What stays as it is is not
    // asked again.
    void check_identity(RosterOutcome& outcome)
    {
        if (!outcome.candidates.empty() && !outcome.person) {
            return; // to be chosen first
        }
        for (const auto& contact : outcome.contacts) {
            if (contact.contact != Contact::identity_number) {
                continue;
            }
            for (const auto& holder : known_.holders(contact)) {
                const auto* person = meanings_.find(holder);
                if (person != nullptr && (!outcome.person || outcome.person->id.text != holder)) {
                    complain(outcome, RosterField::identity_number, "roster.identity_held",
                        {{"name", person->words.name}});
                }
            }
            const auto [first, is_new] =
                identity_rows_.try_emplace(contact.value, outcome.row.number);
            if (!is_new && outcome.row.troubles.empty()) {
                complain(outcome, RosterField::identity_number, "roster.identity_doubled",
                    {{"row", std::to_string(first->second)}});
            }
        }
    }

    const Term* term_of(RosterOutcome& outcome) const
    {
        const auto& row = outcome.row;
        if (row.has_trouble(RosterField::term)) {
            return nullptr; // it names one that is not understood
        }
        const auto wanted = row.term_number ? row.term_number : options_.term_number;
        if (!wanted) {
            const auto* running = term_on(known_.terms, known_.today);
            if (running == nullptr) {
                complain(outcome, RosterField::term, "roster.no_terms");
            }
            return running;
        }
        const auto found = std::find_if(known_.terms.begin(), known_.terms.end(),
            [&](const Term& term) { return term.number == *wanted; });
        if (found == known_.terms.end()) {
            complain(
                outcome, RosterField::term, "roster.no_term", {{"term", std::to_string(*wanted)}});
            return nullptr;
        }
        return &*found;
    }

    // Also what is not understood speaks of one.
    static bool speaks_of_membership(const RosterRow& row)
    {
        return row.sector || row.group || row.state || row.term_number
            || row.has_trouble(RosterField::sector) || row.has_trouble(RosterField::group)
            || row.has_trouble(RosterField::term) || row.has_trouble(RosterField::state);
    }

    void plan_membership(RosterOutcome& outcome) const
    {
        const auto& row = outcome.row;
        if (!speaks_of_membership(row)) {
            return;
        }
        const auto* term = term_of(outcome);
        if (term == nullptr) {
            return;
        }
        PlannedMembership planned{term->id, term->version};
        if (outcome.person) {
            for (const auto* one : meanings_.memberships_of(outcome.person->id)) {
                if (one->term_id == term->id) {
                    planned.before = *one;
                }
            }
        }
        const bool has_sector = row.sector || planned.before;
        if (!has_sector && !row.has_trouble(RosterField::sector)) {
            complain(outcome, RosterField::sector, "roster.needs_sector");
        }
        planned.sector_id = row.sector ? *row.sector
            : planned.before           ? planned.before->sector_id
                                       : OrganisationId{};
        planned.group_id = row.group ? row.group
            : planned.before         ? planned.before->group_id
                                     : std::nullopt;
        plan_steps(outcome, planned, *term);
        check_places(outcome, planned, *term);
        check_term(outcome, planned, *term);
        if (!has_sector) {
            return; // there is no place for it
        }
        note_changes_of_membership(outcome, planned, known_, term->number);
        outcome.membership = std::move(planned);
    }

    // Nothing of a closed term changes; what is as it was may stand in the file.
    void check_term(RosterOutcome& outcome, PlannedMembership& planned, const Term& term) const
    {
        const auto open = still_open(term, known_.today);
        if (!open && (planned.moves || !planned.steps.empty())) {
            return complain(outcome, RosterField::term, open.error().code, open.error().params);
        }
        planned.day = day_of_step(term, {.today = known_.today}).value_or(term.period.from);
    }

    void plan_steps(RosterOutcome& outcome, PlannedMembership& planned, const Term& term) const
    {
        const auto from = planned.before ? planned.before->state : MembershipState::none;
        const auto said = outcome.row.state;
        const auto read = said == TermStanding::active ? std::optional(MembershipState::active)
            : said                                     ? state_reading(*said, term, known_.today)
                                                       : std::nullopt;
        if (said && !read) {
            return complain(outcome, RosterField::state, "roster.state_of_other_term",
                {{"from", boost::describe::enum_to_string(*said, "")},
                    {"number", std::to_string(term.number)}});
        }
        const auto wanted =
            read.value_or(from == MembershipState::none ? MembershipState::active : from);
        const auto way = way_between(from, wanted);
        if (!way) {
            return complain(outcome, RosterField::state, "roster.no_way_to",
                {{"from", boost::describe::enum_to_string(from, "")},
                    {"to", boost::describe::enum_to_string(wanted, "")}});
        }
        planned.steps = *way;
        const bool is_invited = !way->empty() && way->front() == MembershipAction::invite;
        planned.moves = planned.before && !is_invited
            && (planned.before->sector_id != planned.sector_id
                || planned.before->group_id != planned.group_id);
        if (planned.moves && from == MembershipState::former) {
            complain(outcome, RosterField::sector, "roster.former_stays");
        }
    }

    void check_places(
        RosterOutcome& outcome, const PlannedMembership& planned, const Term& term) const
    {
        const bool enters = !planned.before || planned.moves
            || (!planned.steps.empty() && planned.steps[0] == MembershipAction::invite);
        if (!enters) {
            return;
        }
        const auto at = [&](const OrganisationId& id) {
            const auto& all = known_.organisations;
            const auto found = std::find_if(
                all.begin(), all.end(), [&](const Organisation& one) { return one.id == id; });
            return found == all.end() ? nullptr : &*found;
        };
        const Membership asked{{}, term.id, {}, planned.sector_id, planned.group_id};
        const Places places{
            at(planned.sector_id), planned.group_id ? at(*planned.group_id) : nullptr};
        const auto day = day_of_step(term, {.today = known_.today}).value_or(term.period.from);
        const auto fits = fits_places(asked, places, days_of_place(term, day));
        for (const auto& wrong : fits ? std::vector<base::FieldTrouble>{} : fits.error().fields) {
            const auto field =
                wrong.pointer == "/sector_id" ? RosterField::sector : RosterField::group;
            if (!outcome.row.has_trouble(field)) {
                complain(outcome, field, wrong.code, wrong.params);
            }
        }
    }

    const RosterOptions& options_;
    const RosterRegister& known_;
    RosterMeanings meanings_;
    std::map<std::tuple<std::string, std::string, std::string>, int> first_rows_;
    std::map<std::string, int> identity_rows_;
};

} // namespace

std::vector<RosterOutcome> compared(
    std::vector<RosterRow> rows, const RosterOptions& options, const RosterRegister& known)
{
    Comparison comparison(options, known);
    std::vector<RosterOutcome> outcomes;
    outcomes.reserve(rows.size());
    for (auto& row : rows) {
        outcomes.push_back(comparison.compare(std::move(row)));
    }
    return outcomes;
}

} // namespace xieshang::people
