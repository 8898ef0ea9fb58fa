// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/opinions/map_summary.h"

#include "features/opinions/one_line.h"
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

constexpr std::size_t text_columns = 60;
constexpr std::size_t most_listed = 5;

struct Row {
    std::string figures;
    std::size_t statement = 0;
};

std::string percent(double share) { return fmt::format("{:.0f}%", 100 * share); }

class SummaryWriter {
public:
    SummaryWriter(const OpinionMap& map, const MapFacts& facts, const plan::Wording& wording)
        : map_(map), facts_(facts), wording_(wording)
    {
    }

    std::string write()
    {
        write_figures();
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

    void write_figures()
    {
        const auto& figures = map_.participation;
        const auto rejected = std::count(map_.left_out.begin(), map_.left_out.end(), 1);
        const std::vector<std::pair<std::string, std::string>> facts{
            {say("opinions.label.participants"),
                say("opinions.participants",
                    {{"count", std::to_string(map_.participants.size())},
                        {"grouped", std::to_string(figures.grouped)}})},
            {say("opinions.label.statements"),
                say("opinions.statements",
                    {{"count", std::to_string(map_.statements.size())},
                        {"rejected", std::to_string(rejected)}})},
            {say("opinions.label.answers"),
                say("opinions.answers",
                    {{"count", std::to_string(figures.answers)},
                        {"each", fmt::format("{:.1f}", figures.answers_each)},
                        {"median", fmt::format("{:g}", figures.median_answers)},
                        {"filled", percent(figures.filled)}})},
            {say("opinions.label.groups"),
                say("opinions.groups",
                    {{"count", std::to_string(map_.groups.size())},
                        {"silhouette", fmt::format("{:.2f}", map_.silhouette)}})},
            {say("opinions.label.agreement"), percent(map_.agreement)},
        };
        std::size_t widest = 0;
        for (const auto& [name, value] : facts) {
            widest = std::max(widest, plan::columns_of(name));
        }
        for (const auto& [name, value] : facts) {
            out_ += padded(name, widest + 2) + value + "\n";
        }
        if (const auto skipped = facts_.skipped_votes + facts_.skipped_comments; skipped > 0) {
            out_ += say("opinions.skipped", {{"count", std::to_string(skipped)}}) + "\n";
        }
    }

    static std::string letter_of(const analytics::Group& group)
    {
        return group.id < 26 ? std::string(1, static_cast<char>('A' + group.id))
                             : std::to_string(group.id);
    }

    void heading(const std::string& text) { out_ += "\n" + text + "\n"; }

    std::string text_of(std::size_t statement) const
    {
        const auto number = map_.statements[statement];
        const auto found = std::lower_bound(facts_.statements.begin(), facts_.statements.end(),
            number, [](const Statement& one, auto sought) { return one.number < sought; });
        const bool is_known = found != facts_.statements.end() && found->number == number;
        const auto text = is_known ? one_line(found->text, text_columns) : std::string();
        return fmt::format("#{}{}{}", number, text.empty() ? "" : " ", text);
    }

    void write_rows(const std::vector<Row>& rows)
    {
        std::size_t widest = 0;
        for (const auto& row : rows) {
            widest = std::max(widest, plan::columns_of(row.figures));
        }
        for (const auto& row : rows) {
            out_ += "  " + padded(row.figures, widest + 2) + text_of(row.statement) + "\n";
        }
        if (rows.empty()) {
            out_ += "  " + say("opinions.none") + "\n";
        }
    }

    std::string of_those(bool agrees, std::uint32_t count, std::uint32_t all) const
    {
        return say(agrees ? "opinions.agree" : "opinions.disagree",
            {{"count", std::to_string(count)}, {"all", std::to_string(all)}});
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
            rows.push_back({of_those(one.agrees, one.successes, one.trials), one.statement});
        }
        write_rows(rows);
    }

    void write_uniting()
    {
        heading(say("opinions.uniting"));
        std::vector<Row> rows;
        for (const auto& one : map_.consensus.agree) {
            rows.push_back({of_those(true, one.successes, one.trials), one.statement});
        }
        for (const auto& one : map_.consensus.disagree) {
            rows.push_back({of_those(false, one.successes, one.trials), one.statement});
        }
        write_rows(rows);
        if (map_.groups.size() > 1) {
            write_in_every_group(true, "opinions.every_group_agrees");
            write_in_every_group(false, "opinions.every_group_disagrees");
        }
    }

    // Of those who answered a statement, in one group; empty where nobody did.
    static std::string share_of(std::uint32_t count, const Tally& tally)
    {
        return tally.seen() == 0 ? "–" : percent(static_cast<double>(count) / tally.seen());
    }

    std::string shares(std::size_t statement, bool agrees) const
    {
        std::string all;
        for (std::size_t place = 0; place < map_.groups.size(); ++place) {
            const auto& tally = map_.group_tallies[place][statement];
            const auto count = agrees ? tally.agree() : tally.disagree();
            all += fmt::format("{}{} {:>4}", all.empty() ? "" : "  ", letter_of(map_.groups[place]),
                share_of(count, tally));
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
    std::string out_;
};

} // namespace

std::string map_summary(const OpinionMap& map, const MapFacts& facts, const plan::Wording& wording)
{
    return SummaryWriter(map, facts, wording).write();
}

} // namespace xieshang::opinions
