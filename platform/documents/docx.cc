// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/docx.h"

#include "platform/documents/letters.h"
#include "platform/documents/limits.h"
#include "platform/documents/refusals.h"
#include "platform/documents/word_blocks.h"
#include "platform/documents/word_margins.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>

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

Omissions omitted_in(const std::vector<WordBlock>& blocks)
{
    Omissions all;
    for (const auto& block : blocks) {
        all |= block.omits;
        for (const auto& row : block.rows) {
            for (const auto& cell : row.cells) {
                all |= omitted_in(cell.blocks);
            }
        }
    }
    return all;
}

class Lines {
public:
    explicit Lines(TextLines& out) : out_(out) {}

    void add(const std::vector<WordBlock>& blocks)
    {
        for (const auto& block : blocks) {
            if (has_too_much()) {
                return;
            }
            omits(block.omits);
            if (block.rows.empty()) {
                next_line().cells.push_back(block.text);
            } else {
                add_table(block);
            }
        }
    }

    // What is added from here on stands in footnotes and endnotes.
    void begin_notes() { first_note_ = out_.lines.size(); }

    std::size_t first_note() const { return first_note_; }

    bool has_too_much() const
    {
        return cells_ > most_cells || out_.lines.size() > most_lines
            || merged_bytes_ > most_text_bytes;
    }

    // The first line in which something was left out; -1: in none.
    int first(Omission what) const { return first_[static_cast<std::size_t>(what)].value_or(-1); }

private:
    // Of the line that comes next.
    void omits(Omissions some)
    {
        for (std::size_t i = 0; i < some.size(); ++i) {
            if (some.test(i) && !first_[i]) {
                first_[i] = static_cast<int>(out_.lines.size());
            }
        }
    }

    TextLine& next_line()
    {
        auto& line = out_.lines.emplace_back();
        line.number = static_cast<int>(out_.lines.size());
        line.is_note = out_.lines.size() > first_note_;
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
        for (const auto& cell : row.cells) {
            omits(omitted_in(cell.blocks));
        }
        auto& line = next_line();
        line.is_row = true;
        for (const auto& cell : row.cells) {
            auto text = flat(cell);
            const auto origin = above.find(cell.column);
            if (cell.merge != Merge::goes_on) {
                above.erase(cell.column);
            } else if (text.empty() && origin != above.end()) {
                line.merged.push_back({cell.column, origin->second});
                merged_bytes_ += out_.lines[origin->second].cells[cell.column].size();
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
    std::size_t merged_bytes_ = 0;      // of words once more for each row that they cover
    std::size_t first_note_ = SIZE_MAX; // index
    std::array<std::optional<int>, omissions> first_;
};

void add_note(TextLines& out, std::string code, Omitted omitted, int at)
{
    if (omitted.places > 0) {
        out.notes.push_back({std::move(code),
            {{"count", std::to_string(omitted.places)},
                {"characters", std::to_string(omitted.letters)}},
            at});
    }
}

// Footnotes or endnotes in the order in which the text refers to them; `left` counts the others.
base::Result<void> add_notes(Package& package, const Relations& relations, std::string_view type,
    const std::vector<std::string>& ids, WordBlocks& reader, Lines& lines, Omitted& left)
{
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
    for (const auto& [id, node] : notes) {
        const auto letters = letters_under(node);
        left.places += letters > 0 ? 1 : 0;
        left.letters += letters;
    }
    return {};
}

struct Formats {
    WordNumbering numbering;
    WordStyles styles;
};

// The trees of the parts are gone before the document's own is made.
base::Result<Formats> formats_of(Package& package, const Relations& relations)
{
    Formats formats;
    if (const auto styles = TRY(package.related(relations, "styles"))) {
        formats.numbering.read_styles(styles->root());
        formats.styles.read(styles->root());
    }
    if (const auto lists = TRY(package.related(relations, "numbering"))) {
        formats.numbering.read_lists(lists->root());
    }
    return formats;
}

} // namespace

base::Result<TextLines> docx_lines(Package& package)
{
    TextLines out;
    out.notes = package.notes();
    const auto relations = TRY(package.relations_of(package.main_part()));
    CHECK(note_word_margins(package, relations, out.notes));
    auto formats = TRY(formats_of(package, relations));
    WordBlocks reader(formats.numbering, formats.styles);
    Lines lines(out);
    {
        auto document = TRY(package.xml(package.main_part()));
        const auto blocks = reader.read(child_named(document->root(), "body"));
        document.reset();
        lines.add(blocks);
    }
    lines.begin_notes();
    Omitted left;
    const auto footnotes = reader.footnotes();
    CHECK(add_notes(package, relations, "footnotes", footnotes, reader, lines, left));
    const auto endnotes = reader.endnotes();
    CHECK(add_notes(package, relations, "endnotes", endnotes, reader, lines, left));
    if (reader.is_too_wide()) {
        return base::trouble(base::Trouble::too_large, "documents.too_many_columns",
            {{"most", std::to_string(most_columns)}});
    }
    if (reader.has_too_much() || lines.has_too_much()) {
        return refuse_too_much(out.lines.size());
    }
    if (const auto first = lines.first_note(); first < out.lines.size()) {
        out.notes.push_back({"documents.notes_behind_the_end", {}, static_cast<int>(first)});
    }
    add_note(out, "documents.deleted_skipped", reader.omitted(Omission::deleted),
        lines.first(Omission::deleted));
    add_note(out, "documents.hidden_skipped", reader.omitted(Omission::hidden),
        lines.first(Omission::hidden));
    add_note(out, "documents.notes_left_out", left, -1);
    for (auto& note : out.notes) {
        note.at =
            note.code == "documents.comments_not_read" ? lines.first(Omission::comment) : note.at;
    }
    if (reader.foreign() > 0) {
        out.notes.push_back(
            {"documents.embedded_not_read", {{"count", std::to_string(reader.foreign())}}});
    }
    return out;
}

} // namespace xieshang::documents
