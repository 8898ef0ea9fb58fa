// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Holds a map against what one of the two references found for the same answers: for the test of
// agreement and for the table that bin/bench prints.
#pragma once

#include "features/opinions/polis_files.h"
#include "platform/analytics/opinion_map.h"
#include "platform/analytics/rand_index.h"
#include "tests/support/source_file.h"

#include <boost/json.hpp>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace xieshang::opinions {

inline const std::string reference_folder = "../shared/data/polis/";

inline constexpr const char* reference_names[] = {
    "brexit-consensus", "vtaiwan.uberx", "american-assembly.bowling-green"};

struct Conversation {
    std::string name;
    analytics::Answers answers;
    std::vector<analytics::StatementNumber> rejected;
};

inline std::string reference_file(const std::string& conversation, const std::string& name)
{
    const auto bytes = tests::source_file(reference_folder + conversation + "/" + name);
    if (!bytes) {
        throw std::runtime_error(conversation + "/" + name + " is not there");
    }
    return *bytes;
}

inline Conversation load_conversation(const std::string& name)
{
    const auto matrix = reference_file(name, "participants-votes.csv");
    const auto comments = reference_file(name, "comments.csv");
    Conversation conversation{name, {}, {}};
    conversation.answers = read_matrix({.name = name, .bytes = matrix}).value().answers;
    const auto read = read_statements({.name = name, .bytes = comments}).value();
    for (const auto& statement : read.statements) {
        if (statement.is_rejected) {
            conversation.rejected.push_back(statement.number);
        }
    }
    return conversation;
}

inline analytics::OpinionMap map_of(
    const Conversation& conversation, analytics::Reference reference, unsigned threads = 1)
{
    return analytics::draw_map(conversation.answers, conversation.rejected,
        {.reference = reference,
            .threads = threads,
            .axes_as_reference = true,
            .lists_without_best = false,
            .lists_minorities = true});
}

// Largest differences; of labels and lists: how many differ.
struct Agreement {
    std::size_t people = 0;         // grouped by both
    std::size_t people_missing = 0; // grouped by one only
    std::size_t k = 0;
    std::size_t reference_k = 0;
    std::size_t labels_differing = 0;
    double rand_index = 0;
    double cosine = 1;     // the smallest, of components
    double projection = 0; // relative to the largest coordinate, up to sign
    std::size_t lists = 0;
    std::size_t lists_differing = 0; // representative and consensus: statements, sides, order
    double list_figures = 0;         // relative, or absolute where less than 1
    double group_aware = 0;
    double priorities = 0;
};

class ReferenceComparison {
public:
    ReferenceComparison(const std::string& conversation, const analytics::OpinionMap& map,
        analytics::Reference reference)
        : map_(map),
          is_polis_(reference == analytics::Reference::polis),
          json_(boost::json::parse(reference_file(
              conversation, is_polis_ ? "reference-polis.json" : "reference-reddwarf.json")))
    {
    }

    Agreement run()
    {
        compare_labels();
        compare_components();
        compare_projection();
        for (const auto& group : map_.groups) {
            compare_representative(group);
        }
        compare_consensus("agree", map_.consensus.agree);
        compare_consensus("disagree", map_.consensus.disagree);
        const auto& aware = is_polis_ ? json_.at("group-aware-consensus")
                                      : json_.at("group_aware_consensus").at("agree");
        found_.group_aware = by_statement(aware, map_.figures.group_aware_agree);
        found_.priorities = by_statement(
            json_.at(is_polis_ ? "comment-priorities" : "priority"), map_.figures.priorities);
        return found_;
    }

private:
    using Value = boost::json::value;

    static double number(const Value& value) { return value.to_number<double>(); }

    static double difference(double one, double other)
    {
        return std::abs(one - other) / std::max(1.0, std::abs(other));
    }

    static void keep_largest(double& kept, double value)
    {
        kept = std::isnan(value) ? std::numeric_limits<double>::infinity() : std::max(kept, value);
    }

    void compare_labels()
    {
        const auto& labels = json_.at("labels").as_object();
        std::vector<int> ours;
        std::vector<int> theirs;
        for (std::size_t i = 0; i < map_.participants.size(); ++i) {
            const auto* their = labels.if_contains(std::to_string(map_.participants[i]));
            const bool is_ours = map_.labels[i] != analytics::OpinionMap::no_group;
            if ((their != nullptr) != is_ours) {
                ++found_.people_missing;
            } else if (is_ours) {
                ours.push_back(map_.labels[i]);
                theirs.push_back(their->to_number<int>());
                found_.labels_differing += ours.back() != theirs.back() ? 1 : 0;
            }
        }
        found_.people = ours.size();
        found_.k = map_.groups.size();
        found_.reference_k = json_.at("k").to_number<std::size_t>();
        found_.rand_index = analytics::adjusted_rand_index(ours, theirs);
    }

    void compare_components()
    {
        for (std::size_t which = 0; which < 2; ++which) {
            const auto& theirs = is_polis_ ? json_.at("pca").at("comps").at(which)
                                           : json_.at("components").at(which == 0 ? "pc1" : "pc2");
            const auto& numbers =
                is_polis_ ? json_.at("tids") : json_.at("components").at("statement_ids");
            std::map<std::uint32_t, double> by_number;
            for (std::size_t i = 0; i < theirs.as_array().size(); ++i) {
                by_number[numbers.at(i).to_number<std::uint32_t>()] = number(theirs.at(i));
            }
            double product = 0;
            double squares = 0;
            for (std::size_t i = 0; i < map_.statements.size(); ++i) {
                const auto their = by_number.at(map_.statements[i]);
                product += their * map_.figures.axes[which][i];
                squares += their * their;
            }
            found_.cosine = std::min(found_.cosine, std::abs(product) / std::sqrt(squares));
        }
    }

    void compare_projection()
    {
        const auto& theirs = json_.at(is_polis_ ? "proj" : "projections").as_object();
        for (std::size_t which = 0; which < 2; ++which) {
            const auto& ours = which == 0 ? map_.points.x : map_.points.y;
            double as_is = 0;
            double turned = 0;
            double largest = 0;
            for (std::size_t i = 0; i < ours.size(); ++i) {
                const auto their =
                    number(theirs.at(std::to_string(map_.participants[i])).at(which));
                keep_largest(as_is, std::abs(ours[i] - their));
                keep_largest(turned, std::abs(ours[i] + their));
                keep_largest(largest, std::abs(their));
            }
            keep_largest(found_.projection, std::min(as_is, turned) / largest);
        }
    }

    // Statement, side, figures: of a list of either file.
    struct Row {
        std::uint32_t statement = 0;
        std::string side;
        std::vector<double> figures;
    };

    void compare_lists(const std::vector<Row>& ours, const std::vector<Row>& theirs)
    {
        ++found_.lists;
        bool is_same = ours.size() == theirs.size();
        for (std::size_t i = 0; is_same && i < ours.size(); ++i) {
            is_same = ours[i].statement == theirs[i].statement && ours[i].side == theirs[i].side;
            for (std::size_t f = 0; is_same && f < theirs[i].figures.size(); ++f) {
                keep_largest(
                    found_.list_figures, difference(ours[i].figures[f], theirs[i].figures[f]));
            }
        }
        found_.lists_differing += is_same ? 0 : 1;
    }

    void compare_representative(const analytics::Group& group)
    {
        std::vector<Row> ours;
        for (const auto& one : group.representative) {
            ours.push_back({map_.statements[one.statement], one.agrees ? "agree" : "disagree",
                {one.ratio, one.ratio_test, one.share}});
        }
        const auto* list = json_.at("repness").as_object().if_contains(std::to_string(group.id));
        std::vector<Row> theirs;
        for (std::size_t i = 0; list != nullptr && i < list->as_array().size(); ++i) {
            const auto& one = list->at(i);
            if (is_polis_) {
                theirs.push_back({one.at("tid").to_number<std::uint32_t>(),
                    std::string(one.at("repful-for").as_string()),
                    {number(one.at("repness")), number(one.at("repness-test")),
                        number(one.at("p-success"))}});
            } else {
                theirs.push_back(
                    {one.at(0).to_number<std::uint32_t>(), std::string(one.at(1).as_string()),
                        {number(one.at(2)), number(one.at(3)), number(one.at(4))}});
            }
        }
        compare_lists(ours, theirs);
    }

    void compare_consensus(
        const char* side, const std::vector<analytics::ConsensusStatement>& statements)
    {
        std::vector<Row> ours;
        for (const auto& one : statements) {
            ours.push_back({map_.statements[one.statement], side, {one.share, one.share_test}});
        }
        std::vector<Row> theirs;
        for (const auto& one : json_.at("consensus").at(side).as_array()) {
            if (is_polis_) {
                theirs.push_back({one.at("tid").to_number<std::uint32_t>(), side,
                    {number(one.at("p-success")), number(one.at("p-test"))}});
            } else {
                theirs.push_back({one.at(0).to_number<std::uint32_t>(), side,
                    {number(one.at(1)), number(one.at(2))}});
            }
        }
        compare_lists(ours, theirs);
    }

    double by_statement(const Value& theirs, const std::vector<double>& ours) const
    {
        double largest = theirs.as_object().size() == ours.size() ? 0 : HUGE_VAL;
        for (std::size_t i = 0; i < ours.size(); ++i) {
            const auto* their = theirs.as_object().if_contains(std::to_string(map_.statements[i]));
            keep_largest(largest,
                their == nullptr ? HUGE_VAL
                                 : std::abs(ours[i] - number(*their)) / std::abs(number(*their)));
        }
        return largest;
    }

    const analytics::OpinionMap& map_;
    bool is_polis_;
    Value json_;
    Agreement found_;
};

} // namespace xieshang::opinions
