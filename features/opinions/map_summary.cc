// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/opinions/map_summary.h"

#include "features/opinions/one_line.h"
#include "features/opinions/summary_head.h"
#include "features/plan/columns.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <numeric>

namespace xieshang::opinions {
namespace {

using analytics::OpinionMap;
using analytics::Tally;
using plan::padded;

constexpr std::size_t least_text = 20; // columns
constexpr std::size_t any_width = 1'000'000;
constexpr std::size_t most_listed = 5;

struct Row {
    std::string figures;
    std::size_t statement = 0;
};

class SummaryWriter {
public:
    SummaryWriter(const OpinionMap& map, const MapFacts& facts, const plan::Wording& wording,
        std::size_t columns)
        : map_(map), facts_(facts), wording_(wording), columns_(columns)
    {
    }

    std::string write()
    {
        out_ = summary_head(map_, facts_, wording_);
        for (std::size_t place = 0; place < map_.groups.size(); ++place) {
            write_group(place);
        }
        write_uniting();
        write_dividing();
        write_next();
        return std::move(out_);
    }

private:
    std::string say(std::string_view code, const base::Params& params = {}) const
    {
        return wording_(code, params);
    }

    static std::string letter_of(const analytics::Group& group)
    {
        return group.id < 26 ? std::string(1, static_cast<char>('A' + group.id))
                             : std::to_string(group.id);
    }

    void heading(const std::string& text) { out_ += "\n" + text + "\n"; }

    // "#12 text", in that many columns.
    std::string told(std::size_t statement, std::size_t columns) const
    {
        const auto number = map_.statements[statement];
        const auto found = std::lower_bound(facts_.statements.begin(), facts_.statements.end(),
            number, [](const Statement& one, auto sought) { return one.number < sought; });
        const bool is_known = found != facts_.statements.end() && found->number == number;
        const auto label = fmt::format("#{}", number);
        const auto room = std::max(least_text, columns - std::min(columns, label.size() + 1));
        const auto text = is_known ? one_line(found->text, room) : std::string();
        return label + (text.empty() ? "" : " ") + text;
    }

    void write_rows(const std::vector<Row>& rows)
    {
        std::size_t widest = 0;
        for (const auto& row : rows) {
            widest = std::max(widest, plan::columns_of(row.figures));
        }
        const auto before = widest + 4;
        const auto room = columns_ == 0 ? any_width : columns_ - std::min(columns_, before);
        for (const auto& row : rows) {
            out_ += "  " + padded(row.figures, widest + 2) + told(row.statement, room) + "\n";
        }
        if (rows.empty()) {
            out_ += "  " + say("opinions.none") + "\n";
        }
    }

    std::string of_those(bool agrees, std::uint32_t count, std::uint32_t all) const
    {
        return say(agrees ? "opinions.agree" : "opinions.disagree",
            {{"count", std::to_string(count)}, {"all", std::to_string(all)},
                {"share", percent(static_cast<double>(count) / std::max(all, 1U))}});
    }

    // Beside it, how many of the other groups say the same.
    std::string of_group(
        std::size_t place, const analytics::RepresentativeStatement& statement) const
    {
        Tally others;
        for (std::size_t other = 0; other < map_.groups.size(); ++other) {
            if (other != place) {
                add(others, map_.group_tallies[other][statement.statement]);
            }
        }
        if (map_.groups.size() < 2) {
            return of_those(statement.agrees, statement.successes, statement.trials);
        }
        const auto count = statement.agrees ? others.agree() : others.disagree();
        return say(statement.agrees ? "opinions.agree_in_group" : "opinions.disagree_in_group",
            {{"count", std::to_string(statement.successes)},
                {"all", std::to_string(statement.trials)},
                {"share",
                    percent(
                        static_cast<double>(statement.successes) / std::max(statement.trials, 1U))},
                {"others", share_of(count, others)}});
    }

    void write_group(std::size_t place)
    {
        const auto& group = map_.groups[place];
        const auto share = static_cast<double>(group.size)
            / static_cast<double>(std::max<std::size_t>(map_.participation.grouped, 1));
        heading(say("opinions.group",
            {{"group", letter_of(group)}, {"count", std::to_string(group.size)},
                {"share", percent(share)}}));
        std::vector<Row> rows;
        for (const auto& one : group.representative) {
            rows.push_back({of_group(place, one), one.statement});
        }
        write_rows(rows);
    }

    // Whether more of some group say the opposite: what all together say then unites nobody.
    bool is_opposed(std::size_t statement, bool agrees) const
    {
        return std::any_of(map_.group_tallies.begin(), map_.group_tallies.end(),
            [&](const std::vector<Tally>& tallies) {
                const auto& tally = tallies[statement];
                return agrees ? tally.disagree() > tally.agree() : tally.agree() > tally.disagree();
            });
    }

    void write_uniting()
    {
        heading(say("opinions.uniting"));
        std::vector<Row> rows;
        for (const bool agrees : {true, false}) {
            for (const auto& one : agrees ? map_.consensus.agree : map_.consensus.disagree) {
                if (!is_opposed(one.statement, agrees)) {
                    rows.push_back({of_those(agrees, one.successes, one.trials), one.statement});
                }
            }
        }
        write_rows(rows);
        if (map_.groups.size() > 1) {
            write_in_every_group(true, "opinions.every_group_agrees");
            write_in_every_group(false, "opinions.every_group_disagrees");
        }
    }

    // Of those who answered a statement.
    static std::string share_of(std::uint32_t count, const Tally& tally)
    {
        return tally.seen() == 0 ? "–" : percent(static_cast<double>(count) / tally.seen());
    }

    // "A 82% of 484  B 35% of 220"
    std::string shares(std::size_t statement, bool agrees) const
    {
        std::string all;
        for (std::size_t place = 0; place < map_.groups.size(); ++place) {
            const auto& tally = map_.group_tallies[place][statement];
            const auto count = agrees ? tally.agree() : tally.disagree();
            all += (all.empty() ? "" : "  ")
                + say("opinions.share",
                    {{"group", letter_of(map_.groups[place])},
                        {"share", fmt::format("{:>4}", share_of(count, tally))},
                        {"all", std::to_string(tally.seen())}});
        }
        return all;
    }

    // The highest first; of equals the one that stands first.
    std::vector<std::size_t> highest(
        const std::vector<double>& figures, const std::function<bool(std::size_t)>& is_listed) const
    {
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < figures.size(); ++i) {
            if (map_.left_out[i] == 0 && is_listed(i)) {
                places.push_back(i);
            }
        }
        std::stable_sort(places.begin(), places.end(),
            [&](auto one, auto other) { return figures[one] > figures[other]; });
        places.resize(std::min(places.size(), most_listed));
        return places;
    }

    // More than half of those who answered, in each group.
    void write_in_every_group(bool agrees, std::string_view code)
    {
        const auto is_listed = [&](std::size_t statement) {
            return std::all_of(map_.group_tallies.begin(), map_.group_tallies.end(),
                [&](const std::vector<Tally>& tallies) {
                    const auto& tally = tallies[statement];
                    return 2 * (agrees ? tally.agree() : tally.disagree()) > tally.seen();
                });
        };
        const auto& figures =
            agrees ? map_.figures.group_aware_agree : map_.figures.group_aware_disagree;
        std::vector<Row> rows;
        for (const auto statement : highest(figures, is_listed)) {
            rows.push_back({shares(statement, agrees), statement});
        }
        heading(say(code));
        write_rows(rows);
    }

    void write_dividing()
    {
        heading(say("opinions.dividing"));
        std::vector<Row> rows;
        for (const auto statement : map_.divisive) {
            rows.push_back({shares(statement, true), statement});
        }
        write_rows(rows);
    }

    void write_next()
    {
        heading(say("opinions.next"));
        std::vector<Row> rows;
        for (const auto statement :
            highest(map_.figures.priorities, [](std::size_t) { return true; })) {
            rows.push_back(
                {say("opinions.answered",
                     {{"count", std::to_string(map_.figures.tallies[statement].seen())}}),
                    statement});
        }
        write_rows(rows);
    }

    const OpinionMap& map_;
    const MapFacts& facts_;
    const plan::Wording& wording_;
    std::size_t columns_; // 0: any
    std::string out_;
};

} // namespace

std::string map_summary(
    const OpinionMap& map, const MapFacts& facts, const plan::Wording& wording, std::size_t columns)
{
    return SummaryWriter(map, facts, wording, columns).write();
}

} // namespace xieshang::opinions
