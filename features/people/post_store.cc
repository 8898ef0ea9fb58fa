// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/post_store.h"

namespace xieshang::people {
namespace {

struct PostRow {
    PostId id;
    OrganisationId organisation_id;
    std::string title;
    bool single_seat{};
    std::int64_t version{};
    base::Instant updated_at_ms;
    bool term_bound{};
};
BOOST_DESCRIBE_STRUCT(
    PostRow, (), (id, organisation_id, title, single_seat, version, updated_at_ms, term_bound))

struct TenureRow {
    TenureId id;
    PostId post_id;
    PersonId person_id;
    std::string from_day;
    std::optional<std::string> until_day;
    std::int64_t version{};
    base::Instant updated_at_ms;
    std::optional<std::int64_t> withdrawn_at_ms;
    std::optional<std::string> withdrawn_by_id;
    std::optional<std::string> withdrawn_by_name;
    std::optional<std::string> withdrawn_reason;
};
BOOST_DESCRIBE_STRUCT(TenureRow, (),
    (id, post_id, person_id, from_day, until_day, version, updated_at_ms, withdrawn_at_ms,
        withdrawn_by_id, withdrawn_by_name, withdrawn_reason))

std::optional<Withdrawal> withdrawal_of(const TenureRow& row)
{
    if (!row.withdrawn_at_ms) {
        return std::nullopt;
    }
    return Withdrawal{{*row.withdrawn_at_ms}, row.withdrawn_by_id.value_or(""),
        row.withdrawn_by_name.value_or(""), row.withdrawn_reason.value_or("")};
}

struct UseRow {
    std::string name;
    std::string from_day;
    std::optional<std::string> until_day;
};
BOOST_DESCRIBE_STRUCT(UseRow, (), (name, from_day, until_day))

std::vector<Post> posts_where(db::Tx& tx, std::string_view condition, const std::string& id)
{
    const auto sql = "SELECT id, organisation_id, title, single_seat, version, updated_at_ms, "
                     "term_bound FROM post WHERE "
        + std::string(condition);
    std::vector<Post> posts;
    for (auto& row : tx.all<PostRow>(sql, id)) {
        posts.push_back({std::move(row.id), std::move(row.organisation_id), std::move(row.title),
            row.single_seat, row.version, row.updated_at_ms, row.term_bound});
    }
    return posts;
}

std::vector<Tenure> tenures_where(db::Tx& tx, std::string_view condition, const std::string& id)
{
    const auto sql = "SELECT id, post_id, person_id, from_day, until_day, version, updated_at_ms, "
                     "withdrawn_at_ms, withdrawn_by_id, withdrawn_by_name, withdrawn_reason "
                     "FROM tenure WHERE "
        + std::string(condition) + " ORDER BY from_day, id";
    std::vector<Tenure> tenures;
    for (auto& row : tx.all<TenureRow>(sql, id)) {
        auto taken_back = withdrawal_of(row);
        tenures.push_back({std::move(row.id), std::move(row.post_id), std::move(row.person_id),
            {std::move(row.from_day), std::move(row.until_day)}, row.version, row.updated_at_ms,
            std::move(taken_back)});
    }
    return tenures;
}

} // namespace

base::Result<Post> find_post(db::Tx& tx, const PostId& id)
{
    auto found = posts_where(tx, "id = $1", id.text);
    if (found.empty()) {
        return base::trouble(base::Trouble::not_found, "post.not_found");
    }
    return std::move(found.front());
}

std::vector<Post> posts_of(db::Tx& tx, const OrganisationId& organisation)
{
    return posts_where(tx, "organisation_id = $1 ORDER BY id", organisation.text);
}

std::vector<std::string> post_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM post ORDER BY id");
}

std::vector<std::string> tenure_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM tenure ORDER BY id");
}

base::Result<Tenure> find_tenure(db::Tx& tx, const TenureId& id)
{
    auto found = tenures_where(tx, "id = $1", id.text);
    if (found.empty()) {
        return base::trouble(base::Trouble::not_found, "tenure.not_found");
    }
    return std::move(found.front());
}

void insert_post(db::Tx& tx, const Post& post)
{
    tx.execute("INSERT INTO post (id, organisation_id, title, single_seat, version, "
               "updated_at_ms, term_bound) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        post.id, post.organisation_id, post.title, post.single_seat, post.version, post.updated_at,
        post.term_bound);
}

base::Result<void> update_post(db::Tx& tx, const Post& post, std::int64_t version_before)
{
    const auto changed =
        tx.execute("UPDATE post SET title = $3, single_seat = $4, term_bound = $5, version = $6, "
                   "updated_at_ms = $7 WHERE id = $1 AND version = $2",
            post.id, version_before, post.title, post.single_seat, post.term_bound, post.version,
            post.updated_at);
    if (changed == 0) {
        return base::trouble(base::Trouble::stale, "post.stale");
    }
    return {};
}

std::vector<Tenure> tenures_of_post(db::Tx& tx, const PostId& post)
{
    return tenures_where(tx, "withdrawn_at_ms IS NULL AND post_id = $1", post.text);
}

std::vector<Tenure> withdrawn_tenures_of_post(db::Tx& tx, const PostId& post)
{
    return tenures_where(tx, "withdrawn_at_ms IS NOT NULL AND post_id = $1", post.text);
}

std::vector<Tenure> tenures_of_person(db::Tx& tx, const PersonId& person)
{
    return tenures_where(tx, "withdrawn_at_ms IS NULL AND person_id = $1", person.text);
}

std::vector<std::string> all_tenure_ids_of(db::Tx& tx, const PersonId& person)
{
    return tx.all<std::string>(
        "SELECT id FROM tenure WHERE person_id = $1 ORDER BY from_day, id", person);
}

void insert_tenure(db::Tx& tx, const Tenure& tenure)
{
    tx.execute("INSERT INTO tenure (id, post_id, person_id, from_day, until_day, version, "
               "updated_at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        tenure.id, tenure.post_id, tenure.person_id, tenure.period.from, tenure.period.until,
        tenure.version, tenure.updated_at);
}

base::Result<void> update_tenure(db::Tx& tx, const Tenure& tenure, std::int64_t version_before)
{
    using Words = std::optional<std::string>;
    const auto& back = tenure.withdrawn;
    const auto changed = tx.execute(
        "UPDATE tenure SET from_day = $3, until_day = $4, version = $5, updated_at_ms = $6, "
        "withdrawn_at_ms = $7, withdrawn_by_id = $8, withdrawn_by_name = $9, "
        "withdrawn_reason = $10 WHERE id = $1 AND version = $2",
        tenure.id, version_before, tenure.period.from, tenure.period.until, tenure.version,
        tenure.updated_at, back ? std::optional(back->at.ms) : std::nullopt,
        back ? Words(back->by_id) : Words(), back ? Words(back->by_name) : Words(),
        back ? Words(back->reason) : Words());
    if (changed == 0) {
        return base::trouble(base::Trouble::stale, "tenure.stale");
    }
    return {};
}

namespace {

constexpr std::string_view held_on = "SELECT t.person_id, p.title, o.short_name AS organisation "
                                     "FROM tenure t JOIN post p ON p.id = t.post_id "
                                     "JOIN organisation o ON o.id = p.organisation_id "
                                     "WHERE t.withdrawn_at_ms IS NULL AND t.from_day <= $1 "
                                     "AND (t.until_day IS NULL OR t.until_day >= $1) ";
constexpr std::string_view in_their_order = "ORDER BY t.person_id, o.code, p.title, t.id";

} // namespace

std::vector<PostHeld> posts_held_on(db::Tx& tx, std::string_view day)
{
    return tx.all<PostHeld>(std::string(held_on) + std::string(in_their_order), day);
}

std::vector<PostHeld> posts_held_by(db::Tx& tx, const PersonId& person, std::string_view day)
{
    return tx.all<PostHeld>(
        std::string(held_on) + "AND t.person_id = $2 " + std::string(in_their_order), day, person);
}

std::vector<TermBoundTenure> tenures_bound_to_term(db::Tx& tx, std::string_view last_day)
{
    return tx.all<TermBoundTenure>(
        "SELECT t.id, t.person_id, r.name, p.title, o.short_name AS organisation "
        "FROM tenure t JOIN post p ON p.id = t.post_id "
        "JOIN organisation o ON o.id = p.organisation_id "
        "JOIN registered_person r ON r.id = t.person_id "
        "WHERE p.term_bound AND t.withdrawn_at_ms IS NULL AND t.from_day <= $1 "
        "AND (t.until_day IS NULL OR t.until_day > $1) ORDER BY o.code, p.title, t.id",
        last_day);
}

std::vector<PostCount> posts_counted(db::Tx& tx)
{
    return tx.all<PostCount>("SELECT organisation_id, COUNT(*) AS posts FROM post "
                             "GROUP BY organisation_id");
}

std::vector<OrganisationUse> uses_by_tenures(db::Tx& tx, const OrganisationId& organisation)
{
    std::vector<OrganisationUse> uses;
    for (auto& row : tx.all<UseRow>("SELECT r.name, t.from_day, t.until_day FROM tenure t "
                                    "JOIN post p ON p.id = t.post_id "
                                    "JOIN registered_person r ON r.id = t.person_id "
                                    "WHERE p.organisation_id = $1 AND t.withdrawn_at_ms IS NULL "
                                    "ORDER BY t.from_day, t.id",
             organisation)) {
        uses.push_back({std::move(row.name), {std::move(row.from_day), std::move(row.until_day)}});
    }
    return uses;
}

std::vector<PersonId> holders_on(
    db::Tx& tx, const OrganisationId& organisation, std::string_view day)
{
    return tx.all<PersonId>(
        "SELECT DISTINCT t.person_id FROM tenure t JOIN post p ON p.id = t.post_id "
        "WHERE p.organisation_id = $1 AND t.withdrawn_at_ms IS NULL AND t.from_day <= $2 "
        "AND (t.until_day IS NULL OR t.until_day >= $2) ORDER BY t.person_id",
        organisation, day);
}

std::vector<std::string> bodies_on(db::Tx& tx, const PersonId& person, std::string_view day)
{
    return tx.all<std::string>(
        "SELECT DISTINCT p.organisation_id FROM tenure t JOIN post p ON p.id = t.post_id "
        "WHERE t.person_id = $1 AND t.withdrawn_at_ms IS NULL AND t.from_day <= $2 "
        "AND (t.until_day IS NULL OR t.until_day >= $2) ORDER BY p.organisation_id",
        person, day);
}

} // namespace xieshang::people
