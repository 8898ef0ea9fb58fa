// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/import_table.h"

#include <gtest/gtest.h>

namespace xieshang::plan {
namespace {

TEST(ImportTable, HasAHeadAndARowForEachImport)
{
    ImportLine corrected;
    corrected.file_name = "=计划.docx";
    corrected.size = 42;
    corrected.uploaded_by_name = "王小协";
    corrected.uploaded_at = {1'647'216'000'000}; // 2022-03-14T00:00:00Z
    corrected.corrected_by_name = "李小商";
    corrected.corrected_at = {1'647'216'060'000};
    ImportLine discarded;
    discarded.state = DocumentState::discarded;
    discarded.uploaded_at = {1'647'216'000'000};
    const auto as_code = [](std::string_view code) {
        return std::string(code.substr(code.rfind('.') + 1));
    };
    EXPECT_EQ(import_table({corrected, discarded}, as_code),
        "\xEF\xBB\xBF\"file\",\"bytes\",\"state\",\"by\",\"at\",\"corrected_by\","
        "\"corrected_at\"\r\n"
        "\"'=计划.docx\",\"42\",\"kept\",\"王小协\",\"2022-03-14 08:00:00\",\"李小商\","
        "\"2022-03-14 08:01:00\"\r\n"
        "\"\",\"0\",\"discarded\",\"\",\"2022-03-14 08:00:00\",\"\",\"\"\r\n");
}

} // namespace
} // namespace xieshang::plan
