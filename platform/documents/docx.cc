// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/docx.h"

#include "platform/documents/limits.h"
#include "platform/documents/word_blocks.h"

#include <algorithm>
#include <map>

namespace xieshang::documents {
namespace {

// Words of a cell as one text: its paragraphs, and the rows of a table inside it.
void add_flat(std::string& text, const std::vector<WordBlock>& blocks)
{
    const auto add = [&text](const std::string& more) {
        text += text.empty() || more.empty() ? "" : "\n";
        text += more;
    };
    for (const auto& block : blocks) {
        add(block.text);
        for (const auto& row : block.rows) {
            std::string cells;
            for (const auto& cell : row.cells) {
                std::string words;
                add_flat(words, cell.blocks);
                cells += cells.empty() || words.empty() ? "" : "  ";
                cells += words;
            }
            add(cells);
        }
    }
}

std::string flat(const WordCell& cell)
{
    std::string text;
    add_flat(text, cell.blocks);
    std::replace(text.begin(), text.end(), '\t', ' ');
    return text;
}

class Lines {
public:
    explicit Lines(TextLines& out) : out_(out) {}

    void add(const std::vector<WordBlock>& blocks)
    {
        for (const auto& block : blocks) {
            if (block.rows.empty()) {
                next_line().cells.push_back(block.text);
            } else {
                add_table(block);
            }
        }
    }

    bool has_too_much() const { return cells_ > most_cells || out_.lines.size() > most_lines; }

private:
    TextLine& next_line()
    {
        auto& line = out_.lines.emplace_back();
        line.number = static_cast<int>(out_.lines.size());
        return line;
    }

    void add_table(const WordBlock& table)
    {
        std::map<std::size_t, std::size_t> above; // column → the line with the merged cell's words
        for (const auto& row : table.rows) {
            if (has_too_much()) {
                return;
            }
            if (row.cells.size() == 1 && row.cells.front().merge == Merge::none) {
                add(row.cells.front().blocks);
                above.clear();
            } else {
                add_row(row, above);
            }
        }
    }

    void add_row(const WordRow& row, std::map<std::size_t, std::size_t>& above)
    {
        const auto index = out_.lines.size();
        auto& line = next_line();
        line.is_row = true;
        for (const auto& cell : row.cells) {
            auto text = flat(cell);
            const auto origin = above.find(cell.column);
            if (cell.merge != Merge::goes_on) {
                above.erase(cell.column);
            } else if (text.empty() && origin != above.end()) {
                line.merged.push_back({cell.column, origin->second});
            }
            if (text.empty()) {
                continue;
            }
            if (cell.merge == Merge::begins) {
                above[cell.column] = index;
            }
            line.cells.resize(std::max(line.cells.size(), cell.column + 1));
            line.cells[cell.column] = std::move(text);
        }
        cells_ += line.cells.size();
    }

    TextLines& out_;
    std::size_t cells_ = 0;
};

void add_note(TextLines& out, std::string code, int count)
{
    if (count > 0) {
        out.notes.push_back({std::move(code), {{"count", std::to_string(count)}}});
    }
}

// Footnotes or endnotes in the order in which the text refers to them.
base::Result<void> add_notes(Package& package, const Relations& relations, std::string_view type,
    const std::vector<std::string>& ids, WordBlocks& reader, Lines& lines)
{
    if (ids.empty()) {
        return {};
    }
    const auto part = TRY(package.related(relations, type));
    if (!part) {
        return {};
    }
    std::map<std::string_view, pugi::xml_node> notes;
    for (const auto node : part->root().children()) {
        notes[attribute_named(node, "id")] = node;
    }
    for (const auto& id : ids) {
        if (const auto found = notes.find(id); found != notes.end()) {
            lines.add(reader.read(found->second));
            notes.erase(found);
        }
    }
    return {};
}

// The trees of the parts are gone before the document's own is made.
base::Result<WordNumbering> numbering_of(Package& package, const Relations& relations)
{
    WordNumbering numbering;
    if (const auto styles = TRY(package.related(relations, "styles"))) {
        numbering.read_styles(styles->root());
    }
    if (const auto lists = TRY(package.related(relations, "numbering"))) {
        numbering.read_lists(lists->root());
    }
    return numbering;
}

} // namespace

base::Result<TextLines> docx_lines(Package& package)
{
    const auto relations = TRY(package.relations_of(package.main_part()));
    auto numbering = TRY(numbering_of(package, relations));
    const auto document = TRY(package.xml(package.main_part()));
    WordBlocks reader(numbering);
    TextLines out;
    Lines lines(out);
    lines.add(reader.read(child_named(document->root(), "body")));
    const auto footnotes = reader.footnotes();
    CHECK(add_notes(package, relations, "footnotes", footnotes, reader, lines));
    const auto endnotes = reader.endnotes();
    CHECK(add_notes(package, relations, "endnotes", endnotes, reader, lines));
    if (reader.has_too_much() || lines.has_too_much()) {
        return base::trouble(base::Trouble::too_large, "documents.too_much_text",
            {{"most", std::to_string(most_text_bytes >> 20U) + " MB"}});
    }
    out.notes = package.notes();
    add_note(out, "documents.deleted_skipped", reader.deleted());
    add_note(out, "documents.hidden_skipped", reader.hidden());
    add_note(out, "documents.embedded_not_read", reader.foreign());
    return out;
}

} // namespace xieshang::documents
