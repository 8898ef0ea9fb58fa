// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Strips, one below the other, → pages. A strip is what is never parted: a line of words, a
// picture, a row of a table. Its places count from the left edge of the type area (版心) and from
// its own upper edge. One thread a document.
#pragma once

#include "platform/documents/official_layout.h"

#include <optional>
#include <vector>

namespace xieshang::documents::press {

struct Strip {
    double height_mm = 0;
    std::vector<PlacedLine> lines;
    std::vector<PlacedRule> rules;
    std::vector<PlacedPicture> pictures;
    bool keeps = false;    // stays on the page of the next one
    bool is_blank = false; // vanishes at the top of a page
};

class Pages {
public:
    Pages(Measure& measure, const GoesOn& goes_on, bool first_is_numbered);

    Measure& measure() { return measure_; }

    // Below all others; on the next page if it, or what it is kept with, has no room here. Strips
    // that keep together and are higher than a page are parted.
    void add(Strip strip);
    // With its upper edge here, counted from the type area's; what follows comes below it.
    void put_at(double top_mm, Strip strip);
    // Nothing more is kept with what was added.
    void settle();
    // A new page, unless this one is of that kind and has nothing yet.
    void begin_page(bool turned = false);
    // The page that is open gets no number.
    void leave_unnumbered() { numbered_ = false; }

    bool is_empty() const { return empty_; }
    bool is_turned() const { return page_.turned; }
    double room_mm() const { return height_mm() - y_mm_; }
    double width_mm() const;               // of the type area
    double height_mm() const;              // of the type area
    std::size_t keep(std::string picture); // its index
    std::size_t pictures() const { return layout_.pictures.size(); }
    std::size_t count_table() { return ++tables_; } // its number, from 1

    // Nothing more needs to be added: something was refused.
    bool is_refused() const { return trouble_.has_value(); }
    void refuse(base::Error error);

    base::Result<OfficialLayout> finished();

private:
    void place(const Strip& strip, double top_mm);
    void place_below(const Strip& strip);
    void close_page();
    void number();

    Measure& measure_;
    const GoesOn& goes_on_;
    OfficialLayout layout_;
    OfficialPage page_;
    std::vector<Strip> kept_;
    std::size_t tables_ = 0;
    double y_mm_ = 0;
    bool empty_ = true;
    bool numbered_ = true;
    std::optional<base::Error> trouble_;
};

} // namespace xieshang::documents::press
