// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An official document (official_document.h) → pages by GB/T 9704-2012 → PDF, or pictures of its
// pages for a preview. Pango and Cairo, linked dynamically; fonts of some folders, which the object
// opens once: the first document takes longer.
//
// One thread an object at a time; each thread may have its own. Documents are laid out in memory:
// some 100 MB for 500 pages. Throws std::runtime_error when fontconfig or Cairo fail.
#pragma once

#include "platform/documents/font_choices.h"
#include "platform/documents/official_layout.h"

#include <memory>
#include <string>
#include <vector>

namespace xieshang::documents {

inline constexpr int most_picture_width = 4096; // pixels, of a page

class OfficialPress {
public:
    explicit OfficialPress(FontFolders folders = {});
    ~OfficialPress();
    OfficialPress(const OfficialPress&) = delete;
    OfficialPress& operator=(const OfficialPress&) = delete;

    // Which font draws which face; looks for fonts anew if those that are in use have changed.
    std::vector<FontChoice> fonts();

    // Refuses as lay_out does, and documents.fonts_missing {fonts}.
    base::Result<OfficialLayout> layout(
        const OfficialDocument& document, const GoesOn& goes_on = {});

    // Refuses: documents.official_stopped, documents.fonts_missing {fonts},
    // documents.official_picture_kind {figure}, documents.characters_without_font {characters,
    // list}.
    base::Result<std::string> pdf(const OfficialLayout& layout, const GoesOn& goes_on = {});

    // A page as PNG, 1 … most_picture_width pixels wide. Refuses as pdf does, and
    // documents.official_no_page {pages}.
    base::Result<std::string> picture(const OfficialLayout& layout, std::size_t page, int width);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace xieshang::documents
