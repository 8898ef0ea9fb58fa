// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/word_text.h"

#include "platform/documents/letters.h"
#include "platform/documents/official_fonts.h"
#include "platform/documents/official_styles.h"
#include "platform/documents/type_runs.h"

#include <algorithm>

namespace xieshang::documents {
namespace {

// A word processor chooses the font of these by itself, and not always the Chinese one.
bool is_ambiguous(std::string_view han)
{
    for (std::size_t at = 0; at < han.size();) {
        if (code_point(next_character(han, at)) < 0x2E80) {
            return true;
        }
    }
    return false;
}

} // namespace

std::string escaped_xml(std::string_view text)
{
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

void WordText::begin_paragraph(std::string_view style, std::string_view more)
{
    xml_ += "<w:p><w:pPr><w:pStyle w:val=\"";
    xml_ += style;
    xml_ += "\"/>";
    xml_ += more;
    xml_ += "</w:pPr>";
}

void WordText::paragraph(
    std::string_view style, std::string_view han_font, std::string_view text, std::string_view more)
{
    begin_paragraph(style, more);
    run(text, han_font);
    end_paragraph();
}

void WordText::run(
    std::string_view text, std::string_view han_font, std::string_view style, std::string_view more)
{
    const auto types = type_runs(text);
    const bool divides = std::any_of(types.begin(), types.end(),
        [](const auto& one) { return one.script == Script::han && is_ambiguous(one.text); });
    const auto add = [&](std::string_view part, bool in_han) {
        xml_ += "<w:r>";
        if (!style.empty() || in_han || !more.empty()) {
            xml_ += "<w:rPr>";
            xml_ += style.empty() ? "" : "<w:rStyle w:val=\"" + std::string(style) + "\"/>";
            xml_ += in_han ? han_fonts(han_font) : "";
            xml_ += more;
            xml_ += "</w:rPr>";
        }
        xml_ += "<w:t xml:space=\"preserve\">" + escaped_xml(part) + "</w:t></w:r>";
    };
    if (!divides && !text.empty()) {
        add(text, false);
        return;
    }
    for (const auto& one : types) {
        add(one.text, one.script == Script::han && is_ambiguous(one.text));
    }
}

void WordText::runs(const Runs& runs, std::string_view han_font, std::string_view plain)
{
    for (const auto& one : runs) {
        run(one.text, one.strong ? fonts::heiti : han_font, one.strong ? styles::strong : plain);
    }
}

void WordText::space(int height_twips)
{
    begin_paragraph(styles::gap,
        "<w:spacing w:line=\"" + std::to_string(height_twips) + "\" w:lineRule=\"exact\"/>");
    end_paragraph();
}

} // namespace xieshang::documents
