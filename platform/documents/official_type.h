// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Words → glyphs of the fonts (Pango), measured and drawn. One thread an object.
#pragma once

#include "platform/documents/font_house.h"
#include "platform/documents/official_layout.h"

#include <cairo.h>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace xieshang::documents::press {

inline constexpr double points_in_mm = 72 / 25.4;

class Type : public Measure {
public:
    explicit Type(FontHouse& fonts) : fonts_(fonts) {}

    double width_mm(Face face, double size_pt, std::string_view text) override;
    double ink_above_mm(Face face, double size_pt, std::string_view text) override;

    // Draws at its place; the unit of `page` is a point. A character of a run with a pitch stands
    // in the middle of its cell.
    void draw(cairo_t* page, const PlacedRun& run);

    // What no font has a glyph for, since the last call; nothing of it was to be seen.
    std::set<std::string> take_lacking();
    // What was measured with fonts that are gone.
    void forget() { widths_.clear(); }

private:
    struct Freed {
        void operator()(PangoGlyphItem* item) const { ::pango_glyph_item_free(item); }
    };
    using Items = std::vector<std::unique_ptr<PangoGlyphItem, Freed>>;

    Items shaped(Face face, double size_pt, const std::string& text);
    void note_lacking(const PangoGlyphItem& item, const std::string& text);

    FontHouse& fonts_;
    std::unordered_map<std::string, double> widths_; // of Latin words, which come again
    std::set<std::string> lacking_;
};

} // namespace xieshang::documents::press
