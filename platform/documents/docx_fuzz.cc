// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The bytes are the XML of a document's parts: body, lists, styles, footnotes, divided by NUL. They
// are packed into an archive here, so that the fuzzer changes XML and not compressed bytes.
#include "platform/documents/sound_lines_fuzz.h"
#include "tests/support/office_files.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace xieshang;
    const auto xml = fuzz::divided(fuzz::text_of(data, size), 4);
    documents::expect_sound_lines(tests::parts_of(
        tests::Docx{.body = xml[0], .lists = xml[1], .styles = xml[2], .footnotes = xml[3]}));
    return 0;
}
