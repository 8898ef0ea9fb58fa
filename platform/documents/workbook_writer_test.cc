// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/workbook_writer.h"

#include "platform/documents/table_file.h"

#include <gtest/gtest.h>

namespace xieshang::documents {
namespace {

TEST(WorkbookWriter, WhatIsWrittenReadsBackWholeAndNeverCalculates)
{
    const auto bytes = workbook_of(
        "名册", {{"姓名", "号码"}, {"𠮷田 <&>", "110105194912310021"}, {"=1+1", "0138"}});
    const auto table = read_table(bytes).value();
    EXPECT_EQ(table.sheets.at(0).name, "名册");
    EXPECT_EQ(table.rows.at(1).cells.at(0).text, "𠮷田 <&>");
    EXPECT_EQ(table.rows.at(1).cells.at(1).text, "110105194912310021");
    EXPECT_EQ(table.rows.at(2).cells.at(0).text, "=1+1");
    EXPECT_FALSE(table.rows.at(2).cells.at(0).is_formula);
    EXPECT_EQ(table.rows.at(2).cells.at(1).text, "0138");
}

} // namespace
} // namespace xieshang::documents
