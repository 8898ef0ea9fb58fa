// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/topic_call_store.h"

namespace xieshang::calls {
namespace {

struct CallRow {
    CallId id;
    std::int64_t year{};
    std::string title;
    std::string guidance;
    std::string constituencies; // names, each with a comma behind it
    std::string opens_on;
    std::string closes_on;
    std::int64_t most_suggestions{};
    std::int64_t most_characters{};
    CallState state{};
    std::string code;
    std::int64_t version{};
    base::Instant created_at_ms;
    std::string created_by;
    std::string created_by_name;
    base::Instant updated_at_ms;
};
BOOST_DESCRIBE_STRUCT(CallRow, (),
    (id, year, title, guidance, constituencies, opens_on, closes_on, most_suggestions,
        most_characters, state, code, version, created_at_ms, created_by, created_by_name,
        updated_at_ms))

constexpr std::string_view rows =
    "SELECT id, year, title, guidance, constituencies, opens_on, closes_on, most_suggestions, "
    "most_characters, state, code, version, created_at_ms, created_by, created_by_name, "
    "updated_at_ms FROM topic_call ";

std::string joined(const std::vector<Constituency>& constituencies)
{
    std::string names;
    for (const auto one : constituencies) {
        names += std::string(boost::describe::enum_to_string(one, "")) + ",";
    }
    return names;
}

std::vector<Constituency> parted(std::string_view names)
{
    std::vector<Constituency> found;
    for (auto comma = names.find(','); comma != std::string_view::npos; comma = names.find(',')) {
        Constituency one{};
        if (!boost::describe::enum_from_string(std::string(names.substr(0, comma)).c_str(), one)) {
            throw db::Failure("topic_call.constituencies has an unknown word");
        }
        found.push_back(one);
        names.remove_prefix(comma + 1);
    }
    return found;
}

TopicCall call_of(CallRow&& row)
{
    return {std::move(row.id),
        {row.year, std::move(row.title), std::move(row.guidance), parted(row.constituencies),
            std::move(row.opens_on), std::move(row.closes_on), row.most_suggestions,
            row.most_characters},
        row.state, std::move(row.code), row.version, row.created_at_ms, std::move(row.created_by),
        std::move(row.created_by_name), row.updated_at_ms};
}

} // namespace

base::Result<TopicCall> find_call(db::Tx& tx, const CallId& id)
{
    if (auto row = tx.one<CallRow>(std::string(rows) + "WHERE id = $1", id)) {
        return call_of(std::move(*row));
    }
    return base::trouble(base::Trouble::not_found, "topic_call.not_found");
}

base::Result<TopicCall> find_call_by_code(db::Tx& tx, std::string_view code)
{
    auto row = tx.one<CallRow>(std::string(rows) + "WHERE code = $1 AND code <> ''", code);
    if (row) {
        return call_of(std::move(*row));
    }
    return base::trouble(base::Trouble::not_found, "topic_call.no_such_code");
}

std::vector<TopicCall> all_calls(db::Tx& tx, bool with_drafts)
{
    std::vector<TopicCall> found;
    for (auto& row : tx.all<CallRow>(
             std::string(rows) + "WHERE $1 OR state <> $2 ORDER BY opens_on DESC, id DESC",
             with_drafts, CallState::draft)) {
        found.push_back(call_of(std::move(row)));
    }
    return found;
}

std::vector<std::string> call_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM topic_call ORDER BY id");
}

void insert_call(db::Tx& tx, const TopicCall& call)
{
    const auto& words = call.words;
    tx.execute("INSERT INTO topic_call (id, year, title, guidance, constituencies, opens_on, "
               "closes_on, most_suggestions, most_characters, state, code, version, created_at_ms, "
               "created_by, created_by_name, updated_at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, "
               "$8, $9, $10, $11, $12, $13, $14, $15, $16)",
        call.id, words.year, words.title, words.guidance, joined(words.constituencies),
        words.opens_on, words.closes_on, words.most_suggestions, words.most_characters, call.state,
        call.code, call.version, call.created_at, call.created_by, call.created_by_name,
        call.updated_at);
}

base::Result<void> update_call(db::Tx& tx, const TopicCall& call, std::int64_t version_before)
{
    const auto& words = call.words;
    const auto changed = tx.execute(
        "UPDATE topic_call SET year = $3, title = $4, guidance = $5, constituencies = $6, "
        "opens_on = $7, closes_on = $8, most_suggestions = $9, most_characters = $10, state = $11, "
        "code = $12, version = $13, updated_at_ms = $14 WHERE id = $1 AND version = $2",
        call.id, version_before, words.year, words.title, words.guidance,
        joined(words.constituencies), words.opens_on, words.closes_on, words.most_suggestions,
        words.most_characters, call.state, call.code, call.version, call.updated_at);
    if (changed == 0) {
        return base::trouble(base::Trouble::stale, "topic_call.stale");
    }
    return {};
}

void insert_call_step(db::Tx& tx, const CallId& id, const KeptCallStep& step)
{
    tx.execute("INSERT INTO topic_call_step (call_id, version, at_ms, by_id, by_name, action, "
               "from_state, to_state, reason, closes_on) "
               "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id, step.version, step.at_ms, step.by_id, step.by_name, step.action, step.from_state,
        step.to_state, step.reason, step.closes_on);
}

std::vector<KeptCallStep> steps_of(db::Tx& tx, const CallId& id)
{
    return tx.all<KeptCallStep>("SELECT version, at_ms, by_id, by_name, action, from_state, "
                                "to_state, reason, closes_on FROM topic_call_step "
                                "WHERE call_id = $1 ORDER BY version",
        id);
}

} // namespace xieshang::calls
