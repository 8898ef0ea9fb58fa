// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An official document laid out: pages of placed words, rules and pictures, a pure value that is
// looked at (tests), written as PDF or drawn as page pictures (official_drawing.h). Lengths are
// millimetres from the page's upper left corner, sizes of type are points. Any thread.
#pragma once

#include "platform/base/result.h"
#include "platform/documents/official_document.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

// The faces of GB/T 9704-2012 (§5.2.2, §7) and the one for Latin letters and digits.
enum class Face : std::uint8_t { fangsong, xiaobiaosong, heiti, kaiti, songti, latin };
inline constexpr std::size_t faces = 6;

enum class Ink : std::uint8_t { black, red };

// Words of one face on one baseline.
struct PlacedRun {
    std::string text;
    Face face = Face::fangsong;
    double size_pt = 0;
    double x_mm = 0; // its left edge
    double baseline_mm = 0;
    double pitch_mm = 0; // what each character takes; 0: as wide as it is
    double width_mm = 0; // of the whole run
    Ink ink = Ink::black;

    bool operator==(const PlacedRun&) const = default;
};

struct PlacedLine {
    std::vector<PlacedRun> runs;

    bool operator==(const PlacedLine&) const = default;
};

// A filled rectangle.
struct PlacedRule {
    double x_mm = 0;
    double y_mm = 0;
    double width_mm = 0;
    double height_mm = 0;
    Ink ink = Ink::black;

    bool operator==(const PlacedRule&) const = default;
};

struct PlacedPicture {
    std::size_t picture = 0; // index into OfficialLayout::pictures
    double x_mm = 0;
    double y_mm = 0;
    double width_mm = 0;
    double height_mm = 0;

    bool operator==(const PlacedPicture&) const = default;
};

struct OfficialPage {
    // A turned page shows its sheet a quarter to the right: 297 mm wide, what was left is above.
    bool turned = false;
    std::vector<PlacedLine> lines;
    std::vector<PlacedRule> rules;
    std::vector<PlacedPicture> pictures;
    // The page number: always as on the upright sheet (GB/T 9704 §7.6: 页码位置与公文其他页码保持
    // 一致), so on a turned page it reads downwards along the left edge.
    PlacedLine number;

    bool operator==(const OfficialPage&) const = default;
};

struct OfficialLayout {
    std::string title; // of the document
    std::vector<OfficialPage> pages;
    std::vector<std::string> pictures; // bytes of PNG and JPEG

    bool operator==(const OfficialLayout&) const = default;
};

// What the faces measure. official_type.h asks the fonts; a test may answer by itself.
class Measure {
public:
    Measure() = default;
    Measure(const Measure&) = delete;
    Measure& operator=(const Measure&) = delete;
    virtual ~Measure() = default;

    virtual double width_mm(Face face, double size_pt, std::string_view text) = 0;
    // From the baseline up to the highest ink of a text.
    virtual double ink_above_mm(Face face, double size_pt, std::string_view text) = 0;
};

// Asked after each page, with the number of pages that are done; false stops the work.
using GoesOn = std::function<bool(std::size_t pages)>;

inline constexpr std::size_t most_official_pages = 2000;
// Of a picture, by its header: 25 megapixels take 100 MB when they are drawn.
inline constexpr std::uint64_t most_drawn_pixels = 25'000'000;

// Refuses: documents.official_stopped, documents.official_too_long, documents.official_table_wide
// {table, columns, most}, documents.official_picture_kind {figure},
// documents.official_picture_large {figure, width, height, most}.
base::Result<OfficialLayout> lay_out(
    const OfficialDocument& document, Measure& measure, const GoesOn& goes_on = {});

} // namespace xieshang::documents
