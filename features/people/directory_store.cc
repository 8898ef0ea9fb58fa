// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/directory_store.h"

#include "platform/names/search_keys.h"

namespace xieshang::people {
namespace {

struct LineRow {
    PersonId id;
    std::string name;
    bool invented{};
    bool has_namesake{};
    std::optional<std::string> sector_id;
    std::string sector_name;
    std::string sector_short;
    std::optional<std::string> group_id;
    std::string group_name;
    std::string group_short;
    MembershipState state{};
    std::string place_group;
    std::string place_key;
};
BOOST_DESCRIBE_STRUCT(LineRow, (),
    (id, name, invented, has_namesake, sector_id, sector_name, sector_short, group_id, group_name,
        group_short, state, place_group, place_key))

// Everybody, with the membership of term $1.
std::string lines_in(DirectoryOrder order)
{
    const std::string group =
        order == DirectoryOrder::sector ? "COALESCE(s.code, '')" : "CAST('' AS TEXT)";
    const std::string key = order == DirectoryOrder::pinyin ? "p.pinyin_key" : "p.stroke_key";
    return "(SELECT p.id, p.name, p.invented, p.search_text, "
           "EXISTS (SELECT 1 FROM registered_person o WHERE o.stroke_key = p.stroke_key "
           "AND o.name = p.name AND o.id <> p.id) AS has_namesake, "
           "m.sector_id, COALESCE(s.name, '') AS sector_name, "
           "COALESCE(s.short_name, '') AS sector_short, "
           "m.group_id, COALESCE(g.name, '') AS group_name, "
           "COALESCE(g.short_name, '') AS group_short, "
           "COALESCE(m.state, 'none') AS state, "
        + group + " AS place_group, " + key
        + " AS place_key FROM registered_person p "
          "LEFT JOIN membership m ON m.person_id = p.id AND m.term_id = $1 "
          "LEFT JOIN organisation s ON s.id = m.sector_id "
          "LEFT JOIN organisation g ON g.id = m.group_id) AS line";
}

constexpr std::string_view narrowed =
    " WHERE search_text LIKE $2 ESCAPE '\\' AND ($3 = '' OR sector_id = $3) "
    "AND ($4 = '' OR state = $4) AND ($5 = '' OR group_id = $5) "
    "AND ($6 = '' OR EXISTS (SELECT 1 FROM tenure t JOIN post q ON q.id = t.post_id "
    "WHERE t.person_id = line.id AND q.organisation_id = $6 AND t.from_day <= $7 "
    "AND (t.until_day IS NULL OR t.until_day >= $7)))";

// What the question narrows to, as the statement's arguments.
struct Narrowing {
    explicit Narrowing(const DirectoryQuestion& question)
        : words(names::text_pattern(question.words)),
          sector(text_of(question.sector_id)),
          state(question.state ? boost::describe::enum_to_string(*question.state, "") : ""),
          group(text_of(question.group_id)),
          organisation(text_of(question.organisation_id))
    {
    }
    static std::string text_of(const std::optional<OrganisationId>& id)
    {
        return id ? id->text : std::string();
    }

    std::string words;
    std::string sector;
    std::string state;
    std::string group;
    std::string organisation;
};

std::string condition_of(const DirectoryQuestion& question)
{
    return std::string(narrowed) + (question.members_only ? " AND state <> 'none'" : "");
}

std::optional<BodyName> body(
    std::optional<std::string>&& id, std::string&& name, std::string&& short_name)
{
    if (!id) {
        return std::nullopt;
    }
    return BodyName{{std::move(*id)}, std::move(name), std::move(short_name)};
}

} // namespace

std::vector<DirectoryLine> directory(db::Tx& tx, const DirectoryQuestion& question)
{
    const auto sql =
        "SELECT id, name, invented, has_namesake, sector_id, sector_name, sector_short, group_id, "
        "group_name, group_short, state, place_group, place_key FROM "
        + lines_in(question.order) + condition_of(question)
        + " AND (place_group, place_key, id) > ($8, $9, $10) "
          "ORDER BY place_group, place_key, id LIMIT $11";
    const Narrowing to(question);
    const auto& after = question.after;
    std::vector<DirectoryLine> lines;
    for (auto& row : tx.all<LineRow>(sql, question.term_id, to.words, to.sector, to.state, to.group,
             to.organisation, question.day, after.group, after.key, after.id, question.most)) {
        DirectoryPlace place{std::move(row.place_group), std::move(row.place_key), row.id.text};
        lines.push_back({std::move(row.id), std::move(row.name), row.invented, row.has_namesake,
            body(std::move(row.sector_id), std::move(row.sector_name), std::move(row.sector_short)),
            body(std::move(row.group_id), std::move(row.group_name), std::move(row.group_short)),
            row.state, std::move(place)});
    }
    return lines;
}

std::int64_t directory_count(db::Tx& tx, const DirectoryQuestion& question)
{
    const auto sql =
        "SELECT COUNT(*) FROM " + lines_in(DirectoryOrder::strokes) + condition_of(question);
    const Narrowing to(question);
    return tx
        .one<std::int64_t>(sql, question.term_id, to.words, to.sector, to.state, to.group,
            to.organisation, question.day)
        .value_or(0);
}

} // namespace xieshang::people
