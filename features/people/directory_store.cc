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
    std::string sector;
    MembershipState state{};
    std::string place_group;
    std::string place_key;
};
BOOST_DESCRIBE_STRUCT(LineRow, (), (id, name, invented, sector, state, place_group, place_key))

std::string select_in(DirectoryOrder order)
{
    const std::string group =
        order == DirectoryOrder::sector ? "COALESCE(s.code, '')" : "CAST('' AS TEXT)";
    const std::string key = order == DirectoryOrder::pinyin ? "p.pinyin_key" : "p.stroke_key";
    return "SELECT id, name, invented, sector, state, place_group, place_key FROM ("
           "SELECT p.id, p.name, p.invented, p.search_text, COALESCE(s.name, '') AS sector, "
           "m.sector_id, COALESCE(m.state, 'none') AS state, "
        + group + " AS place_group, " + key
        + " AS place_key FROM registered_person p "
          "LEFT JOIN membership m ON m.person_id = p.id AND m.term_id = $1 "
          "LEFT JOIN organisation s ON s.id = m.sector_id) AS line "
          "WHERE (place_group, place_key, id) > ($2, $3, $4) "
          "AND search_text LIKE $5 ESCAPE '\\'";
}

} // namespace

std::vector<DirectoryLine> directory(db::Tx& tx, const DirectoryQuestion& question)
{
    const auto sector = question.sector_id.value_or(OrganisationId{}).text;
    const std::string state =
        question.state ? boost::describe::enum_to_string(*question.state, "") : "";
    const auto sql = select_in(question.order)
        + " AND ($6 = '' OR sector_id = $6) AND ($7 = '' OR state = $7) "
          "ORDER BY place_group, place_key, id LIMIT $8";
    const auto& after = question.after;
    std::vector<DirectoryLine> lines;
    for (auto& row : tx.all<LineRow>(sql, question.term_id, after.group, after.key, after.id,
             names::text_pattern(question.words), sector, state, question.most)) {
        DirectoryPlace place{std::move(row.place_group), std::move(row.place_key), row.id.text};
        lines.push_back({std::move(row.id), std::move(row.name), row.invented,
            std::move(row.sector), row.state, std::move(place)});
    }
    return lines;
}

} // namespace xieshang::people
