// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/input_file.h"
#include "app/commands/opinions.h"
#include "app/commands/progress.h"
#include "app/commands/whole_number.h"
#include "features/opinions/map_json.h"
#include "features/opinions/map_summary.h"
#include "platform/analytics/answer_table.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <stdexcept>
#include <thread>

namespace xieshang::app {
namespace {

constexpr std::int64_t megabyte = 1'000'000;

struct AskedMap {
    std::string votes;
    std::string matrix;
    std::string comments;
    std::string reference;
    bool json = false;
    bool skips_bad = false;
    WholeNumber seed{.least = 0, .most = (1ULL << 53U) - 1};
    WholeNumber groups{.least = 1, .most = 9};
    WholeNumber threads{.least = 1,
        .most = 256,
        .value = std::clamp(std::thread::hardware_concurrency(), 1U, 256U)};
};

// What a stage took, by name; one that is begun again goes on.
class StageClock {
public:
    using Clock = std::chrono::steady_clock;

    void begin(std::string_view name)
    {
        const auto now = Clock::now();
        if (!timings_.empty()) {
            timings_[running_].ms += since(begun_at_, now);
        }
        begun_at_ = now;
        const auto found = std::find_if(timings_.begin(), timings_.end(),
            [&](const opinions::Timing& timing) { return timing.name == name; });
        running_ = static_cast<std::size_t>(found - timings_.begin());
        if (found == timings_.end()) {
            timings_.push_back({std::string(name), 0});
        }
    }

    std::vector<opinions::Timing> end()
    {
        begin("total");
        for (std::size_t i = 0; i + 1 < timings_.size(); ++i) {
            timings_.back().ms += timings_[i].ms;
        }
        for (auto& timing : timings_) {
            timing.ms = std::round(1000 * timing.ms) / 1000; // to the microsecond
        }
        return timings_;
    }

private:
    static double since(Clock::time_point from, Clock::time_point to)
    {
        return std::chrono::duration<double, std::milli>(to - from).count();
    }

    std::vector<opinions::Timing> timings_;
    std::size_t running_ = 0;
    Clock::time_point begun_at_;
};

std::optional<analytics::Reference> reference_of(const AskedMap& asked)
{
    if (asked.reference.empty()) {
        return {};
    }
    return asked.reference == "polis" ? analytics::Reference::polis
                                      : analytics::Reference::reddwarf;
}

analytics::MapSettings settings_of(const AskedMap& asked)
{
    const auto reference = reference_of(asked);
    const bool as_reddwarf = reference == analytics::Reference::reddwarf;
    return {
        .reference = reference.value_or(analytics::Reference::reddwarf),
        .seed = asked.seed.value,
        .threads = static_cast<unsigned>(asked.threads.value),
        .groups = asked.groups.value,
        .axes_as_reference = as_reddwarf,
        .lists_without_best = !as_reddwarf,
        .lists_minorities = as_reddwarf,
    };
}

struct DrawnMap {
    analytics::OpinionMap map;
    opinions::MapFacts facts;
};

class Drawing {
public:
    Drawing(const AskedMap& asked, const Console& console) : asked_(asked), line_(console) {}

    base::Result<DrawnMap> run()
    {
        clock_.begin("read");
        const auto answers = TRY(read_answers());
        CHECK(read_comments());
        auto map = TRY(map_of(answers));
        facts_.timings = clock_.end();
        facts_.reference = reference_of(asked_);
        facts_.seed = asked_.seed.value;
        return DrawnMap{std::move(map), std::move(facts_)};
    }

private:
    opinions::FileToRead to_read(const std::string& path, const InputFile& file)
    {
        const auto all = static_cast<std::int64_t>(file.bytes().size()) / megabyte;
        return {path, file.bytes(), asked_.skips_bad, [this, all, &file](std::size_t done) {
                    file.let_go(done);
                    line_.say("megabytes", static_cast<std::int64_t>(done) / megabyte, all);
                }};
    }

    base::Result<analytics::Answers> read_answers()
    {
        const auto& path = asked_.votes.empty() ? asked_.matrix : asked_.votes;
        const auto file = TRY(InputFile::open(path));
        const auto asked = to_read(path, file);
        auto read =
            TRY(asked_.votes.empty() ? opinions::read_matrix(asked) : opinions::read_votes(asked));
        facts_.skipped_votes = read.skipped;
        return std::move(read.answers);
    }

    base::Result<void> read_comments()
    {
        if (asked_.comments.empty()) {
            return {};
        }
        const auto file = TRY(InputFile::open(asked_.comments));
        auto read = TRY(opinions::read_statements(to_read(asked_.comments, file)));
        facts_.skipped_comments = read.skipped;
        facts_.statements = std::move(read.statements);
        return {};
    }

    base::Result<analytics::OpinionMap> map_of(const analytics::Answers& answers)
    {
        std::vector<analytics::StatementNumber> rejected;
        for (const auto& statement : facts_.statements) {
            if (statement.is_rejected) {
                rejected.push_back(statement.number);
            }
        }
        auto settings = settings_of(asked_);
        settings.begins = [this](analytics::Stage stage) { begin(stage); };
        try {
            return analytics::draw_map(answers, rejected, settings);
        } catch (const std::length_error&) {
            return base::refuse(
                "opinions.too_many", {{"most", std::to_string(analytics::most_statements)}});
        }
    }

    void begin(analytics::Stage stage)
    {
        if (stage == analytics::Stage::done) {
            return;
        }
        clock_.begin(opinions::name_of(stage));
        line_.say("map_" + std::string(opinions::name_of(stage)),
            static_cast<std::int64_t>(stage) + 1,
            static_cast<std::int64_t>(analytics::Stage::done));
    }

    const AskedMap& asked_;
    ProgressLine line_;
    StageClock clock_;
    opinions::MapFacts facts_;
};

// Also when JSON is printed: nobody shall miss it.
void say_skipped(const std::string& file, std::size_t count, const Console& console)
{
    if (count > 0) {
        console.say({base::Trouble::refused, "opinions.skipped_in",
            {{"file", file}, {"count", std::to_string(count)}}, {}});
    }
}

void print(const DrawnMap& drawn, bool json, const Console& console)
{
    if (json) {
        put(opinions::map_json(drawn.map, drawn.facts) + "\n");
        return;
    }
    const auto wording = [&console](std::string_view code, const base::Params& params) {
        return console.text(code, params);
    };
    put(opinions::map_summary(drawn.map, drawn.facts, wording));
}

void draw(const AskedMap& asked, Console& console)
{
    if (asked.votes.empty() == asked.matrix.empty()) {
        return console.fail(
            {base::Trouble::refused, "cli.votes_or_matrix", {}, {}}, ExitCode::wrong_use);
    }
    const auto drawn = Drawing(asked, console).run(); // ends the line of progress
    if (!drawn) {
        return console.fail(drawn.error(), ExitCode::refused);
    }
    say_skipped(asked.votes + asked.matrix, drawn->facts.skipped_votes, console);
    say_skipped(asked.comments, drawn->facts.skipped_comments, console);
    print(*drawn, asked.json, console);
}

void add_files(CLI::App& command, AskedMap& asked, const Console& console)
{
    const auto add = [&](const char* name, std::string& path, const char* code) {
        command.add_option(name, path, console.text(code))->type_name("FILE");
    };
    add("--votes", asked.votes, "cli.opinions_votes");
    add("--matrix", asked.matrix, "cli.opinions_matrix");
    add("--comments", asked.comments, "cli.opinions_comments");
    command.add_flag("--skip-bad", asked.skips_bad, console.text("cli.skip_bad"));
    command.add_flag("--json", asked.json, console.text("cli.json"));
}

} // namespace

void add_opinions_map(CLI::App& opinions, Console& console)
{
    auto* command = opinions.add_subcommand("map", console.text("cli.opinions_map"));
    const auto asked = std::make_shared<AskedMap>();
    add_files(*command, *asked, console);
    command->add_option("--reference", asked->reference, console.text("cli.reference"))
        ->type_name("reddwarf|polis")
        ->check([&console](const std::string& name) {
            return name == "reddwarf" || name == "polis"
                ? std::string()
                : console.text("cli.bad_reference", {{"reference", name}});
        });
    add_number(*command, "--groups", asked->groups, console.text("cli.opinions_groups"), console);
    add_number(*command, "--seed", asked->seed, console.text("cli.opinions_seed"), console);
    add_number(*command, "--threads", asked->threads, console.text("cli.threads"), console);
    command->callback([asked, &console] { draw(*asked, console); });
}

} // namespace xieshang::app
