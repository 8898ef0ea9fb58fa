// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_store.h"

namespace xieshang::topics {
namespace {

struct TopicRow {
    TopicId id;
    std::string plan_id;
    std::int64_t position{};
    std::int64_t number{};
    TopicKind kind{};
    std::string title;
    std::string period;
    std::optional<std::int64_t> month;
    std::int64_t line{};
    std::int64_t version{};
    base::Instant updated_at_ms;
    TopicState state{};
    std::optional<TopicField> field;
    std::optional<TopicId> carried_from;
};
BOOST_DESCRIBE_STRUCT(TopicRow, (),
    (id, plan_id, position, number, kind, title, period, month, line, version, updated_at_ms, state,
        field, carried_from))

constexpr std::string_view topic_columns =
    "id, plan_id, position, number, kind, title, period, month, line, version, updated_at_ms, "
    "state, field, carried_from";

constexpr std::string_view turns = "SELECT topic_id, turn, suggestion_id, at_ms, by_id, by_name, "
                                   "left_at_ms FROM topic_suggestion ";

struct BodyRow {
    TopicId topic_id;
    std::string part;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(BodyRow, (), (topic_id, part, name))

constexpr std::string_view responsible = "responsible";
constexpr std::string_view participating = "participating";

Topic topic_of(TopicRow&& row)
{
    return {std::move(row.id), std::move(row.plan_id), row.position,
        {row.number, row.kind, std::move(row.title), std::move(row.period), row.month, {}, {},
            row.line, row.field},
        row.version, row.updated_at_ms, row.state, std::move(row.carried_from)};
}

// Bodies come in the order of their topics, so one walk hands them out.
void hand_out(std::vector<BodyRow>&& bodies, std::vector<Topic>& topics)
{
    auto topic = topics.begin();
    for (auto& body : bodies) {
        while (topic->id != body.topic_id) {
            ++topic;
        }
        auto& names =
            body.part == responsible ? topic->words.responsible : topic->words.participating;
        names.push_back(std::move(body.name));
    }
}

void insert_bodies(
    db::Tx& tx, const TopicId& id, std::string_view part, const std::vector<std::string>& names)
{
    std::int64_t position = 0;
    for (const auto& name : names) {
        tx.execute(
            "INSERT INTO topic_body (topic_id, part, position, name) VALUES ($1, $2, $3, $4)", id,
            part, ++position, name);
    }
}

} // namespace

base::Result<Topic> find_topic(db::Tx& tx, const TopicId& id)
{
    static const auto sql = "SELECT " + std::string(topic_columns) + " FROM topic WHERE id = $1";
    auto row = tx.one<TopicRow>(sql, id);
    if (!row) {
        return base::trouble(base::Trouble::not_found, "topic.not_found");
    }
    std::vector<Topic> found;
    found.push_back(topic_of(std::move(*row)));
    hand_out(tx.all<BodyRow>("SELECT topic_id, part, name FROM topic_body WHERE topic_id = $1 "
                             "ORDER BY part, position",
                 id),
        found);
    return std::move(found.front());
}

std::vector<Topic> topics_of_plan(db::Tx& tx, std::string_view plan_id)
{
    auto topics = every_topic_of_plan(tx, plan_id);
    std::erase_if(topics, [](const Topic& topic) { return !stands_in_plan(topic.state); });
    return topics;
}

std::int64_t next_position(db::Tx& tx, std::string_view plan_id)
{
    return tx.one<std::int64_t>(
                 "SELECT coalesce(max(position), 0) FROM topic WHERE plan_id = $1", plan_id)
               .value()
        + 1;
}

std::vector<Topic> every_topic_of_plan(db::Tx& tx, std::string_view plan_id)
{
    static const auto sql =
        "SELECT " + std::string(topic_columns) + " FROM topic WHERE plan_id = $1 ORDER BY position";
    auto rows = tx.all<TopicRow>(sql, plan_id);
    std::vector<Topic> topics;
    topics.reserve(rows.size());
    for (auto& row : rows) {
        topics.push_back(topic_of(std::move(row)));
    }
    hand_out(tx.all<BodyRow>("SELECT b.topic_id, b.part, b.name FROM topic t "
                             "JOIN topic_body b ON b.topic_id = t.id WHERE t.plan_id = $1 "
                             "ORDER BY t.position, b.part, b.position",
                 plan_id),
        topics);
    return topics;
}

std::vector<std::string> topic_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM topic ORDER BY id");
}

std::map<std::string, std::int64_t> topic_counts(db::Tx& tx, std::span<const std::string> plan_ids)
{
    std::map<std::string, std::int64_t> counts;
    for (const auto& id : plan_ids) {
        counts[id] = tx.one<std::int64_t>("SELECT count(*) FROM topic WHERE plan_id = $1 "
                                          "AND state NOT IN ($2, $3, $4)",
                           id, TopicState::screened, // no other of before the plan has a plan
                           TopicState::cancelled, TopicState::replaced)
                         .value();
    }
    return counts;
}

void insert_topic(db::Tx& tx, const Topic& topic)
{
    const auto& words = topic.words;
    tx.execute(
        "INSERT INTO topic (id, plan_id, position, number, kind, title, period, month, line, "
        "version, updated_at_ms, state, field, carried_from) VALUES ($1, $2, $3, $4, $5, $6, $7, "
        "$8, $9, $10, $11, $12, $13, $14)",
        topic.id, topic.plan_id, topic.position, words.number, words.kind, words.title,
        words.period, words.month, words.line, topic.version, topic.updated_at, topic.state,
        words.field, topic.carried_from);
    insert_bodies(tx, topic.id, responsible, words.responsible);
    insert_bodies(tx, topic.id, participating, words.participating);
}

base::Result<void> update_topic(db::Tx& tx, const Topic& topic, std::int64_t version_before)
{
    const auto& words = topic.words;
    const auto changed =
        tx.execute("UPDATE topic SET kind = $3, title = $4, period = $5, month = $6, version = $7, "
                   "updated_at_ms = $8, field = $9 WHERE id = $1 AND version = $2",
            topic.id, version_before, words.kind, words.title, words.period, words.month,
            topic.version, topic.updated_at, words.field);
    if (changed == 0) {
        return base::trouble(base::Trouble::stale, "topic.stale");
    }
    tx.execute("DELETE FROM topic_body WHERE topic_id = $1", topic.id);
    insert_bodies(tx, topic.id, responsible, words.responsible);
    insert_bodies(tx, topic.id, participating, words.participating);
    return {};
}

base::Result<void> move_topic(db::Tx& tx, const Topic& topic, const TopicStep& step)
{
    const auto changed = tx.execute("UPDATE topic SET state = $3, version = $4, updated_at_ms = $5 "
                                    "WHERE id = $1 AND version = $2",
        topic.id, step.version - 1, topic.state, topic.version, topic.updated_at);
    if (changed == 0) {
        return base::trouble(base::Trouble::stale, "topic.stale");
    }
    insert_topic_step(tx, topic.id, step);
    return {};
}

base::Result<void> insert_taken(db::Tx& tx, const TakenSuggestion& taken)
{
    const auto written = tx.execute(
        "INSERT INTO topic_suggestion (topic_id, turn, suggestion_id, at_ms, by_id, by_name, "
        "left_at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
        taken.topic_id, taken.turn, taken.suggestion_id, taken.at_ms, taken.by_id, taken.by_name,
        taken.left_at_ms);
    if (written == 0) {
        return base::trouble(base::Trouble::conflict, "topic.suggestion_taken");
    }
    return {};
}

void end_taken(db::Tx& tx, const TakenSuggestion& taken)
{
    tx.execute("UPDATE topic_suggestion SET left_at_ms = $3 WHERE topic_id = $1 AND turn = $2",
        taken.topic_id, taken.turn, taken.left_at_ms);
}

std::optional<TakenSuggestion> taken_of(db::Tx& tx, std::string_view suggestion_id)
{
    return tx.one<TakenSuggestion>(
        std::string(turns) + "WHERE suggestion_id = $1 AND left_at_ms IS NULL", suggestion_id);
}

std::vector<TakenSuggestion> taken_into(db::Tx& tx, const TopicId& id)
{
    return tx.all<TakenSuggestion>(std::string(turns) + "WHERE topic_id = $1 ORDER BY turn", id);
}

void insert_topic_step(db::Tx& tx, const TopicId& id, const TopicStep& step)
{
    tx.execute("INSERT INTO topic_step (topic_id, version, at_ms, by_id, by_name, action, "
               "from_state, to_state, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id, step.version, step.at_ms, step.by_id, step.by_name, step.action, step.from_state,
        step.to_state, step.reason);
}

std::vector<TopicStep> steps_of_topic(db::Tx& tx, const TopicId& id)
{
    return tx.all<TopicStep>("SELECT version, at_ms, by_id, by_name, action, from_state, to_state, "
                             "reason FROM topic_step WHERE topic_id = $1 ORDER BY version",
        id);
}

} // namespace xieshang::topics
