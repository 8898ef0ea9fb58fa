// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/membership_store.h"

#include "platform/db/changed_rows.h"

#include <algorithm>

namespace xieshang::people {
namespace {

struct TermRow {
    TermId id;
    std::int64_t number{};
    std::string from_day;
    std::optional<std::string> until_day;
    std::int64_t version{};
    base::Instant updated_at_ms;
};
BOOST_DESCRIBE_STRUCT(TermRow, (), (id, number, from_day, until_day, version, updated_at_ms))

struct MembershipRow {
    MembershipId id;
    TermId term_id;
    PersonId person_id;
    OrganisationId sector_id;
    std::optional<std::string> group_id;
    MembershipState state{};
    std::int64_t version{};
    base::Instant updated_at_ms;
};
BOOST_DESCRIBE_STRUCT(
    MembershipRow, (), (id, term_id, person_id, sector_id, group_id, state, version, updated_at_ms))

struct PlacedRow {
    std::string name;
    std::string from_day;
    std::optional<std::string> next_day; // of the step after it
    std::string term_from;
    std::optional<std::string> term_until;
};
BOOST_DESCRIBE_STRUCT(PlacedRow, (), (name, from_day, next_day, term_from, term_until))

constexpr std::string_view select =
    "SELECT id, term_id, person_id, sector_id, group_id, state, version, updated_at_ms "
    "FROM membership WHERE ";

std::optional<std::string> text_of(const std::optional<OrganisationId>& id)
{
    return id ? std::optional(id->text) : std::nullopt;
}

Membership membership_of(MembershipRow&& row)
{
    std::optional<OrganisationId> group;
    if (row.group_id) {
        group = OrganisationId{std::move(*row.group_id)};
    }
    return {std::move(row.id), std::move(row.term_id), std::move(row.person_id),
        std::move(row.sector_id), std::move(group), row.state, row.version, row.updated_at_ms};
}

std::vector<Membership> memberships_where(
    db::Tx& tx, std::string_view condition, const std::string& id)
{
    std::vector<Membership> found;
    const auto sql = std::string(select) + std::string(condition);
    for (auto& row : tx.all<MembershipRow>(sql, id)) {
        found.push_back(membership_of(std::move(row)));
    }
    return found;
}

} // namespace

std::vector<Term> all_terms(db::Tx& tx)
{
    std::vector<Term> terms;
    for (auto& row :
        tx.all<TermRow>("SELECT id, number, from_day, until_day, version, updated_at_ms "
                        "FROM term ORDER BY number")) {
        terms.push_back({std::move(row.id), row.number,
            {std::move(row.from_day), std::move(row.until_day)}, row.version, row.updated_at_ms});
    }
    return terms;
}

base::Result<Term> find_term(db::Tx& tx, const TermId& id)
{
    for (auto& term : all_terms(tx)) {
        if (term.id == id) {
            return std::move(term);
        }
    }
    return base::trouble(base::Trouble::not_found, "term.not_found");
}

std::vector<std::string> membership_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM membership ORDER BY id");
}

void insert_term(db::Tx& tx, const Term& term)
{
    tx.execute("INSERT INTO term (id, number, from_day, until_day, version, updated_at_ms) "
               "VALUES ($1, $2, $3, $4, $5, $6)",
        term.id, term.number, term.period.from, term.period.until, term.version, term.updated_at);
}

base::Result<void> update_term(db::Tx& tx, const Term& term, std::int64_t version_before)
{
    const auto changed =
        tx.execute("UPDATE term SET number = $3, from_day = $4, until_day = $5, version = $6, "
                   "updated_at_ms = $7 WHERE id = $1 AND version = $2",
            term.id, version_before, term.number, term.period.from, term.period.until, term.version,
            term.updated_at);
    if (changed == 0) {
        return base::trouble(base::Trouble::stale, "term.stale");
    }
    return {};
}

base::Result<Membership> find_membership(db::Tx& tx, const MembershipId& id)
{
    auto found = memberships_where(tx, "id = $1", id.text);
    if (found.empty()) {
        return base::trouble(base::Trouble::not_found, "membership.not_found");
    }
    return std::move(found.front());
}

std::vector<Membership> memberships_of(db::Tx& tx, const PersonId& person)
{
    return memberships_where(tx, "person_id = $1 ORDER BY id", person.text);
}

std::vector<Membership> memberships_in(db::Tx& tx, const TermId& term)
{
    return memberships_where(tx, "term_id = $1 ORDER BY id", term.text);
}

std::vector<Membership> all_memberships(db::Tx& tx)
{
    return memberships_where(tx, "id > $1 ORDER BY id", "");
}

std::int64_t active_members_in(db::Tx& tx, const TermId& term)
{
    return tx
        .one<std::int64_t>(
            "SELECT COUNT(*) FROM membership WHERE term_id = $1 AND state = 'active'", term)
        .value_or(0);
}

std::vector<OrganisationUse> uses_by_members(db::Tx& tx, const OrganisationId& organisation)
{
    std::vector<OrganisationUse> uses;
    for (auto& row : tx.all<PlacedRow>(
             "SELECT p.name, s.from_day, (SELECT l.from_day FROM membership_step l "
             "WHERE l.membership_id = s.membership_id AND l.version > s.version "
             "ORDER BY l.version LIMIT 1) AS next_day, t.from_day AS term_from, "
             "t.until_day AS term_until FROM membership_step s "
             "JOIN membership m ON m.id = s.membership_id JOIN term t ON t.id = m.term_id "
             "JOIN registered_person p ON p.id = m.person_id "
             "WHERE (s.sector_id = $1 OR s.group_id = $1) AND s.to_state <> 'former' "
             "ORDER BY s.membership_id, s.version",
             organisation)) {
        auto until = std::move(row.term_until);
        if (row.next_day && (!until || *row.next_day <= *until)) {
            until = day_before(*row.next_day);
        }
        uses.push_back(
            {std::move(row.name), {std::max(row.from_day, row.term_from), std::move(until)}});
    }
    return uses;
}

Placed placed_in(db::Tx& tx, const OrganisationId& organisation)
{
    return tx
        .one<Placed>("SELECT COUNT(DISTINCT CASE WHEN sector_id = $1 THEN id END) AS as_sector, "
                     "COUNT(DISTINCT CASE WHEN group_id = $1 THEN id END) AS as_group FROM "
                     "(SELECT id, sector_id, group_id FROM membership UNION ALL "
                     "SELECT membership_id, sector_id, group_id FROM membership_step) AS places "
                     "WHERE sector_id = $1 OR group_id = $1",
            organisation)
        .value();
}

void insert_memberships(db::Tx& tx, const std::vector<Membership>& memberships)
{
    db::NewRows rows("membership",
        {"id", "term_id", "person_id", "sector_id", "group_id", "state", "version",
            "updated_at_ms"});
    for (const auto& one : memberships) {
        rows.add(one.id, one.term_id, one.person_id, one.sector_id, text_of(one.group_id),
            one.state, one.version, one.updated_at);
    }
    rows.insert(tx);
}

base::Result<void> update_membership(
    db::Tx& tx, const Membership& membership, std::int64_t version_before)
{
    return update_memberships(tx, {{membership, version_before}});
}

base::Result<void> update_memberships(db::Tx& tx, const std::vector<ChangedMembership>& memberships)
{
    db::ChangedRows rows(
        "membership", {"id"}, {"sector_id", "group_id", "state", "version", "updated_at_ms"});
    for (const auto& [one, version_before] : memberships) {
        rows.add(one.id, version_before, one.sector_id, text_of(one.group_id), one.state,
            one.version, one.updated_at);
    }
    if (!rows.write(tx)) {
        return base::trouble(base::Trouble::stale, "membership.stale");
    }
    return {};
}

void insert_membership_steps(db::Tx& tx, const std::vector<NewMembershipStep>& steps)
{
    db::NewRows rows("membership_step",
        {"membership_id", "version", "at_ms", "by_id", "by_name", "action", "from_state",
            "to_state", "reason", "from_day", "sector_id", "group_id"});
    for (const auto& [id, step] : steps) {
        rows.add(id, step.version, step.at_ms, step.by_id, step.by_name, step.action,
            step.from_state, step.to_state, step.reason, step.from_day, step.sector_id,
            step.group_id);
    }
    rows.insert(tx);
}

std::vector<KeptMembershipStep> steps_of(db::Tx& tx, const MembershipId& id)
{
    return tx.all<KeptMembershipStep>(
        "SELECT version, at_ms, by_id, by_name, action, from_state, to_state, reason, from_day, "
        "sector_id, group_id FROM membership_step WHERE membership_id = $1 ORDER BY version",
        id);
}

std::vector<PlacelessStep> steps_without_place(db::Tx& tx)
{
    return tx.all<PlacelessStep>("SELECT membership_id, version FROM membership_step "
                                 "WHERE sector_id IS NULL ORDER BY membership_id, version");
}

void put_place_of_step(db::Tx& tx, const PlacelessStep& step, const OrganisationId& sector,
    const std::optional<OrganisationId>& group)
{
    tx.execute("UPDATE membership_step SET sector_id = $3, group_id = $4 "
               "WHERE membership_id = $1 AND version = $2 AND sector_id IS NULL",
        step.membership_id, step.version, sector, text_of(group));
}

std::string last_step_day(db::Tx& tx, const MembershipId& id)
{
    return tx
        .one<std::string>("SELECT from_day FROM membership_step WHERE membership_id = $1 "
                          "ORDER BY version DESC LIMIT 1",
            id)
        .value_or("");
}

std::vector<StateDay> last_step_days(db::Tx& tx)
{
    return tx.all<StateDay>("SELECT s.membership_id, s.from_day AS day FROM membership_step s "
                            "JOIN (SELECT membership_id, MAX(version) AS version "
                            "FROM membership_step GROUP BY membership_id) l "
                            "ON l.membership_id = s.membership_id AND l.version = s.version");
}

std::vector<StateDay> state_days_in(db::Tx& tx, const TermId& term)
{
    return tx.all<StateDay>(
        "SELECT s.membership_id, s.from_day AS day FROM membership_step s "
        "JOIN membership m ON m.id = s.membership_id WHERE m.term_id = $1 AND s.version = "
        "(SELECT MAX(l.version) FROM membership_step l "
        "WHERE l.membership_id = s.membership_id AND l.action <> 'move')",
        term);
}

} // namespace xieshang::people
