// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/record/acts.h"

namespace xieshang::record {

BOOST_DESCRIBE_STRUCT(Head, (), (sequence, at, commitment))
BOOST_DESCRIBE_STRUCT(ToldContent, (), (sequence, id, content))

namespace {

constexpr std::string_view acts =
    "SELECT sequence, at_ms AS at, actor_id, action, subject_kind AS kind, "
    "subject_id AS id, subject_version AS version FROM event";

// A WHERE of what is asked for only: so each list finds its index.
class Narrowed {
public:
    void add(const std::string& condition, const std::optional<std::string>& value)
    {
        if (value) {
            add(condition, db::Argument(std::string_view(*value)));
        }
    }
    void add(const std::string& condition, const std::optional<base::Instant>& value)
    {
        if (value) {
            add(condition, db::Argument(value->ms));
        }
    }
    void add(const std::string& condition, db::Argument value)
    {
        conditions_ += (conditions_.empty() ? " WHERE " : " AND ") + condition + next(value);
    }
    // Not by the index of this column: another one serves better.
    void look_at(const std::string& column, const std::optional<std::string>& value)
    {
        add("(" + column + " || '') = ", value);
    }
    void add_one_of(const std::string& column, const std::vector<std::string>& values)
    {
        std::string list;
        for (const auto& value : values) {
            list += (list.empty() ? "" : ", ") + next(db::Argument(std::string_view(value)));
        }
        if (!values.empty()) {
            conditions_ += (conditions_.empty() ? " WHERE " : " AND ") + column + " IN (";
            conditions_ += list + ")";
        }
    }
    void add_after(bool oldest_first, std::pair<std::int64_t, std::int64_t> after)
    {
        const auto* way = oldest_first ? "(at_ms, sequence) > (" : "(at_ms, sequence) < (";
        add(way, db::Argument(after.first));
        conditions_ += ", " + next(db::Argument(after.second)) + ")";
    }
    std::string next(db::Argument value)
    {
        arguments_.push_back(value);
        return "$" + std::to_string(arguments_.size());
    }
    const std::string& conditions() const { return conditions_; }
    const std::vector<db::Argument>& arguments() const { return arguments_; }

private:
    std::string conditions_;
    std::vector<db::Argument> arguments_;
};

Act act_of(const db::Row& row)
{
    return {row.integer(0), {row.integer(1)}, std::string(row.text(2)), std::string(row.text(3)),
        std::string(row.text(4)), std::string(row.text(5)), row.integer(6)};
}

} // namespace

std::vector<Act> find_acts(db::Tx& tx, const ActSearch& search)
{
    Narrowed narrowed;
    narrowed.add("actor_id = ", search.actor_id);
    const bool of_object = search.id || !search.ids.empty();
    if (of_object) {
        narrowed.look_at("action", search.action);
    } else {
        narrowed.add("action = ", search.action);
    }
    if (of_object || search.action || search.actor_id) {
        narrowed.look_at("subject_kind", search.kind);
    } else {
        narrowed.add("subject_kind = ", search.kind);
    }
    narrowed.add("subject_id = ", search.id);
    narrowed.add_one_of("subject_id", search.ids);
    narrowed.add_one_of("(action || '')", search.actions);
    for (const auto& action : search.without) {
        narrowed.add("action <> ", db::Argument(std::string_view(action)));
    }
    narrowed.add("at_ms >= ", search.from);
    narrowed.add("at_ms < ", search.until);
    if (search.after) {
        narrowed.add_after(search.oldest_first, *search.after);
    }
    const auto* order =
        search.oldest_first ? " ORDER BY at_ms, sequence" : " ORDER BY at_ms DESC, sequence DESC";
    const auto sql = std::string(acts) + narrowed.conditions() + order + " LIMIT "
        + narrowed.next(db::Argument(search.limit));
    std::vector<Act> found;
    tx.run(sql, narrowed.arguments(), [&](const db::Row& row) { found.push_back(act_of(row)); });
    return found;
}

std::optional<Head> head_of(db::Tx& tx)
{
    return tx.one<Head>(
        "SELECT sequence, at_ms AS at, commitment FROM event ORDER BY sequence DESC LIMIT 1");
}

std::optional<std::string> content_of(db::Tx& tx, std::int64_t sequence)
{
    return tx.one<std::string>("SELECT content FROM event_content WHERE sequence = $1", sequence);
}

std::vector<ToldContent> contents_of(db::Tx& tx, std::string_view action)
{
    return tx.all<ToldContent>(
        "SELECT e.sequence, e.subject_id AS id, c.content FROM event e "
        "JOIN event_content c ON c.sequence = e.sequence WHERE e.action = $1 ORDER BY e.sequence",
        action);
}

std::optional<std::string> first_content(db::Tx& tx, std::string_view kind, std::string_view id)
{
    return tx.one<std::string>(
        "SELECT c.content FROM event_content c WHERE c.sequence = (SELECT min(e.sequence) FROM "
        "event e WHERE e.subject_kind = $1 AND e.subject_id = $2)",
        kind, id);
}

std::optional<base::Instant> last_done_at(db::Tx& tx, const Act& alike)
{
    return tx.one<base::Instant>(
        "SELECT at_ms FROM (SELECT at_ms, sequence, action, subject_kind, subject_id FROM event "
        "WHERE actor_id = $1 ORDER BY at_ms DESC, sequence DESC LIMIT 200) AS lately "
        "WHERE action = $2 AND subject_kind = $3 AND subject_id = $4 "
        "ORDER BY at_ms DESC LIMIT 1",
        alike.actor_id, alike.action, alike.kind, alike.id);
}

} // namespace xieshang::record
