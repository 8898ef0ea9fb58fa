// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/review_store.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

struct ReviewRow {
    std::int64_t version{};
    std::int64_t round{};
    PlanState stage{};
    members::Role role{};
    Verdict verdict{};
    std::string meeting;
    std::string meeting_day;
    std::string decided_on;
    std::string papers;
    std::string opinion;
    std::string by_id;
    std::string by_name;
    std::optional<std::string> for_id;
    std::optional<std::string> for_name;
};
BOOST_DESCRIBE_STRUCT(ReviewRow, (),
    (version, round, stage, role, verdict, meeting, meeting_day, decided_on, papers, opinion, by_id,
        by_name, for_id, for_name))

struct ReviewerRow {
    PlanState stage{};
    members::Role role{};
    std::int64_t position{};
    std::int64_t how_many{};
};
BOOST_DESCRIBE_STRUCT(ReviewerRow, (), (stage, role, position, how_many))

} // namespace

void insert_review(db::Tx& tx, const PlanId& id, const Review& review)
{
    tx.execute("INSERT INTO plan_review (plan_id, version, round, stage, role, verdict, meeting, "
               "meeting_day, decided_on, papers, for_id, for_name) VALUES ($1, $2, $3, $4, $5, "
               "$6, $7, $8, $9, $10, $11, $12)",
        id, review.version, review.round, review.stage, review.role, review.verdict,
        review.words.meeting, review.words.meeting_day, review.words.decided_on,
        review.words.papers, review.for_id, review.for_name);
}

std::vector<Review> reviews_of(db::Tx& tx, const PlanId& id)
{
    std::vector<Review> reviews;
    for (auto& row : tx.all<ReviewRow>(
             "SELECT r.version, r.round, r.stage, r.role, r.verdict, r.meeting, r.meeting_day, "
             "r.decided_on, r.papers, s.reason AS opinion, s.by_id, s.by_name, r.for_id, "
             "r.for_name FROM plan_review r JOIN plan_step s ON s.plan_id = r.plan_id "
             "AND s.version = r.version WHERE r.plan_id = $1 ORDER BY r.version",
             id)) {
        reviews.push_back({row.version, row.round, row.stage, row.role, row.verdict,
            {std::move(row.meeting), std::move(row.meeting_day), std::move(row.decided_on),
                std::move(row.papers)},
            std::move(row.opinion), std::move(row.by_id), std::move(row.by_name),
            std::move(row.for_id), std::move(row.for_name)});
    }
    return reviews;
}

std::int64_t round_of(db::Tx& tx, const PlanId& id)
{
    return tx
        .one<std::int64_t>("SELECT count(*) FROM plan_step WHERE plan_id = $1 AND action = $2", id,
            PlanAction::submit)
        .value();
}

std::vector<Review> reviews_of_round(db::Tx& tx, const PlanId& id, std::int64_t round)
{
    auto reviews = reviews_of(tx, id);
    std::erase_if(reviews, [&](const Review& review) { return review.round != round; });
    return reviews;
}

void insert_chain(db::Tx& tx, const PlanId& id, std::int64_t round, const ReviewChain& chain)
{
    for (const auto stage : review_stages) {
        std::int64_t place = 0;
        for (const auto& reviewer : chain.of(stage)) {
            tx.execute("INSERT INTO plan_reviewer (plan_id, round, stage, place, role, position, "
                       "how_many) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                id, round, stage, ++place, reviewer.role, reviewer.position, reviewer.how_many);
        }
    }
}

std::optional<ReviewChain> chain_of_round(db::Tx& tx, const PlanId& id, std::int64_t round)
{
    const auto rows =
        tx.all<ReviewerRow>("SELECT stage, role, position, how_many FROM plan_reviewer "
                            "WHERE plan_id = $1 AND round = $2 ORDER BY stage, place",
            id, round);
    if (rows.empty()) {
        return std::nullopt;
    }
    ReviewChain chain;
    for (const auto& row : rows) {
        auto& reviewers = row.stage == PlanState::three_office_review ? chain.three_offices
            : row.stage == PlanState::chairpersons_review             ? chain.chairpersons
                                                                      : chain.party_committee;
        reviewers.push_back({row.role, row.position, row.how_many});
    }
    return chain;
}

} // namespace xieshang::plan
