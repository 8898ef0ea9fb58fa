// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_desk_test.h"
#include "tests/support/office_files.h"

namespace xieshang::plan {
namespace {

using enum http::Method;

class DocumentRoutes : public PlanDesk {
protected:
    base::SeededRandom random{3};
};
ON_EVERY_DATABASE(DocumentRoutes);

TEST_P(DocumentRoutes, SayWhereEachLineWent)
{
    const auto document = upload(std::string(embedded::demo().front().bytes));
    ASSERT_EQ(document.status, 201) << document.text;
    const auto& lines = document.body.at("lines").as_array();
    EXPECT_EQ(lines.at(0).at("place").as_string(), "title");
    EXPECT_EQ(lines.at(10).at("place").as_string(), "topic");
    EXPECT_EQ(lines.at(10).at("target").as_int64(), 0);
    const auto& characters = document.body.at("reading").at("characters");
    EXPECT_EQ(characters.at("source"), characters.at("placed"));
    EXPECT_EQ(send(get, "/api/plan-documents/" + document.id(), "office").body, document.body);
}

TEST_P(DocumentRoutes, GiveTheOriginalBytesBack)
{
    const std::string bytes(embedded::demo().front().bytes);
    const auto document = upload(bytes);
    ASSERT_EQ(plan_of(document.id()).status, 201);
    for (const auto* as : {"office", "reader"}) {
        const auto file = send(get, "/api/plan-documents/" + document.id() + "/file", as);
        EXPECT_EQ(file.status, 200);
        EXPECT_EQ(file.text, bytes);
    }
}

TEST_P(DocumentRoutes, AreAnUnknownAddressToAReaderUntilThereIsAPlan)
{
    const auto document = upload(std::string(embedded::demo().front().bytes));
    const auto unknown = send(get, "/api/plan-documents/" + base::uuid_v7({1}, random), "reader");
    ASSERT_EQ(unknown.status, 404);
    for (const auto* part : {"", "/file", "/correction"}) {
        const auto address = "/api/plan-documents/" + document.id() + part;
        const auto hidden = send(get, address, "reader");
        EXPECT_EQ(hidden.status, 404) << part;
        EXPECT_EQ(hidden.code(), unknown.code()) << part;
        EXPECT_EQ(hidden.body.at("detail"), unknown.body.at("detail")) << part;
        EXPECT_EQ(send(get, address, "office").status, 200) << part;
    }
    ASSERT_EQ(plan_of(document.id()).status, 201);
    for (const auto* part : {"", "/file", "/correction"}) {
        EXPECT_EQ(send(get, "/api/plan-documents/" + document.id() + part, "reader").status, 200);
    }
}

TEST_P(DocumentRoutes, RefuseWhatIsNoPlanAndKeepNothing)
{
    struct Bad {
        std::string bytes;
        int status{};
        std::string code;
    };
    const std::vector<Bad> all{
        {"", 422, "reading.empty"},
        {std::string("\x00\x01\x02\xff\xfe\x00\x00 binary", 15), 415, "reading.not_text"},
        {"关于征集2023年度协商议题的公告\n各位委员：\n请围绕中心工作提出协商议题。\n"
         "联系人：张三，电话：12345678。\n",
            422, "reading.is_a_call"},
        {"PK\x03\x04", 422, "documents.damaged"},
        {tests::zip_of({{"a.txt", "x"}}), 415, "documents.not_office"},
    };
    for (const auto& bad : all) {
        const auto refused = upload(bad.bytes);
        EXPECT_EQ(refused.status, bad.status) << bad.code;
        EXPECT_EQ(refused.code(), bad.code);
        EXPECT_FALSE(refused.body.at("detail").as_string().empty());
    }
    EXPECT_TRUE(recorded().empty());
}

TEST_P(DocumentRoutes, TakeAWordDocumentAndGiveItsBytesBack)
{
    const auto bytes = tests::docx_of({.body = tests::paragraph("某区政协2026年协商工作计划")
            + tests::table({{"议题", "时间", "责任部门"}, {"推进旧厂房改造", "5月", "城建委"}})});
    const auto document = upload(bytes);
    ASSERT_EQ(document.status, 201) << document.text;
    EXPECT_EQ(document.body.at("encoding"), "docx");
    const auto& topic = document.body.at("reading").at("topics").at(0);
    EXPECT_EQ(topic.at("title"), "推进旧厂房改造");
    EXPECT_EQ(topic.at("line"), 3);
    EXPECT_EQ(document.body.at("topic_lines"), boost::json::array{2});
    EXPECT_EQ(send(get, "/api/plan-documents/" + document.id(), "office").body, document.body);
}

TEST_P(DocumentRoutes, NameTheSheetOfEachLineAndWarning)
{
    const auto document =
        upload(tests::xlsx_of({.sheets = {{"通讯录", tests::rows_of({{"张某", "柳巷"}}), "", ""},
                                   {"计划",
                                       tests::rows_of({{"某区政协2026年协商工作计划"},
                                           {"议题", "时间"}, {"推进旧厂房改造", "#5"}}),
                                       "", ""}}}));
    ASSERT_EQ(document.status, 201) << document.text;
    EXPECT_EQ(document.body.at("encoding"), "xlsx");
    EXPECT_EQ(document.body.at("lines").at(0).at("sheet"), "通讯录");
    EXPECT_EQ(document.body.at("lines").at(1).at("line"), 1);
    EXPECT_EQ(document.body.at("topic_lines"), boost::json::array{3});
    EXPECT_EQ(document.body.at("warning_lines"), boost::json::array{0});
    EXPECT_EQ(document.body.at("unplaced_lines"), boost::json::array{0});
    const auto& warning = document.body.at("reading").at("warnings").at(0);
    EXPECT_NE(warning.at("text").as_string().find("“通讯录”"), std::string::npos);
}

TEST_P(DocumentRoutes, RefuseAFileThatIsTooLarge)
{
    EXPECT_EQ(upload(std::string((20U << 20U) + 1, 'a')).status, 413);
}

} // namespace
} // namespace xieshang::plan
