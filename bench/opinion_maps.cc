// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Times the opinion map engine and holds it against both references; a line of JSON each.
//   opinion_maps agreement                    each real conversation against each reference
//   opinion_maps real RUNS                    each real conversation
//   opinion_maps synthetic N M V RUNS         N people, M statements, V answers in random order
//   opinion_maps running N M V UPDATES        one more answer at a time
//   opinion_maps memory                       GB a second that both threads read
//   opinion_maps csv V                        reading V answers from a CSV in memory
// The real ones are left out where they are not at hand.
#include "features/opinions/polis_files.h"
#include "features/opinions/reference_agreement_test.h"
#include "platform/analytics/lots.h"
#include "platform/analytics/running_map.h"
#include "platform/analytics/synthetic.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <numeric>
#include <sys/resource.h>

namespace {

using namespace xieshang; // NOLINT
using Clock = std::chrono::steady_clock;

constexpr unsigned threads = 2;
constexpr const char* stage_names[] = {
    "table", "axes", "projection", "groups", "silhouette", "statistics"};

double milliseconds(Clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double peak_megabytes()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

// GB a second that both threads together read from memory.
double bandwidth()
{
    std::vector<std::uint64_t> memory(std::size_t{64} << 20U, 1);
    analytics::Crew crew(threads);
    std::vector<std::uint64_t> sums(threads);
    std::vector<double> times;
    for (int run = 0; run < 5; ++run) {
        const auto begin = Clock::now();
        crew.share(threads, [&](std::size_t part) {
            const auto range = analytics::range_of(part, threads, memory.size());
            sums[part] = std::accumulate(memory.begin() + static_cast<std::ptrdiff_t>(range.begin),
                memory.begin() + static_cast<std::ptrdiff_t>(range.end), std::uint64_t{0});
        });
        times.push_back(milliseconds(Clock::now() - begin));
    }
    return sums[0] == 0 ? 0 : static_cast<double>(memory.size()) * 8 / 1e6 / median(times);
}

struct Timed {
    std::vector<double> totals;
    std::vector<std::vector<double>> stages{std::size(stage_names)};
    std::size_t groups = 0;
    double rand_index = 0;

    std::string by_stage() const
    {
        std::string text;
        for (std::size_t stage = 0; stage < stages.size(); ++stage) {
            text += fmt::format("{}\"{}\":{:.3f}", stage == 0 ? "" : ",", stage_names[stage],
                stages[stage].empty() ? 0 : median(stages[stage]));
        }
        return text;
    }
};

// Notes when each stage begins; a map is done when its last stage is.
class Stopwatch {
public:
    void begins(analytics::Stage stage) { moments_.emplace_back(stage, Clock::now()); }

    void add_to(Timed& timed)
    {
        for (std::size_t i = 0; i + 1 < moments_.size(); ++i) {
            timed.stages[static_cast<std::size_t>(moments_[i].first)].push_back(
                milliseconds(moments_[i + 1].second - moments_[i].second));
        }
        timed.totals.push_back(milliseconds(moments_.back().second - moments_.front().second));
        moments_.clear();
    }

private:
    std::vector<std::pair<analytics::Stage, Clock::time_point>> moments_;
};

Timed drawn(const analytics::Answers& answers,
    const std::vector<analytics::StatementNumber>& rejected, int runs, std::uint32_t known_groups)
{
    Timed timed;
    Stopwatch watch;
    for (int run = 0; run < runs; ++run) {
        const auto map = analytics::draw_map(answers, rejected,
            {.threads = threads, .begins = [&](analytics::Stage stage) { watch.begins(stage); }});
        watch.add_to(timed);
        timed.groups = map.groups.size();
        std::vector<int> known;
        std::vector<int> labels;
        for (std::size_t i = 0; known_groups > 0 && i < map.labels.size(); ++i) {
            if (map.labels[i] != analytics::OpinionMap::no_group) {
                labels.push_back(map.labels[i]);
                known.push_back(static_cast<int>(map.participants[i] % known_groups));
            }
        }
        timed.rand_index = analytics::adjusted_rand_index(labels, known);
    }
    return timed;
}

void print_agreement()
{
    using analytics::Reference;
    for (const auto* name : opinions::reference_names) {
        const auto conversation = opinions::load_conversation(name);
        for (const auto reference : {Reference::reddwarf, Reference::polis}) {
            const auto map = opinions::map_of(conversation, reference, threads);
            const auto found = opinions::ReferenceComparison(name, map, reference).run();
            fmt::print("{{\"conversation\":\"{}\",\"reference\":\"{}\",\"people\":{},"
                       "\"people_missing\":{},\"k\":{},\"reference_k\":{},"
                       "\"labels_differing\":{},\"rand_index\":{},\"one_less_cosine\":{:.1e},"
                       "\"projection\":{:.1e},\"lists\":{},\"lists_differing\":{},"
                       "\"list_figures\":{:.1e},\"group_aware\":{:.1e},\"priorities\":{:.1e}}}\n",
                name, reference == Reference::polis ? "polis" : "reddwarf", found.people,
                found.people_missing, found.k, found.reference_k, found.labels_differing,
                found.rand_index, 1 - found.cosine, found.projection, found.lists,
                found.lists_differing, found.list_figures, found.group_aware, found.priorities);
        }
    }
}

void print_real(int runs)
{
    for (const auto* name : opinions::reference_names) {
        const auto conversation = opinions::load_conversation(name);
        const auto timed = drawn(conversation.answers, conversation.rejected, runs, 0);
        fmt::print(
            "{{\"name\":\"{}\",\"answers\":{},\"ms\":{:.3f},\"stages\":{{{}}},\"groups\":{}}}\n",
            name, conversation.answers.given.size(), median(timed.totals), timed.by_stage(),
            timed.groups);
    }
}

analytics::Answers made(char** sizes)
{
    return analytics::synthesize({.participants = static_cast<std::uint32_t>(std::stoul(sizes[0])),
        .statements = static_cast<std::uint32_t>(std::stoul(sizes[1])),
        .votes = std::stoull(sizes[2]),
        .groups = 4,
        .seed = 1});
}

void print_synthetic(char** sizes, int runs)
{
    const auto answers = made(sizes);
    const auto before = peak_megabytes();
    const auto timed = drawn(answers, {}, runs, 4);
    // The answers once, and for each of about twenty products two bytes an answer.
    const double gigabytes = static_cast<double>(answers.given.size()) * (8 + 20 * 2) / 1e9;
    fmt::print("{{\"name\":\"{} x {}, {} answers\",\"ms\":{:.2f},\"stages\":{{{}}},\"groups\":{},"
               "\"rand_index\":{:.3f},\"peak_mb\":{:.0f},\"peak_before_mb\":{:.0f},"
               "\"read_gb\":{:.3f}}}\n",
        sizes[0], sizes[1], sizes[2], median(timed.totals), timed.by_stage(), timed.groups,
        timed.rand_index, peak_megabytes(), before, gigabytes);
}

void print_running(char** sizes, int updates)
{
    const auto answers = made(sizes);
    Stopwatch watch;
    Timed timed;
    analytics::RunningMap map(answers, {},
        {.threads = threads, .begins = [&](analytics::Stage stage) { watch.begins(stage); }});
    watch.add_to(timed);
    timed = {};
    analytics::Lots lots(7);
    for (int update = 0; update < updates; ++update) {
        const analytics::Answer later(
            static_cast<std::uint32_t>(lots.below(map.map().participants.size())),
            static_cast<std::uint32_t>(lots.below(map.map().statements.size())),
            static_cast<analytics::Stance>(static_cast<int>(lots.below(3)) - 1));
        map.update(std::span(&later, 1), {});
        watch.add_to(timed);
    }
    auto sorted = timed.totals;
    std::sort(sorted.begin(), sorted.end());
    fmt::print("{{\"name\":\"one more answer\",\"ms\":{:.2f},\"mean_ms\":{:.2f},\"p95_ms\":{:.2f},"
               "\"most_ms\":{:.2f},\"updates\":{},\"stages\":{{{}}}}}\n",
        median(timed.totals),
        std::accumulate(sorted.begin(), sorted.end(), 0.0) / static_cast<double>(sorted.size()),
        sorted[sorted.size() * 95 / 100], sorted.back(), updates, timed.by_stage());
}

void print_csv(std::uint32_t votes)
{
    const auto answers = analytics::synthesize({.participants = votes / 50 + 1,
        .statements = 500,
        .votes = votes,
        .groups = 4,
        .seed = 1});
    std::string csv = "timestamp,datetime,comment-id,voter-id,vote\n";
    std::int64_t time = 1'500'232'652'930;
    for (const auto& answer : answers.given) {
        csv += fmt::format("{},Mon Jul 17 02:17:32 WIB 2017,{},{},{}\n", time += 1500,
            answer.statement(), answer.participant(), static_cast<int>(answer.stance()));
    }
    std::vector<double> times;
    for (int run = 0; run < 7; ++run) {
        const auto begin = Clock::now();
        const auto read = opinions::read_votes({.name = "votes.csv", .bytes = csv});
        times.push_back(milliseconds(Clock::now() - begin));
        if (!read || read->answers.given.size() != answers.given.size()) {
            throw std::runtime_error("the CSV was not read back");
        }
    }
    fmt::print("{{\"name\":\"CSV\",\"mb\":{:.0f},\"mb_a_second\":{:.0f}}}\n",
        static_cast<double>(csv.size()) / 1e6,
        static_cast<double>(csv.size()) / 1e3 / median(times));
}

} // namespace

int main(int count, char** words)
{
    const std::string what = count > 1 ? words[1] : "";
    const bool has_real =
        tests::source_file(opinions::reference_folder + "brexit-consensus/votes.csv").has_value();
    if (what == "agreement" && has_real) {
        print_agreement();
    } else if (what == "real" && count == 3 && has_real) {
        print_real(std::stoi(words[2]));
    } else if (what == "synthetic" && count == 6) {
        print_synthetic(words + 2, std::stoi(words[5]));
    } else if (what == "running" && count == 6) {
        print_running(words + 2, std::stoi(words[5]));
    } else if (what == "memory") {
        fmt::print("{{\"gb_a_second\":{:.2f}}}\n", bandwidth());
    } else if (what == "csv" && count == 3) {
        print_csv(static_cast<std::uint32_t>(std::stoul(words[2])));
    }
}
