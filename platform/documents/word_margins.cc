// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/word_margins.h"

#include "platform/documents/margins.h"

#include <algorithm>
#include <set>

namespace xieshang::documents {
namespace {

bool is_field_of_pages(std::string_view code)
{
    code.remove_prefix(std::min(code.find_first_not_of(' '), code.size()));
    return code.starts_with("PAGE") ? !code.starts_with("PAGEREF")
                                    : code.starts_with("NUMPAGES") || code.starts_with("SECTION");
}

// A field is begin, its code, separate, its result, end; fields stand inside fields.
class MarginText {
public:
    void read(pugi::xml_node parent)
    {
        for (const auto node : parent.children()) {
            const auto name = local_name(node);
            if (name == "fldSimple" && is_field_of_pages(attribute_named(node, "instr"))) {
                continue;
            }
            if (name == "fldChar") {
                turn(attribute_named(node, "fldCharType"));
            } else if (name == "instrText" && !fields_.empty()) {
                fields_.back().code += node.text().get();
            } else if (name == "t") {
                for (const auto piece : node.children()) {
                    add(piece.value());
                }
            } else if (name == "textpath") {
                add(attribute_named(node, "string"));
            } else if (!is_left_out(node, name)) {
                read(node);
                text_ += name == "p" || name == "tab" || name == "br" ? " " : "";
            }
        }
    }

    std::string take() { return std::move(text_); }

private:
    struct Field {
        std::string code;
        bool is_number = false; // and its result comes now
    };

    static bool is_left_out(pugi::xml_node node, std::string_view name)
    {
        return name == "del" || name == "moveFrom"
            || (name == "Fallback" && node.previous_sibling());
    }

    void turn(std::string_view type)
    {
        if (type == "begin") {
            fields_.emplace_back();
        } else if (fields_.empty()) {
            return;
        } else if (type == "separate" && !fields_.back().is_number) {
            fields_.back().is_number = is_field_of_pages(fields_.back().code);
            numbers_ += fields_.back().is_number ? 1 : 0;
        } else if (type == "end") {
            numbers_ -= fields_.back().is_number ? 1 : 0;
            fields_.pop_back();
        }
    }

    void add(std::string_view words) { text_ += numbers_ == 0 ? words : std::string_view(); }

    std::string text_;
    std::vector<Field> fields_;
    int numbers_ = 0; // of pages, around what comes now
};

base::Result<void> note_kind(Package& package, const Relations& relations, std::string_view type,
    std::string code, std::vector<Note>& notes)
{
    std::set<std::string_view> parts;
    for (const auto& [id, relation] : relations) {
        if (relation.type == type && !relation.is_external && package.has(relation.target)) {
            parts.insert(relation.target);
        }
    }
    std::vector<std::string> texts;
    for (const auto part : parts) {
        texts.push_back(margin_text(TRY(package.xml(part))->root()));
    }
    note_margin(notes, std::move(code), texts);
    return {};
}

} // namespace

std::string margin_text(pugi::xml_node root)
{
    MarginText text;
    text.read(root);
    return text.take();
}

base::Result<void> note_word_margins(
    Package& package, const Relations& relations, std::vector<Note>& notes)
{
    CHECK(note_kind(package, relations, "header", "documents.header_not_read", notes));
    return note_kind(package, relations, "footer", "documents.footer_not_read", notes);
}

} // namespace xieshang::documents
