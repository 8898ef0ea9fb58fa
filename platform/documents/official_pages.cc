// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_pages.h"

#include "platform/documents/official_format.h"
#include "platform/documents/official_lines.h"

#include <numeric>
#include <utility>

namespace xieshang::documents::press {
namespace {

constexpr double tolerance = 0.01; // mm, of sums of heights

// A turned page's type area: the sheet's right edge is below, its binding edge above.
double area_left(bool turned)
{
    return turned ? format::page_height - format::top - format::area_height : format::left;
}

double area_top(bool turned) { return turned ? format::left : format::top; }

double height_of(const std::vector<Strip>& strips)
{
    return std::accumulate(strips.begin(), strips.end(), 0.0,
        [](double sum, const Strip& strip) { return sum + strip.height_mm; });
}

} // namespace

Pages::Pages(Measure& measure, const GoesOn& goes_on, bool first_is_numbered)
    : measure_(measure), goes_on_(goes_on), numbered_(first_is_numbered)
{
}

double Pages::width_mm() const { return page_.turned ? format::area_height : format::area_width; }

double Pages::height_mm() const { return page_.turned ? format::area_width : format::area_height; }

void Pages::add(Strip strip)
{
    const bool keeps = strip.keeps;
    kept_.push_back(std::move(strip));
    if (!keeps) {
        settle();
    }
}

void Pages::settle()
{
    const auto strips = std::exchange(kept_, {});
    const auto height = height_of(strips);
    if (height > room_mm() + tolerance && height <= height_mm() + tolerance && !empty_) {
        begin_page(page_.turned);
    }
    for (const auto& strip : strips) {
        place_below(strip);
    }
}

void Pages::place_below(const Strip& strip)
{
    if (strip.height_mm > room_mm() + tolerance && !empty_) {
        begin_page(page_.turned);
    }
    if (!(strip.is_blank && empty_)) {
        place(strip, y_mm_);
        y_mm_ += strip.height_mm;
    }
}

void Pages::put_at(double top_mm, Strip strip)
{
    settle();
    place(strip, top_mm);
    y_mm_ = top_mm + strip.height_mm;
}

void Pages::place(const Strip& strip, double top_mm)
{
    const auto left = area_left(page_.turned);
    const auto top = area_top(page_.turned) + top_mm;
    for (auto line : strip.lines) {
        for (auto& run : line.runs) {
            run.x_mm += left;
            run.baseline_mm += top;
        }
        page_.lines.push_back(std::move(line));
    }
    for (auto rule : strip.rules) {
        rule.x_mm += left;
        rule.y_mm += top;
        page_.rules.push_back(rule);
    }
    for (auto picture : strip.pictures) {
        picture.x_mm += left;
        picture.y_mm += top;
        page_.pictures.push_back(picture);
    }
    empty_ = false;
}

void Pages::begin_page(bool turned)
{
    if (!kept_.empty()) {
        settle();
    }
    if (!empty_) {
        close_page();
    }
    page_.turned = turned;
}

void Pages::close_page()
{
    if (numbered_) {
        number();
    }
    if (!is_refused()) {
        layout_.pages.push_back(std::move(page_));
    }
    page_ = {};
    y_mm_ = 0;
    empty_ = true;
    numbered_ = true;
    if (layout_.pages.size() > most_official_pages) {
        refuse({base::Trouble::too_large, "documents.official_too_long",
            {{"most", std::to_string(most_official_pages)}}, {}});
    } else if (goes_on_ && !goes_on_(layout_.pages.size())) {
        refuse({base::Trouble::conflict, "documents.official_stopped", {}, {}});
    }
}

// §7.5: — 1 —, the dashes 7 mm below the type area, one character from its outer side.
void Pages::number()
{
    const auto page = layout_.pages.size() + 1;
    const auto digits = std::to_string(page);
    const auto dash = millimetres(format::size_small);
    const auto gap = dash / 4;
    const auto wide = measure_.width_mm(Face::songti, format::size_small, digits);
    const auto all = 2 * dash + 2 * gap + wide;
    const auto left = page % 2 == 0
        ? format::left + format::character_pitch
        : format::left + format::area_width - format::character_pitch - all;
    // A dash lies in the middle of its square, which reaches from 0.12 below the baseline upwards.
    const auto baseline =
        format::top + format::area_height + format::page_number_below + dash * (0.5 - 0.12);
    const auto run = [&](std::string text, double x, double pitch, double width) {
        page_.number.runs.push_back(
            {std::move(text), Face::songti, format::size_small, x, baseline, pitch, width});
    };
    run("—", left, dash, dash);
    run(digits, left + dash + gap, 0, wide);
    run("—", left + all - dash, dash, dash);
}

std::size_t Pages::keep(std::string picture)
{
    layout_.pictures.push_back(std::move(picture));
    return layout_.pictures.size() - 1;
}

void Pages::refuse(base::Error error)
{
    if (!trouble_) {
        trouble_ = std::move(error);
    }
}

base::Result<OfficialLayout> Pages::finished()
{
    settle();
    if (!empty_ || layout_.pages.empty()) {
        close_page();
    }
    if (trouble_) {
        return tl::unexpected(std::move(*trouble_));
    }
    return std::move(layout_);
}

} // namespace xieshang::documents::press
