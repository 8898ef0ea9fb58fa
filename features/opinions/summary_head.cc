// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/opinions/summary_head.h"

#include "features/plan/columns.h"

#include <algorithm>
#include <fmt/format.h>

namespace xieshang::opinions {
namespace {

using analytics::OpinionMap;

class Head {
public:
    Head(const OpinionMap& map, const MapFacts& facts, const plan::Wording& wording)
        : map_(map), facts_(facts), wording_(wording)
    {
    }

    std::string write() const
    {
        const std::vector<std::pair<std::string, std::string>> lines{
            {wording_("opinions.label.participants", {}), participants()},
            {wording_("opinions.label.statements", {}), statements()},
            {wording_("opinions.label.answers", {}), answers()},
            {wording_("opinions.label.groups", {}), groups()},
            {wording_("opinions.label.agreement", {}), agreement()},
            {wording_("opinions.label.method", {}), method()},
        };
        std::size_t widest = 0;
        for (const auto& [name, value] : lines) {
            widest = std::max(widest, plan::columns_of(name));
        }
        std::string head;
        for (const auto& [name, value] : lines) {
            head += plan::padded(name, widest + 2) + value + "\n";
        }
        if (const auto skipped = facts_.skipped_votes + facts_.skipped_comments; skipped > 0) {
            head += wording_("opinions.skipped", {{"count", std::to_string(skipped)}}) + "\n";
        }
        return head;
    }

private:
    std::string participants() const
    {
        const auto people = map_.participants.size();
        const auto grouped = map_.participation.grouped;
        const auto least = std::min(facts_.minimum_answers, map_.statements.size());
        return wording_(grouped == people ? "opinions.participants_all" : "opinions.participants",
            {{"count", std::to_string(people)}, {"grouped", std::to_string(grouped)},
                {"others", std::to_string(people - grouped)}, {"least", std::to_string(least)}});
    }

    std::string statements() const
    {
        const auto rejected = std::count(map_.left_out.begin(), map_.left_out.end(), 1);
        return wording_(
            facts_.knows_rejected ? "opinions.statements" : "opinions.statements_unmoderated",
            {{"count", std::to_string(map_.statements.size())},
                {"rejected", std::to_string(rejected)}});
    }

    std::string answers() const
    {
        const auto& figures = map_.participation;
        return wording_(
            figures.answers_left_out > 0 ? "opinions.answers_of_more" : "opinions.answers",
            {{"count", std::to_string(figures.answers - figures.answers_left_out)},
                {"left_out", std::to_string(figures.answers_left_out)},
                {"each", fmt::format("{:.1f}", figures.answers_each)},
                {"median", fmt::format("{:g}", figures.median_answers)},
                {"filled", percent(figures.filled)}});
    }

    // How well each number that was tried holds together.
    std::string groups() const
    {
        std::string tried;
        for (const auto& [groups, silhouette] : map_.silhouettes) {
            tried += fmt::format("{}{}: {:.2f}", tried.empty() ? "" : ", ", groups, silhouette);
        }
        const auto found = map_.groups.size();
        if (facts_.groups_asked > found) {
            return wording_("opinions.groups_fewer",
                {{"count", std::to_string(found)}, {"asked", std::to_string(facts_.groups_asked)}});
        }
        return wording_(found < 2 ? "opinions.groups_one" : "opinions.groups",
            {{"count", std::to_string(found)}, {"tried", tried},
                {"silhouette", fmt::format("{:.2f}", map_.silhouette)}});
    }

    // Where no two people answered the same statement there is none.
    std::string agreement() const
    {
        bool has_pair = false;
        for (std::size_t i = 0; i < map_.statements.size(); ++i) {
            has_pair = has_pair || (map_.left_out[i] == 0 && map_.figures.tallies[i].seen() > 1);
        }
        return has_pair ? wording_("opinions.agreement", {{"share", percent(map_.agreement)}})
                        : "–";
    }

    std::string method() const
    {
        if (!facts_.reference) {
            return wording_("opinions.method.own", {});
        }
        return wording_(*facts_.reference == analytics::Reference::polis
                ? "opinions.method.polis"
                : "opinions.method.reddwarf",
            {});
    }

    const OpinionMap& map_;
    const MapFacts& facts_;
    const plan::Wording& wording_;
};

} // namespace

std::string percent(double share) { return fmt::format("{:.0f}%", 100 * share); }

std::string summary_head(const OpinionMap& map, const MapFacts& facts, const plan::Wording& wording)
{
    return Head(map, facts, wording).write();
}

} // namespace xieshang::opinions
