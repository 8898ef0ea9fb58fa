// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Word processor's documents made and read, for the tests beside.
#pragma once

#include "platform/documents/docx.h"
#include "tests/support/office_files.h"

#include <gmock/gmock.h>
#include <string>
#include <vector>

namespace xieshang::documents {

inline TextLines read(const tests::Docx& docx)
{
    const auto bytes = tests::docx_of(docx);
    auto package = Package::open(bytes);
    EXPECT_TRUE(package) << package.error().code;
    EXPECT_EQ(package->format(), Format::docx);
    return docx_lines(*package).value();
}

// Cells joined by "|".
inline std::vector<std::string> texts(const TextLines& read)
{
    std::vector<std::string> all;
    for (const auto& line : read.lines) {
        std::string text;
        for (std::size_t i = 0; i < line.cells.size(); ++i) {
            text += (i == 0 ? "" : "|") + line.cells[i];
        }
        all.push_back(text);
    }
    return all;
}

inline std::vector<std::string> texts(const tests::Docx& docx) { return texts(read(docx)); }

inline std::string run(const std::string& inside) { return "<w:p>" + inside + "</w:p>"; }

} // namespace xieshang::documents
