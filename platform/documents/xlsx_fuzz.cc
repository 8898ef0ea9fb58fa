// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The bytes are the XML of a workbook's parts: rows of two sheets, merged cells, formats, styles,
// and a shared text, divided by NUL. They are packed into an archive here, so that the fuzzer
// changes XML and not compressed bytes.
#include "platform/documents/sound_lines_fuzz.h"
#include "tests/support/office_files.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace xieshang;
    const auto xml = fuzz::divided(fuzz::text_of(data, size), 6);
    documents::expect_sound_lines(tests::parts_of(tests::Xlsx{
        .sheets = {{"一", xml[0], xml[2], ""}, {"二", xml[1], "", ""}},
        .shared = {xml[5], "协商"},
        .formats = xml[3],
        .styles = xml[4],
    }));
    return 0;
}
