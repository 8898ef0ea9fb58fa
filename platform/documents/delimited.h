// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The text files of table_file.h. Pure.
#pragma once

#include "platform/documents/table_file.h"

namespace xieshang::documents {

struct DecodedTable {
    std::string text; // UTF-8 without a byte order mark
    std::string encoding;
};

// A byte order mark decides; without one UTF-8 when it is valid, else GB18030.
base::Result<DecodedTable> decoded_table(std::string_view bytes);

// Which of , ; and tab divides the first rows, quoted words aside.
char delimiter_of(std::string_view text);

base::Result<TableFile> read_delimited(std::string_view bytes);

} // namespace xieshang::documents
