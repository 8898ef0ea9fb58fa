// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_format.h"
#include "platform/documents/page_parts.h"
#include "platform/documents/table_columns.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>

namespace xieshang::documents::press {
namespace {

constexpr double beside = 1;                            // mm from a cell's rule to its words
constexpr double above = 0.9;                           // and above and below them
constexpr double pitch = size_table * 25.4 / 72 * 1.35; // of the lines in a cell
constexpr double least_column = size_table * 25.4 / 72 + 2 * beside; // a character

struct CellLines {
    double x = 0;
    double width = 0;
    std::vector<BrokenLine> lines;
};

struct RowLines {
    std::vector<CellLines> cells;
    std::size_t lines = 1; // of its highest cell
};

double height_of(std::size_t lines) { return static_cast<double>(lines) * pitch + 2 * above; }

std::vector<Words> words_of(const Cell& cell, bool heads)
{
    std::vector<Words> words;
    for (const auto& run : cell.runs) {
        words.push_back(
            {plain(run.text), run.strong || heads ? Face::heiti : Face::fangsong, size_table});
    }
    return words;
}

class Table {
public:
    Table(Pages& pages, const OfficialTable& said, std::vector<double> widths)
        : pages_(pages), said_(said), widths_(std::move(widths)), turned_(said.landscape)
    {
    }

    void add()
    {
        add_caption();
        auto at = add_heads();
        for (; at < said_.rows.size() && !pages_.is_refused(); ++at) {
            add_row(lines_of(said_.rows[at], false));
        }
        pages_.settle();
    }

private:
    void add_caption()
    {
        const LineShape shape{.width_mm = pages_.width_mm(), .placing = Placing::centred};
        for (auto& line : broken_lines({{plain(said_.caption), Face::heiti, format::size_small}},
                 shape, pages_.measure())) {
            if (!line.runs.empty()) {
                pages_.add(
                    kept(line_strip(std::move(line), format::size_small, format::line_pitch)));
            }
        }
    }

    // → the first row that is none. Heads that would take half of a page are not repeated.
    std::size_t add_heads()
    {
        const auto count = std::min(said_.heads, said_.rows.size());
        for (std::size_t at = 0; at < count; ++at) {
            const auto row = lines_of(said_.rows[at], true);
            heads_.push_back(kept(strip_of(row, 0, row.lines)));
            heads_high_ += height_of(row.lines);
            if (heads_high_ > pages_.height_mm() / 2) {
                heads_.clear();
                heads_high_ = 0;
                return 0;
            }
        }
        add_all(pages_, heads_);
        return count;
    }

    void add_row(const RowLines& row)
    {
        const auto full = pages_.height_mm() - heads_high_;
        if (height_of(row.lines) > full) {
            add_parts(row);
        } else {
            if (begun_ && height_of(row.lines) > pages_.room_mm()) {
                begin_page();
            }
            pages_.add(strip_of(row, 0, row.lines)); // the first takes caption and heads along
        }
        begun_ = true;
    }

    // A row that is higher than a page goes on on the next ones.
    void add_parts(const RowLines& row)
    {
        pages_.settle();
        for (std::size_t from = 0; from < row.lines && !pages_.is_refused();) {
            const auto fitting = (pages_.room_mm() - 2 * above) / pitch;
            if (fitting < 1) {
                begin_page();
                continue;
            }
            const auto to = std::min(row.lines, from + static_cast<std::size_t>(fitting));
            pages_.add(strip_of(row, from, to));
            from = to;
        }
    }

    void begin_page()
    {
        pages_.begin_page(turned_);
        add_all(pages_, heads_);
        pages_.settle();
    }

    static Strip kept(Strip strip)
    {
        strip.keeps = true;
        return strip;
    }

    RowLines lines_of(const OfficialRow& row, bool heads)
    {
        RowLines lines;
        std::size_t column = 0;
        double x = 0;
        const auto add = [&](const Cell& cell, std::size_t columns) {
            const auto begin = widths_.begin() + static_cast<std::ptrdiff_t>(column);
            const auto width =
                std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(columns), 0.0);
            const LineShape shape{
                .width_mm = width - 2 * beside, .placing = heads ? Placing::centred : cell.placing};
            lines.cells.push_back(
                {x, width, broken_lines(words_of(cell, heads), shape, pages_.measure())});
            lines.lines = std::max(lines.lines, lines.cells.back().lines.size());
            column += columns;
            x += width;
        };
        for (const auto& cell : row.cells) {
            add(cell, static_cast<std::size_t>(std::max(1, cell.columns)));
        }
        if (column < widths_.size()) { // a row that ends early
            add({}, widths_.size() - column);
        }
        return lines;
    }

    // The lines from … to of each cell; a cell with fewer has them in its middle.
    static Strip strip_of(const RowLines& row, std::size_t from, std::size_t to)
    {
        Strip strip{height_of(to - from)};
        const auto right = row.cells.back().x + row.cells.back().width;
        const auto rule = [&](double x, double y, double width, double height) {
            strip.rules.push_back({x - rule_table / 2, y - rule_table / 2, width + rule_table,
                height + rule_table, Ink::black});
        };
        rule(0, 0, right, 0);
        rule(0, strip.height_mm, right, 0);
        rule(0, 0, 0, strip.height_mm);
        for (const auto& cell : row.cells) {
            rule(cell.x + cell.width, 0, 0, strip.height_mm);
            const bool whole = from == 0 && to == row.lines;
            auto baseline = above + baseline_in(pitch, size_table)
                + (whole ? static_cast<double>(row.lines - cell.lines.size()) * pitch / 2 : 0);
            for (auto at = from; at < std::min(to, cell.lines.size()); ++at) {
                put(strip, cell.lines[at], cell.x + beside, baseline);
                baseline += pitch;
            }
        }
        return strip;
    }

    Pages& pages_;
    const OfficialTable& said_;
    std::vector<double> widths_;
    bool turned_;
    std::vector<Strip> heads_;
    double heads_high_ = 0;
    bool begun_ = false;
};

} // namespace

void add_table(Pages& pages, const OfficialTable& table)
{
    const auto columns = columns_of(table);
    const auto number = std::to_string(pages.count_table());
    if (columns == 0) {
        return;
    }
    if (pages.is_turned() != table.landscape) {
        pages.begin_page(table.landscape);
    }
    const auto most = static_cast<std::size_t>(pages.width_mm() / least_column);
    if (columns > most) {
        pages.refuse({base::Trouble::refused, "documents.official_table_wide",
            {{"table", number}, {"columns", std::to_string(columns)},
                {"most", std::to_string(most)}},
            {}});
        return;
    }
    Table(pages, table, column_widths(table, columns, pages.width_mm(), least_column)).add();
    Strip blank{format::line_pitch / 2};
    blank.is_blank = blank.keeps = true;
    pages.add(std::move(blank));
}

} // namespace xieshang::documents::press
