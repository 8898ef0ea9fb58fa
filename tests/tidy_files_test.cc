// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/tidy/names.h"

#include "tests/tidy/real_tree.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <gmock/gmock.h>

namespace xieshang::tidy {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string licence = "// SPDX-License-Identifier: Apache-2.0\n"
                            "// SPDX-FileCopyrightText: The Xieshang authors\n";

const std::string licence_of_script = "# SPDX-License-Identifier: Apache-2.0\n"
                                      "# SPDX-FileCopyrightText: The Xieshang authors\n";

TEST(TidyNames, SayWhatIsInside)
{
    EXPECT_THAT(empty_names({{"platform/db/db_utils.cc", ""}, {"web/common/a.ts", ""},
                    {"features/plan/PlanImpl.h", ""}, {"app/session-manager.ts", ""}}),
        SizeIs(3));
    EXPECT_THAT(empty_names({{"features/plan/implementation.h", ""}}), IsEmpty());
}

TEST(TidyNames, HoldInTheTree) { EXPECT_TRUE(clean(empty_names(real_tree()))); }

TEST(TidyLicences, OpenEachFile)
{
    EXPECT_THAT(
        missing_licences({{"a.h", licence}, {"bin/a", "#!/bin/sh\n# Does a.\n" + licence_of_script},
            {"a.d.ts", "/** auto-generated */\n"}, {"a.json", "{}"}}),
        IsEmpty());
    EXPECT_THAT(
        missing_licences({{"a.h", "int a;\n"}, {"bin/a", "#!/bin/sh\nexit\n" + licence_of_script},
            {"a.vue", "<template/>\n"}, {"b.ts", "\n" + licence}}),
        SizeIs(4));
}

TEST(TidyLicences, HoldInTheTree) { EXPECT_TRUE(clean(missing_licences(real_tree()))); }

TEST(TidyHeaders, AreContracts)
{
    EXPECT_THAT(headers_without_contract({{"a.h", licence + "\n// What a is.\n#pragma once\n"}}),
        IsEmpty());
    EXPECT_THAT(headers_without_contract({{"a.h", licence + "#pragma once\n// What a is.\n"}}),
        ElementsAre(HasSubstr("no contract")));
    EXPECT_THAT(headers_without_contract({{"a.h", licence + "// What a is.\nint a;\n"}}),
        ElementsAre(HasSubstr("no #pragma once")));
}

TEST(TidyHeaders, HoldInTheTree) { EXPECT_TRUE(clean(headers_without_contract(real_tree()))); }

TEST(TidyMarks, AreNowhere)
{
    const std::string mark = std::string("// TO") + "DO later\n";
    EXPECT_THAT(forbidden_marks({{"a.cc", "int a;\n" + mark}}), ElementsAre(HasSubstr("a.cc:2:")));
    EXPECT_THAT(
        forbidden_marks({{"a.md", std::string("FIX") + "ME"}, {"b.sh", std::string("XX") + "X"}}),
        SizeIs(2));
    EXPECT_THAT(forbidden_marks({{"package-lock.json", std::string("registry.npm") + "js.org"}}),
        SizeIs(1));
    EXPECT_THAT(
        forbidden_marks({{"a.cc", "mktemp(\"a-XXXXXX\"); std::string METHODOS;"}}), IsEmpty());
    EXPECT_THAT(forbidden_marks({{"a.png", std::string("\0", 1) + mark}}), IsEmpty());
}

TEST(TidyMarks, HoldInTheTree) { EXPECT_TRUE(clean(forbidden_marks(real_tree()))); }

TEST(TidyDecisions, AreCitedOnlyIfTheyExist)
{
    const Tree tree{{"docs/adr/0001-a.md", ""}, {"a.h", "// ADR 0001\n// ADR 0002\n// ADR\n"}};
    EXPECT_THAT(
        unknown_decisions(tree), ElementsAre(HasSubstr("a.h:2: docs/adr has no page 0002")));
}

TEST(TidyDecisions, HoldInTheTree) { EXPECT_TRUE(clean(unknown_decisions(real_tree()))); }

TEST(TidyGenerated, MustBeWhatTheProgramSays)
{
    EXPECT_THAT(stale({{"docs/a.md", "new"}}, "docs/a.md", "new"), IsEmpty());
    EXPECT_THAT(stale({{"docs/a.md", "old"}}, "docs/a.md", "new"), SizeIs(1));
    EXPECT_THAT(stale({}, "docs/a.md", "new"), SizeIs(1));
}

std::string output_of(const std::string& command)
{
    std::string output;
    std::array<char, 4096> piece{};
    FILE* const pipe = ::popen(command.c_str(), "r");
    for (std::size_t got = 1; pipe != nullptr && got > 0;) {
        got = std::fread(piece.data(), 1, piece.size(), pipe);
        output.append(piece.data(), got);
    }
    return pipe != nullptr && ::pclose(pipe) == 0 ? output : command + " failed";
}

class TidyGeneratedByProgram : public testing::Test {
protected:
    void SetUp() override
    {
        const char* const binary = std::getenv("XIESHANG_BINARY");
        if (binary == nullptr || *binary == '\0') {
            GTEST_SKIP() << "set XIESHANG_BINARY to the built program to compare generated files";
        }
        binary_ = "'" + std::string(binary) + "' ";
    }

    std::string binary_;
};

TEST_F(TidyGeneratedByProgram, OpenApiIsCurrent)
{
    const auto generated = output_of(binary_ + "openapi");
    EXPECT_TRUE(clean(stale(real_tree(), "docs/api/openapi.json", generated)));
}

TEST_F(TidyGeneratedByProgram, WorkflowsAreCurrent)
{
    const auto generated = output_of(binary_ + "workflows");
    EXPECT_TRUE(clean(stale(real_tree(), "docs/workflows.md", generated)));
}

TEST_F(TidyGeneratedByProgram, PoliciesAreCurrent)
{
    const auto generated = output_of(binary_ + "policies");
    EXPECT_TRUE(clean(stale(real_tree(), "docs/policies.md", generated)));
    const auto chinese = output_of(binary_ + "policies --language zh-CN");
    EXPECT_TRUE(clean(stale(real_tree(), "docs/policies.zh-CN.md", chinese)));
}

} // namespace
} // namespace xieshang::tidy
