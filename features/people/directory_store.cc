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
    bool place_unknown{};
    MembershipState state{};
    std::optional<std::string> since;
    std::string place_group;
    std::string place_key;
};
BOOST_DESCRIBE_STRUCT(LineRow, (),
    (id, name, invented, has_namesake, sector_id, sector_name, sector_short, group_id, group_name,
        group_short, place_unknown, state, since, place_group, place_key))

std::string key_of(DirectoryOrder order)
{
    return order == DirectoryOrder::pinyin ? "p.pinyin_key" : "p.stroke_key";
}

// m: the membership of term $1 as it is, or as its last step up to day $7 left it. One that had no
// step by then was not there yet. Each is found by its person: never all of them for everybody.
constexpr std::string_view as_it_is =
    "LEFT JOIN membership m ON m.person_id = p.id AND m.term_id = $1 ";
constexpr std::string_view as_it_was =
    "LEFT JOIN membership k ON k.person_id = p.id AND k.term_id = $1 "
    "LEFT JOIN membership_step m ON m.membership_id = k.id AND m.version = "
    "(SELECT MAX(l.version) FROM membership_step l WHERE l.membership_id = k.id "
    "AND l.from_day <= $7) ";

std::string state_in_term(const DirectoryQuestion& question)
{
    return question.of_the_past ? "m.to_state" : "m.state";
}

// standing_on of membership.h, where $1 is the term that runs on day $7.
constexpr std::string_view standing =
    ", CASE WHEN EXISTS (SELECT 1 FROM membership e JOIN term t "
    "ON t.id = e.term_id WHERE e.person_id = p.id AND t.id <> $1 AND t.from_day <= $7 "
    "AND e.state <> 'invited') THEN 'former' ELSE 'none' END)";
constexpr std::string_view in_the_term = ", 'none')";

std::string state_of(const DirectoryQuestion& question)
{
    return "COALESCE(" + state_in_term(question)
        + std::string(question.members_only ? in_the_term : standing);
}

// Everybody, with the membership of term $1, narrowed; what does not narrow costs nothing, and who
// holds a post of $6 is asked once, not of each person.
constexpr std::string_view everybody =
    "LEFT JOIN organisation s ON s.id = m.sector_id "
    "WHERE ($2 = '%' OR p.search_text LIKE $2 ESCAPE '\\') AND ($3 = '' OR m.sector_id = $3) "
    "AND ($5 = '' OR m.group_id = $5) "
    "AND ($6 = '' OR p.id IN (SELECT t.person_id FROM tenure t JOIN post q ON q.id = t.post_id "
    "WHERE q.organisation_id = $6 AND t.withdrawn_at_ms IS NULL AND t.from_day <= $7 "
    "AND (t.until_day IS NULL OR t.until_day >= $7)))";

// The lines of a page alone: what stands beside a name is looked up for these, not for everybody.
// An order by the name goes along its index from where the page before ended.
std::string page_in(const DirectoryQuestion& question, const std::string& condition)
{
    const auto order = question.order;
    const bool by_sector = order == DirectoryOrder::sector;
    const auto key = key_of(order);
    const std::string group = by_sector ? "COALESCE(s.code, '')" : "CAST('' AS TEXT)";
    const std::string place = by_sector ? group + ", " + key + ", p.id" : key + ", p.id";
    return "(SELECT p.id, p.name, p.invented, p.stroke_key, "
        + std::string(question.of_the_past ? "m.membership_id" : "m.id AS membership_id")
        + ", m.sector_id, m.group_id, " + state_of(question) + " AS state, " + group
        + " AS place_group, " + key + " AS place_key" + condition + " AND "
        + (by_sector ? "(" + place + ") > ($8, $9, $10)"
                     : "$8 = '' AND (" + place + ") > ($9, $10)")
        + " ORDER BY " + place + " LIMIT $11) AS page ";
}

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
    return " FROM registered_person p " + std::string(question.of_the_past ? as_it_was : as_it_is)
        + std::string(everybody) + " AND ($4 = '' OR " + state_of(question) + " = $4)"
        + (question.members_only && question.state != MembershipState::none
                ? " AND " + state_in_term(question) + " IS NOT NULL"
                : "")
        + (question.nobody ? " AND 1 = 0" : "");
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
        "SELECT page.id, page.name, page.invented, EXISTS (SELECT 1 FROM registered_person o "
        "WHERE o.stroke_key = page.stroke_key AND o.name = page.name AND o.id <> page.id) "
        "AS has_namesake, page.sector_id, COALESCE(s.name, '') AS sector_name, "
        "COALESCE(s.short_name, '') AS sector_short, page.group_id, "
        "COALESCE(g.name, '') AS group_name, COALESCE(g.short_name, '') AS group_short, "
        "page.membership_id IS NOT NULL AND page.sector_id IS NULL AS place_unknown, "
        "page.state, (SELECT c.from_day FROM membership_step c WHERE c.membership_id = "
        "page.membership_id AND c.action <> 'move' "
        + std::string(question.of_the_past ? "AND c.from_day <= $7 " : "")
        + "ORDER BY c.version DESC LIMIT 1) AS since, place_group, place_key FROM "
        + page_in(question, condition_of(question))
        + "LEFT JOIN organisation s ON s.id = page.sector_id "
          "LEFT JOIN organisation g ON g.id = page.group_id "
          "ORDER BY place_group, place_key, page.id";
    const Narrowing to(question);
    const auto& after = question.after;
    std::vector<DirectoryLine> lines;
    for (auto& row : tx.all<LineRow>(sql, question.term_id, to.words, to.sector, to.state, to.group,
             to.organisation, question.day, after.group, after.key, after.id, question.most)) {
        DirectoryPlace place{std::move(row.place_group), std::move(row.place_key), row.id.text};
        lines.push_back({std::move(row.id), std::move(row.name), row.invented, row.has_namesake,
            body(std::move(row.sector_id), std::move(row.sector_name), std::move(row.sector_short)),
            body(std::move(row.group_id), std::move(row.group_name), std::move(row.group_short)),
            row.place_unknown, row.state, std::move(row.since), std::move(place)});
    }
    return lines;
}

std::int64_t directory_count(db::Tx& tx, const DirectoryQuestion& question)
{
    const auto sql = "SELECT COUNT(*)" + condition_of(question);
    const Narrowing to(question);
    return tx
        .one<std::int64_t>(sql, question.term_id, to.words, to.sector, to.state, to.group,
            to.organisation, question.day)
        .value_or(0);
}

} // namespace xieshang::people
