// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/reading_table.h"

#include "features/plan/columns.h"
#include "features/plan/reading_answer.h"
#include "features/plan/script.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace xieshang::plan {
namespace {

std::string joined(const std::vector<std::string>& texts, const std::string& separator)
{
    std::string all;
    for (const auto& text : texts) {
        all += (all.empty() ? "" : separator) + text;
    }
    return all;
}

class TableWriter {
public:
    TableWriter(const Reading& reading, const Wording& wording)
        : reading_(reading), wording_(wording)
    {
    }

    std::string write()
    {
        write_head();
        write_topics();
        write_sections();
        for (const auto& warning : reading_.warnings) {
            heading_once("reading.label.warnings", warning == reading_.warnings.front());
            write_at(warning.line, text_of(reading_, warning, wording_));
        }
        for (const auto& unplaced : reading_.unplaced) {
            heading_once("reading.label.unplaced", unplaced == reading_.unplaced.front());
            write_at(unplaced.line,
                unplaced.sheet.empty() ? unplaced.text
                                       : wording_("reading.in_sheet",
                                           {{"sheet", unplaced.sheet}, {"text", unplaced.text}}));
        }
        const auto& counted = reading_.characters;
        out_ += "\n"
            + wording_("reading.label.characters",
                {{"source", std::to_string(counted.source)},
                    {"placed", std::to_string(counted.placed)},
                    {"unplaced", std::to_string(counted.unplaced)}})
            + "\n";
        return std::move(out_);
    }

private:
    using Row = std::array<std::string, 4>; // number, title, period, who

    std::string label(const std::string& code) const
    {
        return wording_("reading.label." + code, {});
    }

    void write_head()
    {
        const std::string unknown = label("unknown");
        const std::array<std::pair<std::string, std::string>, 4> facts{{
            {label("title"), reading_.title},
            {label("committee"), reading_.committee},
            {label("year"), reading_.year ? std::to_string(*reading_.year) : ""},
            {label("draft"), label(reading_.draft ? "yes" : "no")},
        }};
        std::size_t widest = 0;
        for (const auto& [name, value] : facts) {
            widest = std::max(widest, columns_of(name));
        }
        for (const auto& [name, value] : facts) {
            out_ += padded(name, widest + 2) + (value.empty() ? unknown : value) + "\n";
        }
    }

    Row row_of(const ReadTopic& topic) const
    {
        std::string who = joined(topic.responsible, label("and"));
        if (!topic.participating.empty()) {
            who += (who.empty() ? "" : " ") + label("with")
                + joined(topic.participating, label("and"));
        }
        return {std::to_string(topic.number) + ".", topic.title, topic.period, who};
    }

    // Topics by kind, in the order in which the kinds first appear.
    void write_topics()
    {
        std::vector<TopicKind> kinds;
        std::array<std::size_t, 4> widths{};
        for (const auto& topic : reading_.topics) {
            if (std::find(kinds.begin(), kinds.end(), topic.kind) == kinds.end()) {
                kinds.push_back(topic.kind);
            }
            const auto row = row_of(topic);
            for (std::size_t i = 0; i < row.size(); ++i) {
                widths[i] = std::max(widths[i], columns_of(row[i]));
            }
        }
        out_ += "\n"
            + wording_("reading.label.topics", {{"count", std::to_string(reading_.topics.size())}})
            + "\n";
        for (const auto kind : kinds) {
            const auto count = std::count_if(reading_.topics.begin(), reading_.topics.end(),
                [&](const ReadTopic& topic) { return topic.kind == kind; });
            const base::Params params{
                {"kind", wording_("topic_kind." + std::string(name_of(kind)), {})},
                {"count", std::to_string(count)},
            };
            out_ += "  " + wording_("reading.label.kind", params) + "\n";
            for (const auto& topic : reading_.topics) {
                if (topic.kind == kind) {
                    write_row(row_of(topic), widths);
                }
            }
        }
    }

    void write_row(const Row& row, const std::array<std::size_t, 4>& widths)
    {
        std::string line = "    ";
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += widths[i] > 0 ? padded(row[i], widths[i] + 2) : "";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out_ += line + "\n";
    }

    void write_sections()
    {
        out_ += "\n"
            + wording_(
                "reading.label.sections", {{"count", std::to_string(reading_.sections.size())}})
            + "\n";
        for (const auto& section : reading_.sections) {
            const auto text = from_utf8(section.text);
            const auto count =
                std::count_if(text.begin(), text.end(), [](char32_t c) { return !is_blank(c); });
            out_ += "  "
                + wording_("reading.label.section",
                    {{"heading", section.heading.empty() ? label("no_heading") : section.heading},
                        {"count", std::to_string(count)}})
                + "\n";
        }
    }

    void heading_once(const std::string& code, bool is_first)
    {
        out_ += is_first ? "\n" + wording_(code, {}) + "\n" : "";
    }

    void write_at(int line, const std::string& text)
    {
        out_ += "  "
            + (line > 0 ? wording_(
                   "reading.label.at_line", {{"line", std::to_string(line)}, {"text", text}})
                        : text)
            + "\n";
    }

    const Reading& reading_;
    const Wording& wording_;
    std::string out_;
};

} // namespace

std::string reading_table(const Reading& reading, const Wording& wording)
{
    return TableWriter(reading, wording).write();
}

} // namespace xieshang::plan
