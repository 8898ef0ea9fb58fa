// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/search/search_actions.h"

#include "features/plan/plan_entry_actions.h"
#include "platform/search/index.h"

#include <algorithm>
#include <string>

namespace xieshang::search {
namespace {

// Nobody waits for a writer where the search was empty: a house is being opened.
struct AtOnce {
    std::int64_t plans;
    std::int64_t documents;
};
constexpr AtOnce between_others{20, 10};
constexpr AtOnce alone{200, 20};

using Making = base::Id<struct MakingTag>; // of all entries, once

std::vector<PieceView> view_of(Pieces&& pieces)
{
    std::vector<PieceView> views;
    for (auto& piece : pieces) {
        views.push_back({std::move(piece.text), piece.marked});
    }
    return views;
}

FoundHit found(Hit&& hit)
{
    Kind kind{};
    boost::describe::enum_from_string(hit.kind.c_str(), kind);
    return {{kind, std::move(hit.subject_id), view_of(std::move(hit.title)),
                view_of(std::move(hit.snippet.pieces)), hit.snippet.line, std::move(hit.context),
                std::move(hit.state), hit.year, hit.at},
        hit.place};
}

template <class Work>
auto in_transaction(services::Services& services, Work work)
{
    return *services.db.transact(
        [&](db::Tx& tx) -> base::Result<bool> { return work(index_of(services.db.engine()), tx); });
}

// False: there was nothing.
bool drop_all(services::Services& services, const std::string& by)
{
    in_transaction(services, [&](const Index& index, db::Tx& tx) {
        index.begin_anew(tx, by);
        return true;
    });
    bool any = false;
    while (in_transaction(
        services, [](const Index& index, db::Tx& tx) { return index.drop_some(tx); })) {
        any = true;
    }
    return any;
}

} // namespace

std::vector<std::int64_t> years_to_find(services::Services& services, const base::Actor& actor)
{
    return services.db.read(
        [&](db::Tx& tx) { return index_of(services.db.engine()).years(tx, actor.roles); });
}

std::vector<FoundHit> find_hits(services::Services& services, const base::Actor& actor,
    const SearchAsk& asked, std::optional<std::int64_t> after, std::int64_t limit)
{
    auto hits = services.db.read([&](db::Tx& tx) {
        return index_of(services.db.engine())
            .find(tx, asked.q,
                {.kind = asked.kind ? std::optional(name_of(*asked.kind)) : std::nullopt,
                    .year = asked.year,
                    .roles = actor.roles,
                    .order = asked.sort == SearchOrder::oldest ? Order::oldest : Order::newest,
                    .after = after,
                    .limit = limit});
    });
    std::vector<FoundHit> views;
    for (auto& hit : hits) {
        views.push_back(found(std::move(hit)));
    }
    return views;
}

std::int64_t rebuild(services::Services& services, const Progress& progress)
{
    const auto by = base::new_id<Making>(services.clock, services.random).text;
    const auto most = drop_all(services, by) ? between_others : alone;
    const auto total = plan::count_entries_to_put(services);
    std::int64_t done = 0;
    const auto put_all = [&](auto put_more, std::int64_t at_once) {
        std::string last;
        while (const auto count = put_more(services, last, at_once)) {
            done += count;
            progress(done, std::max(done, total));
        }
    };
    put_all(plan::put_more_plans, most.plans);
    put_all(plan::put_more_documents, most.documents);
    in_transaction(
        services, [&](const Index& index, db::Tx& tx) { return index.end_anew(tx, by); });
    return done;
}

void fill(services::Services& services, const Progress& progress)
{
    const bool complete = services.db.read(
        [&](db::Tx& tx) { return index_of(services.db.engine()).is_complete(tx); });
    if (!complete) {
        rebuild(services, progress);
    }
}

} // namespace xieshang::search
