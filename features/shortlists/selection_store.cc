// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/selection_store.h"

#include "platform/json/json.h"

namespace xieshang::shortlists {
namespace {

struct RoundRow {
    RoundId id;
    std::int64_t year{};
    std::string title;
    std::string closes_on;
    std::string slots;
    std::string wanted;
    RoundState state{};
    std::string placements;
    std::string listed;
    std::string proposal_sha256;
    std::string proposed_on;
    std::string decision;
    std::int64_t version{};
    base::Instant created_at_ms;
    std::string created_by;
    std::string created_by_name;
    base::Instant updated_at_ms;
};
BOOST_DESCRIBE_STRUCT(RoundRow, (),
    (id, year, title, closes_on, slots, wanted, state, placements, listed, proposal_sha256,
        proposed_on, decision, version, created_at_ms, created_by, created_by_name, updated_at_ms))

struct StepRow {
    std::int64_t version{};
    base::Instant at_ms;
    std::string by_id;
    std::string by_name;
    SelectionRoundAction action{};
    RoundState from_state{};
    RoundState to_state{};
    std::string reason;
    std::optional<SuggestionId> takes_in;
    std::optional<SuggestionId> takes_out;
    std::string effect;
};
BOOST_DESCRIBE_STRUCT(StepRow, (),
    (version, at_ms, by_id, by_name, action, from_state, to_state, reason, takes_in, takes_out,
        effect))

struct BallotRow {
    BallotId id;
    RoundId round_id;
    std::string by_id;
    std::string marks;
    std::int64_t version{};
    base::Instant updated_at_ms;
};
BOOST_DESCRIBE_STRUCT(BallotRow, (), (id, round_id, by_id, marks, version, updated_at_ms))

// A list as its column keeps it.
template <class T>
struct Column {
    std::vector<T> all;
    BOOST_DESCRIBE_CLASS(Column, (), (all), (), ())
};

template <class T>
T read(const std::string& text)
{
    auto kept = json::read_own<T>(text);
    if (!kept) {
        throw db::Failure("a selection round's column is not readable");
    }
    return std::move(*kept);
}

template <class T>
std::string column(const std::vector<T>& all)
{
    return json::write(Column<T>{all});
}

template <class T>
std::vector<T> parted(const std::string& text)
{
    return read<Column<T>>(text).all;
}

template <class T>
std::string maybe(const std::optional<T>& value)
{
    return value ? json::write(*value) : std::string();
}

template <class T>
std::optional<T> maybe_read(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional<T>(read<T>(text));
}

constexpr std::string_view rounds =
    "SELECT id, year, title, closes_on, slots, wanted, state, placements, listed, "
    "proposal_sha256, proposed_on, decision, version, created_at_ms, created_by, created_by_name, "
    "updated_at_ms FROM selection_round ";
constexpr std::string_view ballots =
    "SELECT id, round_id, by_id, marks, version, updated_at_ms FROM support_ballot ";

SelectionRound round_of(RoundRow&& row)
{
    return {std::move(row.id),
        {row.year, std::move(row.title), std::move(row.closes_on), parted<FormSlots>(row.slots),
            parted<FieldPlaces>(row.wanted)},
        row.state, parted<TopicPlacement>(row.placements), parted<SuggestionId>(row.listed),
        std::move(row.proposal_sha256), std::move(row.proposed_on),
        maybe_read<ShortlistDecision>(row.decision), row.version, row.created_at_ms,
        std::move(row.created_by), std::move(row.created_by_name), row.updated_at_ms};
}

SupportBallot ballot_of(BallotRow&& row)
{
    return {std::move(row.id), std::move(row.round_id), std::move(row.by_id),
        parted<SuggestionId>(row.marks), row.version, row.updated_at_ms};
}

std::optional<SupportBallot> found(std::optional<BallotRow>&& row)
{
    return row ? std::optional(ballot_of(std::move(*row))) : std::nullopt;
}

} // namespace

base::Result<SelectionRound> find_round(db::Tx& tx, const RoundId& id)
{
    if (auto row = tx.one<RoundRow>(std::string(rounds) + "WHERE id = $1", id)) {
        return round_of(std::move(*row));
    }
    return base::trouble(base::Trouble::not_found, "selection.not_found");
}

std::vector<SelectionRound> all_rounds(db::Tx& tx)
{
    std::vector<SelectionRound> all;
    for (auto& row :
        tx.all<RoundRow>(std::string(rounds) + "ORDER BY created_at_ms DESC, id DESC")) {
        all.push_back(round_of(std::move(row)));
    }
    return all;
}

std::vector<std::string> round_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM selection_round ORDER BY id");
}

base::Result<void> insert_round(db::Tx& tx, const SelectionRound& round)
{
    const auto& words = round.words;
    const auto inserted = tx.execute(
        "INSERT INTO selection_round (id, year, title, closes_on, slots, wanted, state, "
        "placements, listed, proposal_sha256, proposed_on, decision, version, "
        "created_at_ms, created_by, created_by_name, updated_at_ms) VALUES ($1, $2, $3, $4, "
        "$5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) "
        "ON CONFLICT (year) WHERE state <> 'decided' DO NOTHING",
        round.id, words.year, words.title, words.closes_on, column(words.slots),
        column(words.wanted), round.state, column(round.placements), column(round.listed),
        round.proposal_sha256, round.proposed_on, maybe(round.decision), round.version,
        round.created_at, round.created_by, round.created_by_name, round.updated_at);
    if (inserted == 0) {
        return base::trouble(base::Trouble::conflict, "selection.open_already");
    }
    return {};
}

base::Result<void> update_round(
    db::Tx& tx, const SelectionRound& round, std::int64_t version_before)
{
    const auto& words = round.words;
    const auto changed = tx.execute(
        "UPDATE selection_round SET title = $3, closes_on = $4, slots = $5, wanted = $6, "
        "state = $7, placements = $8, listed = $9, proposal_sha256 = $10, proposed_on = $11, "
        "decision = $12, version = $13, updated_at_ms = $14 WHERE id = $1 AND version = $2",
        round.id, version_before, words.title, words.closes_on, column(words.slots),
        column(words.wanted), round.state, column(round.placements), column(round.listed),
        round.proposal_sha256, round.proposed_on, maybe(round.decision), round.version,
        round.updated_at);
    if (changed == 0) {
        return base::trouble(base::Trouble::stale, "selection.stale");
    }
    return {};
}

void insert_step(db::Tx& tx, const RoundId& id, const KeptRoundStep& step)
{
    tx.execute("INSERT INTO selection_step (round_id, version, at_ms, by_id, by_name, action, "
               "from_state, to_state, reason, takes_in, takes_out, effect) VALUES ($1, $2, $3, "
               "$4, $5, $6, $7, $8, $9, $10, $11, $12)",
        id, step.version, step.at, step.by_id, step.by_name, step.action, step.from_state,
        step.to_state, step.reason, step.takes_in, step.takes_out, maybe(step.effect));
}

std::vector<KeptRoundStep> steps_of(db::Tx& tx, const RoundId& id)
{
    std::vector<KeptRoundStep> steps;
    for (auto& row : tx.all<StepRow>(
             "SELECT version, at_ms, by_id, by_name, action, from_state, to_state, reason, "
             "takes_in, takes_out, effect FROM selection_step WHERE round_id = $1 ORDER BY version",
             id)) {
        steps.push_back(
            {row.version, row.at_ms, std::move(row.by_id), std::move(row.by_name), row.action,
                row.from_state, row.to_state, std::move(row.reason), std::move(row.takes_in),
                std::move(row.takes_out), maybe_read<ChangeEffect>(row.effect)});
    }
    return steps;
}

std::optional<SupportBallot> find_ballot(db::Tx& tx, const BallotId& id)
{
    return found(tx.one<BallotRow>(std::string(ballots) + "WHERE id = $1", id));
}

std::optional<SupportBallot> ballot_of(db::Tx& tx, const RoundId& id, std::string_view by_id)
{
    return found(
        tx.one<BallotRow>(std::string(ballots) + "WHERE round_id = $1 AND by_id = $2", id, by_id));
}

std::vector<SupportBallot> ballots_of_round(db::Tx& tx, const RoundId& id)
{
    std::vector<SupportBallot> all;
    for (auto& row :
        tx.all<BallotRow>(std::string(ballots) + "WHERE round_id = $1 ORDER BY id", id)) {
        all.push_back(ballot_of(std::move(row)));
    }
    return all;
}

std::vector<std::string> ballot_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM support_ballot ORDER BY id");
}

base::Result<void> keep_ballot(db::Tx& tx, const SupportBallot& ballot)
{
    const auto marks = column(ballot.marks);
    const auto kept = ballot.version == 1
        ? tx.execute("INSERT INTO support_ballot (id, round_id, by_id, marks, version, "
                     "updated_at_ms) VALUES ($1, $2, $3, $4, $5, $6) "
                     "ON CONFLICT (round_id, by_id) DO NOTHING",
            ballot.id, ballot.round_id, ballot.by_id, marks, ballot.version, ballot.updated_at)
        : tx.execute("UPDATE support_ballot SET marks = $2, version = $3, updated_at_ms = $4 "
                     "WHERE id = $1 AND version = $3 - 1",
            ballot.id, marks, ballot.version, ballot.updated_at);
    if (kept == 0) {
        return base::trouble(base::Trouble::stale, "selection.stale");
    }
    return {};
}

void insert_proposal(db::Tx& tx, const RoundId& id, const std::string& content)
{
    tx.execute("INSERT INTO selection_proposal (round_id, content) VALUES ($1, $2)", id, content);
}

std::string proposal_content(db::Tx& tx, const RoundId& id)
{
    return tx.one<std::string>("SELECT content FROM selection_proposal WHERE round_id = $1", id)
        .value_or("");
}

std::optional<ShortlistProposal> find_proposal(db::Tx& tx, const RoundId& id)
{
    return maybe_read<ShortlistProposal>(proposal_content(tx, id));
}

} // namespace xieshang::shortlists
