// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_drawing.h"

#include "platform/documents/official_format.h"
#include "platform/documents/picture_surface.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <memory>
#include <stdexcept>

namespace xieshang::documents::press {
namespace {

struct PenDestroyed {
    void operator()(cairo_t* pen) const { ::cairo_destroy(pen); }
};
using Pen = std::unique_ptr<cairo_t, PenDestroyed>;

struct Sheet {
    double width = 0; // points
    double height = 0;
};

Sheet sheet_of(const OfficialPage& page)
{
    const Sheet sheet{format::page_width * points_in_mm, format::page_height * points_in_mm};
    return page.turned ? Sheet{sheet.height, sheet.width} : sheet;
}

cairo_status_t append(void* to, const unsigned char* data, unsigned int length)
{
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

void ink(cairo_t* pen, Ink of) { ::cairo_set_source_rgb(pen, of == Ink::red ? 0.9 : 0, 0, 0); }

class Drawing {
public:
    Drawing(const OfficialLayout& layout, Type& type, cairo_t* pen)
        : layout_(layout), type_(type), pen_(pen)
    {
    }

    base::Result<void> draw(const OfficialPage& page)
    {
        for (const auto& picture : page.pictures) {
            CHECK(draw(picture));
        }
        for (const auto& rule : page.rules) {
            ink(pen_, rule.ink);
            ::cairo_rectangle(pen_, rule.x_mm * points_in_mm, rule.y_mm * points_in_mm,
                rule.width_mm * points_in_mm, rule.height_mm * points_in_mm);
            ::cairo_fill(pen_);
        }
        for (const auto& line : page.lines) {
            draw(line);
        }
        draw_number(page);
        return judged();
    }

private:
    void draw(const PlacedLine& line)
    {
        for (const auto& run : line.runs) {
            ink(pen_, run.ink);
            type_.draw(pen_, run);
        }
    }

    // As on the upright sheet, of which a turned page shows a quarter turn to the right.
    void draw_number(const OfficialPage& page)
    {
        ::cairo_save(pen_);
        if (page.turned) {
            cairo_matrix_t turn;
            ::cairo_matrix_init(&turn, 0, 1, -1, 0, format::page_height * points_in_mm, 0);
            ::cairo_transform(pen_, &turn);
        }
        draw(page.number);
        ::cairo_restore(pen_);
    }

    base::Result<void> draw(const PlacedPicture& placed)
    {
        const auto surface = picture_surface(layout_.pictures.at(placed.picture));
        if (!surface) {
            return base::refuse("documents.official_picture_kind",
                {{"figure", std::to_string(placed.picture + 1)}});
        }
        ::cairo_save(pen_);
        ::cairo_translate(pen_, placed.x_mm * points_in_mm, placed.y_mm * points_in_mm);
        ::cairo_scale(pen_,
            placed.width_mm * points_in_mm / ::cairo_image_surface_get_width(surface.get()),
            placed.height_mm * points_in_mm / ::cairo_image_surface_get_height(surface.get()));
        ::cairo_set_source_surface(pen_, surface.get(), 0, 0);
        ::cairo_paint(pen_);
        ::cairo_restore(pen_);
        return {};
    }

    base::Result<void> judged()
    {
        const auto lacking = type_.take_lacking();
        if (!lacking.empty()) {
            std::string list;
            for (const auto& character : lacking) {
                list += (list.empty() ? "" : " ") + character;
            }
            return base::refuse("documents.characters_without_font",
                {{"characters", std::to_string(lacking.size())}, {"list", list}});
        }
        if (const auto status = ::cairo_status(pen_); status != CAIRO_STATUS_SUCCESS) {
            throw std::runtime_error(
                std::string("a page could not be drawn: ") + ::cairo_status_to_string(status));
        }
        return {};
    }

    const OfficialLayout& layout_;
    Type& type_;
    cairo_t* pen_;
};

} // namespace

base::Result<std::string> drawn_pdf(const OfficialLayout& layout, Type& type, const GoesOn& goes_on)
{
    std::string bytes;
    const Surface surface(::cairo_pdf_surface_create_for_stream(append, &bytes, 1, 1));
    ::cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, layout.title.c_str());
    const Pen pen(::cairo_create(surface.get()));
    Drawing drawing(layout, type, pen.get());
    std::size_t done = 0;
    for (const auto& page : layout.pages) {
        const auto sheet = sheet_of(page);
        ::cairo_pdf_surface_set_size(surface.get(), sheet.width, sheet.height);
        CHECK(drawing.draw(page));
        ::cairo_show_page(pen.get());
        if (goes_on && !goes_on(++done)) {
            return base::trouble(base::Trouble::conflict, "documents.official_stopped");
        }
    }
    ::cairo_surface_finish(surface.get());
    if (const auto status = ::cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error(
            std::string("a PDF could not be written: ") + ::cairo_status_to_string(status));
    }
    return bytes;
}

base::Result<std::string> drawn_png(
    const OfficialLayout& layout, std::size_t page, int width, Type& type)
{
    const auto& shown = layout.pages.at(page);
    const auto sheet = sheet_of(shown);
    const auto scale = width / sheet.width;
    const auto height = static_cast<int>(sheet.height * scale + 0.5);
    const Surface surface(::cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    const Pen pen(::cairo_create(surface.get()));
    ::cairo_set_source_rgb(pen.get(), 1, 1, 1);
    ::cairo_paint(pen.get());
    ::cairo_scale(pen.get(), scale, scale);
    CHECK(Drawing(layout, type, pen.get()).draw(shown));
    std::string bytes;
    if (::cairo_surface_write_to_png_stream(surface.get(), append, &bytes)
        != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error("a page picture could not be written");
    }
    return bytes;
}

} // namespace xieshang::documents::press
