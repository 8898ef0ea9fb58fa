// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/word_pieces.h"

#include "platform/documents/xml.h"

#include <array>

namespace xieshang::documents {
namespace {

constexpr double emus_a_mm = 36'000;

bool is_passed_over(std::string_view name)
{
    return name == "pPr" || name == "rPr" || name == "del" || name == "moveFrom"
        || name == "instrText" || name == "delText" || name == "Fallback" || name == "txbxContent";
}

pugi::xml_node found_under(pugi::xml_node node, std::string_view name)
{
    return node.find_node([&](pugi::xml_node one) { return local_name(one) == name; });
}

class Pieces {
public:
    explicit Pieces(const StyleNames& names) : names_(names) {}

    void read(pugi::xml_node parent)
    {
        for (const auto node : parent.children()) {
            const auto name = local_name(node);
            if (is_passed_over(name)) {
                continue;
            }
            if (name == "r") {
                read_run(node);
            } else {
                read(node);
            }
        }
    }

    std::vector<WordPiece> take() { return std::move(pieces_); }

private:
    void read_run(pugi::xml_node run)
    {
        const auto properties = child_named(run, "rPr");
        WordPiece piece{std::string(style_name(names_, run)), {}, {}, {}, {}};
        piece.bold = is_on(child_named(properties, "b"));
        for (const auto node : run.children()) {
            const auto name = local_name(node);
            if (name == "t") {
                piece.text += node.text().get();
            } else if (name == "tab") {
                piece.text += '\t';
            } else if (name == "br" || name == "cr") {
                piece.text += '\n';
            } else if (name == "noBreakHyphen") {
                piece.text += '-';
            } else if (name == "drawing") {
                read_picture(node);
            } else if (name == "AlternateContent") {
                read(child_named(node, "Choice"));
            }
        }
        if (!piece.text.empty()) {
            pieces_.push_back(std::move(piece));
        }
    }

    void read_picture(pugi::xml_node drawing)
    {
        const auto picture = found_under(drawing, "blip");
        const auto width = attribute_named(found_under(drawing, "extent"), "cx");
        if (picture) {
            WordPiece piece;
            piece.picture = std::string(attribute_named(picture, "embed"));
            piece.picture_width = number_in(width, 0) / emus_a_mm;
            pieces_.push_back(std::move(piece));
        }
    }

    const StyleNames& names_;
    std::vector<WordPiece> pieces_;
};

} // namespace

StyleNames style_names(pugi::xml_node styles)
{
    StyleNames names;
    for (const auto node : styles.children()) {
        const auto id = id_named(node, "styleId");
        if (local_name(node) == "style" && !id.empty()) {
            names[std::string(id)] = std::string(id_named(child_named(node, "name"), "val"));
        }
    }
    return names;
}

std::string_view style_name(const StyleNames& names, pugi::xml_node node)
{
    const bool is_run = local_name(node) == "r";
    const auto style =
        child_named(child_named(node, is_run ? "rPr" : "pPr"), is_run ? "rStyle" : "pStyle");
    const auto found = names.find(id_named(style, "val"));
    return found == names.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<WordPiece> word_pieces(const StyleNames& names, pugi::xml_node paragraph)
{
    Pieces pieces(names);
    pieces.read(paragraph);
    return pieces.take();
}

} // namespace xieshang::documents
