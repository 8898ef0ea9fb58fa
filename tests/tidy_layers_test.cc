// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/tidy/arrows.h"
#include "tests/tidy/sizes.h"

#include "tests/tidy/real_tree.h"

#include <gmock/gmock.h>

namespace xieshang::tidy {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string with(const std::string& include) { return "#include " + include + "\n"; }

struct Arrow {
    std::string path;
    std::string include;
};

TEST(TidyArrows, RefuseWhatTheArchitectureForbids)
{
    const std::vector<Arrow> wrong{
        {"platform/http/router.cc", "\"features/plan/plan.h\""},
        {"platform/http/router_test.cc", "\"features/plan/plan.h\""},
        {"platform/db/db.cc", "\"app/config.h\""},
        {"platform/base/ids.h", "\"platform/json/json.h\""},
        {"platform/base/ids.h", "<fmt/format.h>"},
        {"platform/base/ids.h", "<sys/random.h>"},
        {"features/plan/plan.h", "\"platform/db/db.h\""},
        {"features/plan/plan.h", "\"features/plan/plan_store.h\""},
        {"features/plan/plan_workflow.cc", "\"platform/services/services.h\""},
        {"features/plan/plan.cc", "<fstream>"},
        {"features/plan/plan_actions.cc", "<mutex>"},
        {"features/plan/plan.cc", "\"plan.h\""},
        {"features/plan/plan_store.cc", "\"features/topics/topic_store.h\""},
        {"features/plan/plan_store.cc", "\"platform/record/record.h\""},
        {"features/plan/plan_actions.cc", "\"platform/http/message.h\""},
        {"features/plan/plan_routes.cc", "\"features/plan/plan_store.h\""},
        {"features/plan/plan_routes.cc", "\"platform/db/db.h\""},
        {"features/plan/plan_routes.cc", "\"platform/names/order.h\""},
        {"features/plan/plan_routes.cc", "\"features/topics/topic_routes.h\""},
        {"app/serve.cc", "\"features/plan/plan_routes.h\""},
        {"features/plan/plan_actions.cc", "\"features/plan/plan_routes.h\""},
        {"features/plan/plan.h", "\"app/config.h\""},
    };
    for (const auto& [path, include] : wrong) {
        EXPECT_THAT(wrong_arrows({{path, with(include)}}), ElementsAre(HasSubstr(path + ":1:")))
            << path << " includes " << include;
    }
}

TEST(TidyArrows, AllowWhatTheArchitectureDraws)
{
    const std::vector<Arrow> right{
        {"platform/base/ids.h", "<tl/expected.hpp>"},
        {"platform/base/random.cc", "<sys/random.h>"},
        {"platform/record/record.h", "\"platform/db/db.h\""},
        {"features/plan/plan.h", "\"platform/workflow/workflow.h\""},
        {"features/plan/plan.h", "\"features/topics/topic.h\""},
        {"features/plan/plan_store.cc", "\"platform/db/db.h\""},
        {"features/plan/plan_store.cc", "\"platform/folding/folding.h\""},
        {"features/plan/plan_store.cc", "\"platform/names/order.h\""},
        {"features/plan/plan_store.cc", "\"features/plan/document_store.h\""},
        {"features/plan/plan_actions.cc", "\"features/topics/topic_store.h\""},
        {"features/plan/plan_actions.cc", "\"platform/record/record.h\""},
        {"features/plan/plan_routes.cc", "\"features/plan/plan_routes.h\""},
        {"features/plan/document_routes.cc", "\"features/plan/plan_routes.h\""},
        {"features/plan/plan_routes.cc", "\"platform/http/message.h\""},
        {"features/plan/plan_routes_test.cc", "\"features/plan/plan_routes.h\""},
        {"features/plan/plan_store_test.cc", "\"tests/support/databases.h\""},
        {"app/wiring.cc", "\"features/plan/plan_routes.h\""},
    };
    for (const auto& [path, include] : right) {
        EXPECT_THAT(wrong_arrows({{path, with(include)}}), IsEmpty());
    }
}

TEST(TidyArrows, KeepLibrariesInTheirFolder)
{
    for (const auto* include : {"<sqlite3.h>", "<libpq-fe.h>", "<postgresql/libpq-fe.h>",
             "<restinio/all.hpp>", "<boost/asio.hpp>", "<boost/asio/ip/tcp.hpp>", "<regex>",
             "<zip.h>", "<pugixml.hpp>", "<curl/curl.h>", "<qrencode.h>"}) {
        EXPECT_EQ(wrong_libraries({{"features/plan/plan_store.cc", with(include)}}).size(), 1U)
            << include;
    }
    EXPECT_THAT(wrong_libraries({{"platform/db/sqlite.cc", with("<sqlite3.h>")}}), IsEmpty());
    EXPECT_THAT(wrong_libraries({{"platform/http/a.cc", with("<restinio/all.hpp>")}}), IsEmpty());
    EXPECT_EQ(wrong_libraries({{"platform/http/a.cc", with("<sqlite3.h>")}}).size(), 1U);
    EXPECT_THAT(wrong_libraries({{"bench/bare.cc", with("<sqlite3.h>")}}), IsEmpty());
}

TEST(TidyArrows, HoldInTheTree)
{
    EXPECT_TRUE(clean(wrong_arrows(real_tree())));
    EXPECT_TRUE(clean(wrong_libraries(real_tree())));
}

std::string lines(std::size_t count, const std::string& line)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += line + "\n";
    }
    return text;
}

TEST(TidySizes, MeasureFilesFunctionsAndColumns)
{
    const std::string body = "int f(int a)\n{\n" + lines(58, "    a += 1;") + "}\n";
    EXPECT_THAT(excesses_of({{"a.cc", body}}), ElementsAre(std::pair("function a.cc", 61U)));
    EXPECT_THAT(
        excesses_of({{"a.cc", "class A {\n" + lines(70, "    int b();") + "};\n"}}), IsEmpty());
    EXPECT_THAT(
        excesses_of({{"a.cc", "constexpr int t[]{\n" + lines(70, "    1,") + "};\n"}}), IsEmpty());
    EXPECT_THAT(excesses_of({{"web/a.vue", lines(301, "x")}}),
        ElementsAre(std::pair("lines web/a.vue", 301U)));
    EXPECT_THAT(excesses_of({{"web/a.d.ts", "// auto-generated\n" + lines(301, "x")}}), IsEmpty());
    EXPECT_THAT(excesses_of({{"a.h", lines(1, std::string(101, 'x'))}}),
        ElementsAre(std::pair("wide a.h", 1U)));
    std::string chinese;
    for (int i = 0; i < 100; ++i) {
        chinese += "协";
    }
    EXPECT_THAT(excesses_of({{"a.h", chinese + "\n"}}), IsEmpty());
}

TEST(TidySizes, TakeNoTypeOrNamespaceForAFunction)
{
    const auto inside = lines(70, "    int b();");
    for (const auto* head : {"class A {\n", "template <class T> struct A : B<decltype(c())> {\n",
             "DESCRIBE(A, (), (a))\n\nnamespace {\n", "enum class A : decltype(c()) {\n"}) {
        EXPECT_THAT(excesses_of({{"a.cc", head + inside + "};\n"}}), IsEmpty()) << head;
    }
    const auto body = lines(59, "    b();") + "}\n";
    for (const auto* head : {"TEST(A, B)\n{\n", "DESCRIBE(A)\ntemplate <class T>\nvoid a()\n{\n",
             "A::A(int b) : b_(b)\n{\n", "auto a() const -> int\n{\n"}) {
        EXPECT_THAT(
            excesses_of({{"a.cc", head + body}}), ElementsAre(std::pair("function a.cc", 62U)))
            << head;
    }
}

TEST(TidySizes, OnlyEverShrink)
{
    const auto listed = excesses_listed("# remark\nlines a.cc 310\n");
    EXPECT_THAT(ratcheted({{"lines a.cc", 310}}, listed), IsEmpty());
    EXPECT_THAT(ratcheted({{"lines a.cc", 311}}, listed), ElementsAre(HasSubstr("grew")));
    EXPECT_THAT(ratcheted({{"lines a.cc", 305}}, listed), ElementsAre(HasSubstr("lower")));
    EXPECT_THAT(ratcheted({}, listed), ElementsAre(HasSubstr("remove its line")));
    EXPECT_THAT(ratcheted({{"lines b.cc", 301}}, {}), ElementsAre(HasSubstr("too large")));
}

TEST(TidySizes, HoldInTheTree)
{
    const auto listed = excesses_listed(real_tree().at("tests/tidy_exceptions.txt"));
    EXPECT_TRUE(clean(ratcheted(excesses_of(real_tree()), listed)));
}

} // namespace
} // namespace xieshang::tidy
