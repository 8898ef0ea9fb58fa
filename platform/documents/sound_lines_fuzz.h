// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What holds of the lines of any office file, for the fuzz programs beside.
#pragma once

#include "platform/documents/limits.h"
#include "platform/documents/office.h"
#include "tests/support/fuzzing.h"
#include "tests/support/zip_writer.h"

#include <string_view>
#include <utility>
#include <vector>

namespace xieshang::documents {

// Ends the program unless the file is refused with a code, or its lines are clean text within the
// limits whose merged cells are empty and point to words in lines before them, the same each
// time.
inline void expect_sound_lines(std::string_view bytes)
{
    const auto read = office_text(bytes);
    if (!read) {
        fuzz::expect(read.error().code.starts_with("documents."));
        return;
    }
    const auto& lines = read->text.lines;
    fuzz::expect(lines.size() <= most_lines);
    std::size_t text_bytes = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (const auto& cell : lines[i].cells) {
            fuzz::expect(clean(cell) == cell);
            text_bytes += cell.size();
        }
        for (const auto& merged : lines[i].merged) {
            const auto& own = lines[i].cells;
            fuzz::expect(merged.column >= own.size() || own[merged.column].empty());
            fuzz::expect(merged.line < i && merged.column < lines[merged.line].cells.size()
                && !lines[merged.line].cells[merged.column].empty());
        }
    }
    fuzz::expect(text_bytes <= most_text_bytes);
    const auto again = office_text(bytes);
    fuzz::expect(again && again->text.lines == lines && again->text.notes == read->text.notes);
}

// As above, of a file of these parts, which are stored as they are: packing them would take most of
// the time.
inline void expect_sound_lines(std::vector<tests::ZipPart> parts)
{
    for (auto& part : parts) {
        part.deflates = false;
    }
    expect_sound_lines(tests::zip_of(parts));
}

} // namespace xieshang::documents
