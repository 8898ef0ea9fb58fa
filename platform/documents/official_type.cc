// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_type.h"

#include "platform/documents/letters.h"
#include "platform/documents/official_lines.h"

#include <algorithm>
#include <cmath>
#include <pango/pangocairo.h>
#include <utility>

namespace xieshang::documents::press {
namespace {

constexpr std::size_t most_widths = 50'000;

double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }
int units(double points) { return static_cast<int>(std::lround(points * PANGO_SCALE)); }

// Each cluster takes the pitch, its glyph in the middle.
void space(PangoGlyphString& glyphs, int pitch)
{
    for (int at = 0; at < glyphs.num_glyphs; ++at) {
        auto& geometry = glyphs.glyphs[at].geometry;
        const bool goes_on = at > 0 && glyphs.log_clusters[at] == glyphs.log_clusters[at - 1];
        geometry.x_offset += goes_on ? 0 : (pitch - geometry.width) / 2;
        geometry.width = goes_on ? 0 : pitch;
    }
}

} // namespace

Type::Items Type::shaped(Face face, double size_pt, const std::string& text)
{
    auto* description = ::pango_font_description_copy(fonts_.description(face));
    ::pango_font_description_set_absolute_size(description, size_pt * PANGO_SCALE);
    auto* attributes = ::pango_attr_list_new();
    ::pango_attr_list_insert(attributes, ::pango_attr_font_desc_new(description));
    ::pango_font_description_free(description);
    const auto size = static_cast<int>(text.size());
    auto* logical = ::pango_itemize_with_base_dir(
        fonts_.context(), PANGO_DIRECTION_LTR, text.c_str(), 0, size, attributes, nullptr);
    auto* visual = ::pango_reorder_items(logical);
    Items items;
    for (auto* at = visual; at != nullptr; at = at->next) {
        auto* item = static_cast<PangoItem*>(at->data);
        auto* glyphs = ::pango_glyph_string_new();
        ::pango_shape_full(
            text.c_str() + item->offset, item->length, text.c_str(), size, &item->analysis, glyphs);
        auto* both = g_slice_new0(PangoGlyphItem);
        both->item = item;
        both->glyphs = glyphs;
        items.emplace_back(both);
        note_lacking(*both, text);
    }
    ::g_list_free(visual);
    ::g_list_free(logical);
    ::pango_attr_list_unref(attributes);
    return items;
}

void Type::note_lacking(const PangoGlyphItem& item, const std::string& text)
{
    for (int at = 0; at < item.glyphs->num_glyphs; ++at) {
        if ((item.glyphs->glyphs[at].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) {
            auto begin =
                static_cast<std::size_t>(item.item->offset + item.glyphs->log_clusters[at]);
            lacking_.emplace(next_character(text, begin));
        }
    }
}

double Type::width_mm(Face face, double size_pt, std::string_view text)
{
    auto key = std::to_string(static_cast<int>(face)) + ' ' + std::to_string(size_pt) + ' ';
    key += text;
    if (const auto known = widths_.find(key); known != widths_.end()) {
        return known->second;
    }
    double width = 0;
    for (const auto& item : shaped(face, size_pt, std::string(text))) {
        width += points(::pango_glyph_string_get_width(item->glyphs));
    }
    if (widths_.size() >= most_widths) {
        widths_.clear();
    }
    return widths_.emplace(std::move(key), millimetres(width)).first->second;
}

double Type::ink_above_mm(Face face, double size_pt, std::string_view text)
{
    int highest = 0;
    for (const auto& item : shaped(face, size_pt, std::string(text))) {
        PangoRectangle ink;
        ::pango_glyph_string_extents(item->glyphs, item->item->analysis.font, &ink, nullptr);
        highest = std::max(highest, -ink.y);
    }
    return millimetres(points(highest));
}

void Type::draw(cairo_t* page, const PlacedRun& run)
{
    auto x = run.x_mm * points_in_mm;
    for (auto& item : shaped(run.face, run.size_pt, run.text)) {
        if (run.pitch_mm > 0) {
            space(*item->glyphs, units(run.pitch_mm * points_in_mm));
        }
        ::cairo_move_to(page, x, run.baseline_mm * points_in_mm);
        ::pango_cairo_show_glyph_item(page, run.text.c_str(), item.get());
        x += points(::pango_glyph_string_get_width(item->glyphs));
    }
}

std::set<std::string> Type::take_lacking() { return std::exchange(lacking_, {}); }

} // namespace xieshang::documents::press
