// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_format.h"
#include "platform/documents/page_parts.h"
#include "platform/documents/picture_header.h"

#include <algorithm>
#include <string>
#include <utility>

namespace xieshang::documents::press {
namespace {

// In the middle, as wide as it is wished, but never wider than the text or higher than its page.
Strip picture_strip(Pages& pages, const Figure& figure, const PictureHeader& head, double most_high)
{
    const auto ratio = static_cast<double>(head.height) / static_cast<double>(head.width);
    const auto wished = figure.width_mm > 0 ? figure.width_mm : pages.width_mm();
    const auto width = std::min({wished, pages.width_mm(), most_high / ratio});
    Strip strip{width * ratio};
    strip.pictures.push_back(
        {pages.keep(figure.bytes), (pages.width_mm() - width) / 2, 0, width, width * ratio});
    return strip;
}

} // namespace

void add_figure(Pages& pages, const Figure& figure)
{
    const auto head = picture_header(figure.bytes);
    const auto name = plain(figure.caption);
    const auto number = std::to_string(pages.pictures() + 1);
    if (!head) {
        pages.refuse(
            {base::Trouble::refused, "documents.official_picture_kind", {{"figure", number}}, {}});
        return;
    }
    if (std::uint64_t{head->width} * head->height > most_drawn_pixels) {
        pages.refuse({base::Trouble::too_large, "documents.official_picture_large",
            {{"figure", number}, {"width", std::to_string(head->width)},
                {"height", std::to_string(head->height)},
                {"most", std::to_string(most_drawn_pixels / 1'000'000)}},
            {}});
        return;
    }
    auto caption = body_strips({{name, Face::fangsong, format::size_small}},
        {.width_mm = pages.width_mm(), .placing = Placing::centred}, pages.measure());
    const auto captions = name.empty() ? 0 : static_cast<double>(caption.size());
    const auto most_high =
        std::max(pages.height_mm() - captions * format::line_pitch, pages.height_mm() / 2);
    auto strip = picture_strip(pages, figure, *head, most_high);
    strip.keeps = !name.empty();
    pages.add(std::move(strip));
    if (!name.empty()) {
        add_all(pages, std::move(caption));
    }
}

} // namespace xieshang::documents::press
