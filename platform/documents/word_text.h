// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// WordprocessingML as text, piece by piece (ISO/IEC 29500-1, 17): paragraphs of one style whose
// runs take the Chinese or the Latin font by type_runs.h. What is given as text is escaped; it is
// clean already (official_tidy.h). One thread at a time.
#pragma once

#include "platform/documents/official_document.h"

#include <string>
#include <string_view>

namespace xieshang::documents {

// For element content and for attributes.
std::string escaped_xml(std::string_view text);

inline constexpr double twips_a_mm = 1440 / 25.4;
constexpr int twips(double mm) { return static_cast<int>(mm * twips_a_mm + 0.5); }

class WordText {
public:
    void raw(std::string_view xml) { xml_ += xml; }

    // <w:p> with this style and more of its properties, in the schema's order behind pStyle.
    void begin_paragraph(std::string_view style, std::string_view more = {});
    void end_paragraph() { raw("</w:p>"); }

    // A paragraph that is nothing but this text.
    void paragraph(std::string_view style, std::string_view han_font, std::string_view text,
        std::string_view more = {});

    // In the paragraph's own font, which is han_font for Chinese; or with a style of characters,
    // and more of its properties, in the schema's order behind rFonts.
    void run(std::string_view text, std::string_view han_font, std::string_view style = {},
        std::string_view more = {});

    // Strong ones are 黑体, by the style of characters XsStrong; others have the style plain.
    void runs(const Runs& runs, std::string_view han_font, std::string_view plain = {});

    void tab() { raw("<w:r><w:tab/></w:r>"); }
    void line_break() { raw("<w:r><w:br/></w:r>"); }

    // An empty paragraph of exactly this height, never read as one.
    void space(int height_twips);

    std::size_t size() const { return xml_.size(); }
    const std::string& xml() const { return xml_; }
    std::string take() { return std::move(xml_); }

private:
    std::string xml_;
};

} // namespace xieshang::documents
