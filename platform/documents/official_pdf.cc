// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_pdf.h"

#include "platform/documents/font_house.h"
#include "platform/documents/official_drawing.h"
#include "platform/documents/official_type.h"

#include <algorithm>
#include <utility>

namespace xieshang::documents {

struct OfficialPress::Inside {
    explicit Inside(FontFolders folders) : fonts(std::move(folders)), type(fonts) {}

    base::Result<void> look()
    {
        const auto before = fonts.context();
        auto looked = fonts.look();
        if (fonts.context() != before) {
            type.forget();
        }
        return looked;
    }

    // A font that went away while it was drawn with is what is missing, not its characters.
    template <class T>
    base::Result<T> judged(base::Result<T> drawn)
    {
        if (!drawn && drawn.error().code == "documents.characters_without_font") {
            CHECK(look());
        }
        return drawn;
    }

    press::FontHouse fonts;
    press::Type type;
};

OfficialPress::OfficialPress(FontFolders folders)
    : inside_(std::make_unique<Inside>(std::move(folders)))
{
}

OfficialPress::~OfficialPress() = default;

std::vector<FontChoice> OfficialPress::fonts()
{
    static_cast<void>(inside_->look()); // what is missing has no family
    return inside_->fonts.choices();
}

base::Result<OfficialLayout> OfficialPress::layout(
    const OfficialDocument& document, const GoesOn& goes_on)
{
    CHECK(inside_->look());
    return lay_out(document, inside_->type, goes_on);
}

base::Result<std::string> OfficialPress::pdf(const OfficialLayout& layout, const GoesOn& goes_on)
{
    CHECK(inside_->look());
    return inside_->judged(press::drawn_pdf(layout, inside_->type, goes_on));
}

base::Result<std::string> OfficialPress::picture(
    const OfficialLayout& layout, std::size_t page, int width)
{
    if (page >= layout.pages.size()) {
        return base::trouble(base::Trouble::not_found, "documents.official_no_page",
            {{"pages", std::to_string(layout.pages.size())}});
    }
    CHECK(inside_->look());
    return inside_->judged(
        press::drawn_png(layout, page, std::clamp(width, 1, most_picture_width), inside_->type));
}

} // namespace xieshang::documents
