// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Bytes that begin with a NUL are the XML of a workbook's parts, divided by NUL: rows, merged
// cells, a shared text, formats, styles; packed here, so that the fuzzer changes XML and not
// compressed bytes. All others are a text file as they are.
#include "platform/documents/limits.h"
#include "platform/documents/table_file.h"
#include "platform/documents/text_lines.h"
#include "tests/support/fuzzing.h"
#include "tests/support/office_files.h"

namespace xieshang::documents {
namespace {

void expect_sound_table(std::string_view bytes)
{
    const auto read = read_table(bytes);
    if (!read) {
        fuzz::expect(read.error().code.starts_with("documents."));
        return;
    }
    fuzz::expect(!read->rows.empty() && read->rows.size() <= most_table_rows);
    fuzz::expect(read->columns > 0 && read->columns <= most_table_columns);
    for (const auto& row : read->rows) {
        for (const auto& cell : row.cells) {
            fuzz::expect(clean(cell.text) == cell.text);
        }
    }
    const auto again = read_table(bytes);
    fuzz::expect(again && again->rows == read->rows);
}

std::string workbook_of_parts(std::string_view bytes)
{
    const auto xml = fuzz::divided(bytes, 5);
    auto parts = tests::parts_of(tests::Xlsx{.sheets = {{"一", xml[0], xml[1], ""}},
        .shared = {xml[2], "经济"},
        .formats = xml[3],
        .styles = xml[4]});
    for (auto& part : parts) {
        part.deflates = false;
    }
    return tests::zip_of(parts);
}

} // namespace
} // namespace xieshang::documents

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace xieshang;
    const auto text = fuzz::text_of(data, size);
    documents::expect_sound_table(
        text.starts_with('\0') ? documents::workbook_of_parts(text.substr(1)) : std::string(text));
    return 0;
}
