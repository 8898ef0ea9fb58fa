// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/page_parts.h"

#include "platform/documents/official_format.h"
#include "platform/documents/title_lines.h"

#include <algorithm>
#include <utility>

namespace xieshang::documents::press {

double baseline_in(double height_mm, double size_pt)
{
    return height_mm / 2 + millimetres(size_pt) * (0.88 - 0.5);
}

double bottom_of(double baseline_mm, double size_pt)
{
    return baseline_mm + millimetres(size_pt) * 0.12;
}

void put(Strip& strip, BrokenLine line, double x_mm, double baseline_mm)
{
    for (auto& run : line.runs) {
        run.x_mm += x_mm;
        run.baseline_mm += baseline_mm;
    }
    if (!line.runs.empty()) {
        strip.lines.push_back({std::move(line.runs)});
    }
}

void put_first(Strip& strip, BrokenLine line, double x_mm, double baseline_mm)
{
    const auto before = static_cast<std::ptrdiff_t>(strip.lines.size());
    put(strip, std::move(line), x_mm, baseline_mm);
    std::rotate(strip.lines.begin(), strip.lines.begin() + before, strip.lines.end());
}

Strip line_strip(BrokenLine line, double size_pt, double height_mm)
{
    Strip strip{height_mm};
    put(strip, std::move(line), 0, baseline_in(height_mm, size_pt));
    return strip;
}

std::vector<Strip> body_strips(
    const std::vector<Words>& words, const LineShape& shape, Measure& measure)
{
    std::vector<Strip> strips;
    for (auto& line : broken_lines(words, shape, measure)) {
        strips.push_back(line_strip(std::move(line), format::size_body, format::line_pitch));
    }
    return strips;
}

void add_blank_lines(Pages& pages, int lines)
{
    if (lines == 0) {
        return;
    }
    Strip blank{lines * format::line_pitch};
    blank.is_blank = blank.keeps = true;
    pages.add(std::move(blank));
}

void add_all(Pages& pages, std::vector<Strip> strips)
{
    for (auto& strip : strips) {
        if (pages.is_refused()) {
            return;
        }
        pages.add(std::move(strip));
    }
}

void add_title(Pages& pages, std::string_view title)
{
    const auto most = static_cast<int>(format::area_width / millimetres(format::size_title));
    for (const auto& text : title_lines(plain(title), most)) {
        const LineShape shape{.width_mm = pages.width_mm(), .placing = Placing::centred};
        for (auto& line : broken_lines(
                 {{text, Face::xiaobiaosong, format::size_title}}, shape, pages.measure())) {
            auto strip = line_strip(std::move(line), format::size_title, format::line_pitch);
            strip.keeps = true;
            pages.add(std::move(strip));
        }
    }
}

namespace {

// §7.3.2: a blank line below the title, flush left, a colon of full width.
void add_addressees(Pages& pages, std::string_view addressees)
{
    const auto text = plain(addressees);
    if (text.empty()) {
        return;
    }
    add_all(pages,
        body_strips({{text + "：", Face::fangsong, format::size_body}},
            {.width_mm = pages.width_mm(), .placing = Placing::flush}, pages.measure()));
}

bool has_tail(const OfficialDocument& document)
{
    return !document.signature.bodies.empty() || !document.signature.date.empty();
}

} // namespace
} // namespace xieshang::documents::press

namespace xieshang::documents {

base::Result<OfficialLayout> lay_out(
    const OfficialDocument& document, Measure& measure, const GoesOn& goes_on)
{
    press::Pages pages(measure, goes_on, document.kind != OfficialKind::letter);
    press::add_head(pages, document);
    press::add_title(pages, document.title);
    press::add_blank_lines(pages, document.title.empty() ? 0 : format::lines_above_addressees);
    press::add_addressees(pages, document.addressees);
    press::add_blocks(pages, document.body, press::has_tail(document));
    press::add_tail(pages, document);
    press::add_annexes(pages, document);
    press::add_imprint(pages, document);
    auto layout = TRY(pages.finished());
    layout.title = press::plain(document.title);
    return layout;
}

} // namespace xieshang::documents
