// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/organisation_store.h"

#include "features/plan/like_pattern.h"

namespace xieshang::people {
namespace {

struct OrganisationRow {
    OrganisationId id;
    OrganisationKind kind{};
    std::string name;
    std::string short_name;
    std::string code;
    std::optional<std::string> parent_id;
    std::string from_day;
    std::optional<std::string> until_day;
    bool invented{};
    std::int64_t version{};
    base::Instant updated_at_ms;
};
BOOST_DESCRIBE_STRUCT(OrganisationRow, (),
    (id, kind, name, short_name, code, parent_id, from_day, until_day, invented, version,
        updated_at_ms))

constexpr std::string_view select = "SELECT id, kind, name, short_name, code, parent_id, from_day, "
                                    "until_day, invented, version, updated_at_ms "
                                    "FROM organisation ";

Organisation organisation_of(OrganisationRow&& row)
{
    std::optional<OrganisationId> parent;
    if (row.parent_id) {
        parent = OrganisationId{std::move(*row.parent_id)};
    }
    return {std::move(row.id),
        {row.kind, std::move(row.name), std::move(row.short_name), std::move(row.code),
            std::move(parent), {std::move(row.from_day), std::move(row.until_day)}},
        row.invented, row.version, row.updated_at_ms};
}

std::optional<std::string> text_of(const std::optional<OrganisationId>& id)
{
    return id ? std::optional(id->text) : std::nullopt;
}

base::Result<void> free_code(db::Tx& tx, const Organisation& organisation)
{
    if (tx.one<std::string>("SELECT id FROM organisation WHERE code = $1 AND id <> $2",
            organisation.words.code, organisation.id)) {
        return tl::unexpected(base::Error{base::Trouble::refused, "organisation.invalid", {},
            {{"/code", "organisation.code_taken", {{"code", organisation.words.code}}}}});
    }
    return {};
}

} // namespace

base::Result<Organisation> find_organisation(db::Tx& tx, const OrganisationId& id)
{
    static const auto sql = std::string(select) + "WHERE id = $1";
    if (auto row = tx.one<OrganisationRow>(sql, id)) {
        return organisation_of(std::move(*row));
    }
    return base::trouble(base::Trouble::not_found, "organisation.not_found");
}

std::vector<Organisation> all_organisations(db::Tx& tx)
{
    static const auto sql = std::string(select) + "ORDER BY code";
    std::vector<Organisation> all;
    for (auto& row : tx.all<OrganisationRow>(sql)) {
        all.push_back(organisation_of(std::move(row)));
    }
    return all;
}

std::vector<std::string> organisation_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM organisation ORDER BY id");
}

std::vector<std::string> organisations_called(db::Tx& tx, std::string_view words)
{
    return tx.all<std::string>("SELECT id FROM organisation WHERE lower(name) LIKE lower($1) "
                               "ESCAPE '\\' ORDER BY id",
        plan::like_pattern(words));
}

std::optional<std::string> name_of_organisation(db::Tx& tx, const OrganisationId& id)
{
    return tx.one<std::string>("SELECT name FROM organisation WHERE id = $1", id);
}

base::Result<void> insert_organisation(db::Tx& tx, const Organisation& organisation)
{
    CHECK(free_code(tx, organisation));
    const auto& words = organisation.words;
    tx.execute("INSERT INTO organisation (id, kind, name, short_name, code, parent_id, from_day, "
               "until_day, invented, version, updated_at_ms) "
               "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        organisation.id, words.kind, words.name, words.short_name, words.code,
        text_of(words.parent_id), words.valid.from, words.valid.until, organisation.invented,
        organisation.version, organisation.updated_at);
    return {};
}

base::Result<void> update_organisation(
    db::Tx& tx, const Organisation& organisation, std::int64_t version_before)
{
    CHECK(free_code(tx, organisation));
    const auto& words = organisation.words;
    const auto changed =
        tx.execute("UPDATE organisation SET kind = $3, name = $4, short_name = $5, code = $6, "
                   "parent_id = $7, from_day = $8, until_day = $9, version = $10, "
                   "updated_at_ms = $11 WHERE id = $1 AND version = $2",
            organisation.id, version_before, words.kind, words.name, words.short_name, words.code,
            text_of(words.parent_id), words.valid.from, words.valid.until, organisation.version,
            organisation.updated_at);
    if (changed == 0) {
        return base::trouble(base::Trouble::stale, "organisation.stale");
    }
    return {};
}

} // namespace xieshang::people
