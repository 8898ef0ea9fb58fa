// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/opinions/map_json.h"

#include "features/opinions/json_writer.h"

namespace xieshang::opinions {
namespace {

using analytics::OpinionMap;

constexpr std::size_t bytes_a_participant = 64; // a guess, to begin with

class MapWriter {
public:
    MapWriter(const OpinionMap& map, const MapFacts& facts) : map_(map), facts_(facts), json_(out_)
    {
        out_.reserve(4096 + bytes_a_participant * map.participants.size());
    }

    std::string write()
    {
        json_.open('{');
        write_numbers();
        write_groups();
        write_participants();
        write_consensus();
        write_statements();
        write_participation();
        write_run();
        json_.close('}');
        return std::move(out_);
    }

private:
    std::uint32_t number_of(std::size_t statement) const { return map_.statements[statement]; }

    void write_numbers()
    {
        json_.member("participants", map_.participants.size())
            .member("statements", map_.statements.size())
            .member("votes", map_.participation.answers)
            .member("k", map_.groups.size())
            .member("silhouette", map_.silhouette);
        json_.key("silhouettes").open('{');
        for (const auto& [groups, silhouette] : map_.silhouettes) {
            json_.key(static_cast<std::uint32_t>(groups)).value(silhouette);
        }
        json_.close('}');
    }

    void write_point(const analytics::Point& point)
    {
        json_.open('[').value(point.x).value(point.y).close(']');
    }

    void write_groups()
    {
        json_.key("groups").open('[');
        for (const auto& group : map_.groups) {
            json_.open('{').member("id", group.id).member("size", group.size).key("centre");
            write_point(group.centre);
            json_.key("representative").open('[');
            for (const auto& one : group.representative) {
                json_.open('{')
                    .member("statement", number_of(one.statement))
                    .member("agree", one.agrees)
                    .member("successes", one.successes)
                    .member("trials", one.trials)
                    .member("share", one.share)
                    .member("share_test", one.share_test)
                    .member("ratio", one.ratio)
                    .member("ratio_test", one.ratio_test)
                    .member("best_agreed", one.is_best_agreed)
                    .member("agreeing", one.agreeing)
                    .close('}');
            }
            json_.close(']').close('}');
        }
        json_.close(']');
        write_base_clusters();
    }

    void write_base_clusters()
    {
        if (map_.base_clusters.empty()) {
            return;
        }
        json_.key("base_clusters").open('[');
        for (const auto& cluster : map_.base_clusters) {
            json_.open('{').member("id", cluster.id).key("centre");
            write_point(cluster.centre);
            json_.key("members").open('[');
            for (const auto member : cluster.members) {
                json_.value(map_.participants[member]);
            }
            json_.close(']').close('}');
        }
        json_.close(']');
    }

    void write_participants()
    {
        json_.key("labels").open('{');
        for (std::size_t i = 0; i < map_.participants.size(); ++i) {
            if (map_.labels[i] != OpinionMap::no_group) {
                json_.key(map_.participants[i]).value(map_.labels[i]);
            }
        }
        json_.close('}').key("projection").open('{');
        for (std::size_t i = 0; i < map_.participants.size(); ++i) {
            json_.key(map_.participants[i]);
            write_point(map_.points.at(i));
        }
        json_.close('}');
    }

    void write_list(
        std::string_view name, const std::vector<analytics::ConsensusStatement>& statements)
    {
        json_.key(name).open('[');
        for (const auto& one : statements) {
            json_.open('{')
                .member("statement", number_of(one.statement))
                .member("successes", one.successes)
                .member("trials", one.trials)
                .member("share", one.share)
                .member("share_test", one.share_test)
                .close('}');
        }
        json_.close(']');
    }

    void write_consensus()
    {
        json_.key("consensus").open('{');
        write_list("agree", map_.consensus.agree);
        write_list("disagree", map_.consensus.disagree);
        json_.close('}');
    }

    void by_statement(std::string_view name, const std::vector<double>& figures)
    {
        json_.key(name).open('{');
        for (std::size_t i = 0; i < figures.size(); ++i) {
            if (is_told(i)) {
                json_.key(number_of(i)).value(figures[i]);
            }
        }
        json_.close('}');
    }

    // The references tell figures of what was rejected, too.
    bool is_told(std::size_t statement) const
    {
        return map_.left_out[statement] == 0 || facts_.reference.has_value();
    }

    // How many disagree, pass, agree: of all, and of each group in the order of "groups".
    void write_tally(const analytics::Tally& tally)
    {
        json_.open('[');
        for (const auto count : tally.by_stance) {
            json_.value(count);
        }
        json_.close(']');
    }

    void write_tallies()
    {
        json_.key("tallies").open('{');
        for (std::size_t i = 0; i < map_.statements.size(); ++i) {
            json_.key(number_of(i)).open('{').key("all");
            write_tally(map_.figures.tallies[i]);
            json_.key("groups").open('[');
            for (const auto& tallies : map_.group_tallies) {
                write_tally(tallies[i]);
            }
            json_.close(']').close('}');
        }
        json_.close('}');
    }

    // Those that a file of comments told.
    void write_texts()
    {
        json_.key("texts").open('{');
        for (const auto& statement : facts_.statements) {
            json_.key(statement.number).value(statement.text);
        }
        json_.close('}');
    }

    void write_statements()
    {
        const auto& figures = map_.figures;
        by_statement("group_aware", figures.group_aware_agree);
        by_statement("group_aware_disagree", figures.group_aware_disagree);
        by_statement("priorities", figures.priorities);
        by_statement("divisiveness", figures.divisiveness);
        write_tallies();
        write_texts();
        json_.key("divisive").open('[');
        for (const auto statement : map_.divisive) {
            json_.value(number_of(statement));
        }
        json_.close(']').key("rejected").open('[');
        for (std::size_t i = 0; i < map_.left_out.size(); ++i) {
            if (map_.left_out[i] != 0) {
                json_.value(number_of(i));
            }
        }
        json_.close(']');
    }

    void write_participation()
    {
        const auto& figures = map_.participation;
        json_.member("agreement", map_.agreement).key("participation").open('{');
        json_.member("grouped", figures.grouped)
            .member("answers_left_out", figures.answers_left_out)
            .member("answers_each", figures.answers_each)
            .member("median_answers", figures.median_answers)
            .member("filled", figures.filled)
            .close('}');
    }

    void write_run()
    {
        json_.key("reference");
        if (facts_.reference) {
            json_.value(*facts_.reference == analytics::Reference::polis ? "polis" : "reddwarf");
        } else {
            json_.value(std::optional<bool>());
        }
        json_.member("seed", facts_.seed);
        json_.key("skipped_lines").open('{');
        json_.member("votes", facts_.skipped_votes)
            .member("comments", facts_.skipped_comments)
            .close('}');
        json_.key("timings_ms").open('{');
        for (const auto& timing : facts_.timings) {
            json_.member(timing.name, timing.ms);
        }
        json_.close('}');
    }

    const OpinionMap& map_;
    const MapFacts& facts_;
    std::string out_;
    JsonWriter json_;
};

} // namespace

std::string map_json(const OpinionMap& map, const MapFacts& facts)
{
    return MapWriter(map, facts).write();
}

} // namespace xieshang::opinions
