// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_parts_reading.h"

#include "platform/documents/official_styles.h"
#include "platform/documents/xml.h"

#include <algorithm>

namespace xieshang::documents {
namespace {

std::string of_style(const std::vector<WordPiece>& pieces, std::string_view style, bool has)
{
    std::vector<WordPiece> chosen;
    std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(chosen),
        [&](const auto& piece) { return (piece.style == style) == has && piece.text != "\t"; });
    return joined(chosen);
}

std::string without_end(std::string text, std::string_view end)
{
    return text.ends_with(end) ? text.substr(0, text.size() - end.size()) : text;
}

std::string without_start(std::string text, std::string_view start)
{
    return text.starts_with(start) ? text.substr(start.size()) : text;
}

} // namespace

bool OfficialParts::read_head(std::string_view style, const Pieces& pieces)
{
    auto& head = out_.head;
    const auto left = [&](std::string& into) {
        into += of_style(pieces, styles::number_words, false);
        head.number += of_style(pieces, styles::number_words, true);
    };
    if (style == styles::mark) {
        head.mark += joined(pieces);
    } else if (style == styles::copy_number) {
        left(head.copy_number);
    } else if (style == styles::secrecy) {
        left(head.secrecy);
    } else if (style == styles::urgency) {
        left(head.urgency);
    } else if (style == styles::number || style == styles::signers) {
        read_signers(pieces);
    } else if (style == styles::title) {
        out_.title += joined(pieces);
    } else if (style == styles::addressees) {
        const auto text = joined(pieces);
        out_.addressees += without_end(text, text.ends_with("：") ? "：" : ":");
    } else {
        return false;
    }
    return true;
}

// Names are the runs of their style between others; without any the line is the number alone.
void OfficialParts::read_signers(const Pieces& pieces)
{
    const auto is_signer = [](const auto& piece) { return piece.style == styles::signer; };
    if (std::none_of(pieces.begin(), pieces.end(), is_signer)) {
        out_.head.number += of_style(pieces, styles::signer, false);
        return;
    }
    out_.head.number += of_style(pieces, styles::number_words, true);
    bool goes_on = false;
    for (const auto& piece : pieces) {
        if (is_signer(piece) && goes_on) {
            out_.head.signers.back() += piece.text;
        } else if (is_signer(piece)) {
            out_.head.signers.push_back(piece.text);
        }
        goes_on = is_signer(piece);
    }
}

bool OfficialParts::read_back(std::string_view style, const Pieces& pieces)
{
    auto& signature = out_.signature;
    const bool is_sealed = style == styles::sealed_signature || style == styles::sealed_date;
    if (style == styles::signature || style == styles::sealed_signature) {
        signature.bodies.push_back(joined(pieces));
        signature.sealed = signature.sealed || is_sealed;
    } else if (style == styles::date || style == styles::sealed_date) {
        signature.date += joined(pieces);
        signature.sealed = signature.sealed || is_sealed;
    } else if (style == styles::note) {
        out_.note += without_end(without_start(joined(pieces), "（"), "）");
    } else if (style == styles::presence) {
        out_.presence.push_back({of_style(pieces, styles::label, true),
            without_start(of_style(pieces, styles::label, false), "：")});
    } else if (style == styles::copies) {
        out_.imprint.copies_to += without_end(without_start(joined(pieces), "抄送："), "。");
    } else if (style == styles::printed) {
        std::string text;
        for (const auto& piece : pieces) {
            text += piece.text;
        }
        const auto tab = std::min(text.find('\t'), text.size());
        out_.imprint.printed_by += text.substr(0, tab);
        out_.imprint.printed_on += without_end(text.substr(std::min(tab + 1, text.size())), "印发");
    } else {
        return false;
    }
    return true;
}

bool OfficialParts::read_annex(std::string_view style, const Pieces& pieces)
{
    if (style == styles::annex_mark) {
        out_.annexes.emplace_back();
    } else if (style == styles::annex_title && !out_.annexes.empty()) {
        out_.annexes.back().title += joined(pieces);
    } else {
        return style == styles::annex_list || style == styles::rule
            || (style == styles::gap && joined(pieces).empty());
    }
    return true;
}

bool OfficialParts::read_list(std::string_view style, pugi::xml_node node, const Pieces& pieces)
{
    const bool is_numbered = style == styles::numbered_item;
    if (!is_numbered && style != styles::item) {
        return false;
    }
    const auto mark = child_named(child_named(node, "pPr"), "numPr");
    const std::string list(attribute_named(child_named(mark, "numId"), "val"));
    auto* const last = blocks().empty() ? nullptr : std::get_if<ListOf>(&blocks().back());
    const bool goes_on =
        last != nullptr && last->numbered == is_numbered && (!is_numbered || list == list_);
    if (!goes_on) {
        blocks().emplace_back(ListOf{is_numbered, {}});
    }
    std::get<ListOf>(blocks().back()).items.push_back(runs_of(pieces));
    list_ = list;
    return true;
}

bool OfficialParts::read_captions(std::string_view style, const Pieces& pieces)
{
    if (style == styles::caption) {
        caption_ = joined(pieces);
        return true;
    }
    auto* const figure = blocks().empty() ? nullptr : std::get_if<Figure>(&blocks().back());
    if (style != styles::figure_caption || figure == nullptr || !figure->caption.empty()) {
        return false;
    }
    figure->caption = joined(pieces);
    return true;
}

bool OfficialParts::read_heading(std::string_view style, const Pieces& pieces)
{
    const auto level = style.starts_with(styles::heading)
        ? number_in(style.substr(styles::heading.size()), 0, 4)
        : 0;
    if (level == 0) {
        return false;
    }
    const auto rest = std::find_if(pieces.begin(), pieces.end(), [](const auto& piece) {
        return piece.style == styles::plain || piece.style == styles::strong;
    });
    blocks().emplace_back(
        Heading{level, joined({pieces.begin(), rest}), runs_of({rest, pieces.end()})});
    return true;
}

void OfficialParts::add_figures(const Pieces& pieces)
{
    for (const auto& piece : pieces) {
        if (!piece.picture.empty()) {
            blocks().emplace_back(Figure{piece.picture, piece.picture_width, {}});
        }
    }
}

void OfficialParts::read_text(std::string_view style, pugi::xml_node node, const Pieces& pieces)
{
    const bool has_picture = std::any_of(
        pieces.begin(), pieces.end(), [](const auto& piece) { return !piece.picture.empty(); });
    add_figures(pieces);
    if (has_picture && joined(pieces).empty()) {
        return;
    }
    const auto placing = style == styles::flush ? Placing::flush
        : style == styles::centred              ? Placing::centred
        : style == styles::right                ? Placing::right
                                                : Placing::indented;
    blocks().emplace_back(Paragraph{runs_of(pieces), placing_of(node, placing)});
}

void OfficialParts::drop_caption()
{
    if (!caption_.empty()) {
        blocks().emplace_back(Paragraph{{{std::move(caption_), false}}, Placing::centred});
        caption_.clear();
    }
}

void OfficialParts::paragraph(pugi::xml_node node)
{
    const auto style = style_name(names_, node);
    const auto pieces = word_pieces(names_, node);
    if (style != styles::gap) {
        drop_caption();
    }
    if (!read_head(style, pieces) && !read_back(style, pieces) && !read_annex(style, pieces)
        && !read_list(style, node, pieces) && !read_captions(style, pieces)
        && !read_heading(style, pieces)) {
        read_text(style, node, pieces);
    }
}

OfficialDocument OfficialParts::take()
{
    drop_caption();
    return std::move(out_);
}

} // namespace xieshang::documents
