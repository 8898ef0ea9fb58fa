// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/map_of_files.h"

#include "app/commands/input_file.h"
#include "app/commands/progress.h"
#include "platform/analytics/answer_table.h"

#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <stdexcept>

namespace xieshang::app {
namespace {

constexpr std::int64_t megabyte = 1'000'000;

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

class Drawing {
public:
    Drawing(const AskedMap& asked, const Console& console) : asked_(asked), line_(console) {}

    base::Result<DrawnMap> run()
    {
        clock_.begin("read");
        const auto answers = TRY(read_answers());
        CHECK(read_comments());
        auto map = TRY(map_of(answers));
        note_missing_texts(map);
        facts_.timings = clock_.end();
        facts_.reference = reference_of(asked_);
        facts_.seed = asked_.seed.value;
        facts_.groups_asked = asked_.groups.value;
        return DrawnMap{std::move(map), std::move(facts_), std::move(notes_)};
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
        note_skipped(path, read.skipped, read.skipped_lines);
        if (!read.other_columns.empty()) {
            note("opinions.other_columns",
                {{"file", path}, {"columns", joined(read.other_columns)}});
        }
        if (read.answers.given.empty() && read.skipped > 0) {
            return base::refuse(
                "opinions.all_bad", {{"file", path}, {"count", std::to_string(read.skipped)}});
        }
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
        note_skipped(asked_.comments, read.skipped, read.skipped_lines);
        facts_.knows_rejected = read.tells_rejected;
        if (!read.tells_rejected) {
            note("opinions.no_moderated", {{"file", asked_.comments}});
        }
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

    // Also when JSON is printed: nobody shall miss it.
    void note(std::string code, base::Params params)
    {
        notes_.push_back({base::Trouble::refused, std::move(code), std::move(params), {}});
    }

    template <class Items>
    static std::string joined(const Items& items)
    {
        std::string all;
        for (const auto& item : items) {
            all += fmt::format("{}{}", all.empty() ? "" : ", ", item);
        }
        return all;
    }

    void note_skipped(
        const std::string& file, std::size_t count, const std::vector<std::size_t>& lines)
    {
        if (count > 0) {
            note("opinions.skipped_in",
                {{"file", file}, {"count", std::to_string(count)}, {"lines", joined(lines)}});
        }
    }

    void note_missing_texts(const analytics::OpinionMap& map)
    {
        const auto missing = std::count_if(map.statements.begin(), map.statements.end(),
            [this](analytics::StatementNumber number) {
                return !std::binary_search(facts_.statements.begin(), facts_.statements.end(),
                    opinions::Statement{number, {}, false},
                    [](const auto& one, const auto& other) { return one.number < other.number; });
            });
        if (!asked_.comments.empty() && missing > 0) {
            note("opinions.no_texts",
                {{"file", asked_.comments}, {"count", std::to_string(missing)}});
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
    std::vector<base::Error> notes_;
};

} // namespace

base::Result<DrawnMap> draw_map_of(const AskedMap& asked, const Console& console)
{
    return Drawing(asked, console).run(); // ends the line of progress
}

} // namespace xieshang::app
