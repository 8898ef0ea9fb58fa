// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/tidy/event_words.h"
#include "tests/tidy/names.h"
#include "tests/tidy/neighbours.h"
#include "tests/tidy/tables.h"
#include "tests/tidy/text_files.h"
#include "tests/tidy/translations.h"

#include "platform/crypto/crypto.h"
#include "tests/tidy/real_tree.h"

#include <gmock/gmock.h>

namespace xieshang::tidy {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const Tree two_slices{
    {"features/plan/0001_plan.sql", "CREATE TABLE plan (id TEXT); -- from create table nothing\n"},
    {"features/topics/0002_topics.sql", "create table if not exists topic(id TEXT);\n"},
};

Tree with(Tree tree, const std::string& path, const std::string& text)
{
    tree[path] = text;
    return tree;
}

TEST(TidyTables, AreNamedOnlyInTheirSlice)
{
    const std::string join = "db(\"SELECT 1 FROM plan \"\n   \"JOIN topic ON 1\");\n";
    EXPECT_THAT(borrowed_tables(with(two_slices, "features/plan/plan_store.cc", join)),
        ElementsAre(HasSubstr("table topic belongs to features/topics")));
    EXPECT_THAT(borrowed_tables(with(two_slices, "features/a/a_store.cc",
                    "f(R\"(insert into plan values ($1))\"); g(\"update\" \" topic set x = 1\");")),
        SizeIs(2));
    EXPECT_THAT(borrowed_tables(with(two_slices, "features/overview/a_store.cc", join)), IsEmpty());
    EXPECT_THAT(
        borrowed_tables(with(two_slices, "features/a/a_store.cc", "// from plan\n")), IsEmpty());
}

TEST(TidyConstants, HideNoHeaders)
{
    const Tree tree{
        {"features/a/a.h", "namespace a {\ninline const Place phone{1};\n}\n"},
        {"features/a/own_test.cc",
            "namespace a {\nnamespace {\n\nconst Place phone{2};\n} // namespace\n}\n"},
        {"features/a/other.cc", "namespace {\nvoid f()\n{\n    const int phone = 1;\n}\n"},
        {"features/b/b.cc", "namespace {\nconstexpr int phone = 1;\n}\n"},
    };
    EXPECT_THAT(
        hidden_constants(tree), ElementsAre(HasSubstr("own_test.cc:4: phone hides a header's")));
    EXPECT_THAT(hidden_constants(with(
                    tree, "cmake/together.cmake", "set(APART\n    features/a/own_test.cc\n)\n")),
        IsEmpty());
}

TEST(TidyConstants, HideNoneInTheTree) { EXPECT_TRUE(clean(hidden_constants(real_tree()))); }

TEST(TidyReadings, SeeTheLimitsOfWhatSomebodySent)
{
    const Tree tree{
        {"features/a/a_shapes.h", "inline constexpr auto rules<Words> = 1;\n"},
        {"features/a/a_routes.h", "#include \"features/a/a_shapes.h\"\n"},
        {"features/a/a_routes.cc",
            "#include \"features/a/a_routes.h\"\njson::read<Words>(body);\n"},
        {"features/a/a_store.cc", "json::read_own<Words>(row.words);\n"},
    };
    EXPECT_THAT(limitless_readings(tree), IsEmpty());
    EXPECT_THAT(limitless_readings(
                    with(tree, "features/a/a_store.cc", "\njson::read<Words>(row.words);\n")),
        ElementsAre(HasSubstr("a_store.cc:2: reads what somebody sent")));
}

TEST(TidyReadings, SeeThemInTheTree) { EXPECT_TRUE(clean(limitless_readings(real_tree()))); }

TEST(TidyTables, HoldInTheTree) { EXPECT_TRUE(clean(borrowed_tables(real_tree()))); }

TEST(TidyMigrations, AreNumberedWithoutGapOrDouble)
{
    EXPECT_THAT(misnumbered_migrations(two_slices), IsEmpty());
    EXPECT_THAT(misnumbered_migrations(with(two_slices, "features/a/0004_a.sql", "")),
        ElementsAre(HasSubstr("migration 3 is missing")));
    EXPECT_THAT(misnumbered_migrations(with(two_slices, "features/a/0002_a.sql", "")),
        ElementsAre(HasSubstr("taken")));
}

TEST(TidyMigrations, NeverChangeOnceListed)
{
    const Tree one{{"features/plan/0001_plan.sql", "CREATE TABLE plan (id TEXT);\n"}};
    const auto sum = crypto::sha256_hex(one.begin()->second);
    const auto line = sum + "  features/plan/0001_plan.sql\n";
    EXPECT_THAT(changed_migrations(one, line), IsEmpty());
    EXPECT_THAT(changed_migrations(one, ""), ElementsAre(HasSubstr(trimmed(line))));
    EXPECT_THAT(
        changed_migrations({{"features/plan/0001_plan.sql", "CREATE TABLE p (id TEXT);\n"}}, line),
        ElementsAre(HasSubstr("never changes")));
    EXPECT_THAT(changed_migrations({}, line), ElementsAre(HasSubstr("gone")));
}

TEST(TidyMigrations, HoldInTheTree)
{
    EXPECT_TRUE(clean(misnumbered_migrations(real_tree())));
    EXPECT_TRUE(clean(changed_migrations(real_tree(), real_tree().at("tests/migrations.sha256"))));
}

const std::string zh = "features/a/a_texts.zh-CN.json";
const std::string en = "features/a/a_texts.en.json";

TEST(TidyTexts, AreCompleteInBothLanguages)
{
    const Tree good{{zh, R"({"a.b": "缺{n}"})"}, {en, R"({"a.b": "lacks {n}"})"}};
    EXPECT_THAT(incomplete_texts(good), IsEmpty());
    EXPECT_THAT(incomplete_texts({{zh, "{}"}}), ElementsAre(HasSubstr("no twin")));
    EXPECT_THAT(incomplete_texts(with(good, en, "{}")), ElementsAre(HasSubstr("a.b is missing")));
    EXPECT_THAT(incomplete_texts(with(good, en, R"({"a.b": "lacks"})")), SizeIs(2));
    EXPECT_THAT(incomplete_texts(with(good, en, R"({"a.b": {}, "a.b": "lacks {n}"})")),
        ElementsAre(HasSubstr("twice")));
    EXPECT_THAT(incomplete_texts(with(with(good, "features/b/b_texts.zh-CN.json", good.at(zh)),
                    "features/b/b_texts.en.json", good.at(en))),
        SizeIs(2));
    EXPECT_THAT(
        incomplete_texts(with(good, zh, "[]")), testing::Contains(HasSubstr("not a JSON object")));
}

TEST(TidyTexts, HaveEveryCodeThatIsRefusedWith)
{
    const Tree texts{{zh, R"({"a.b": "无"})"}, {en, R"({"a.b": "none"})"}};
    const auto complaints_about = [&](const std::string& path, const std::string& code) {
        return unknown_codes(with(texts, path, code));
    };
    EXPECT_THAT(complaints_about("features/a/a.cc", "return base::refuse(\"a.b\");"), IsEmpty());
    EXPECT_THAT(complaints_about("features/a/a.cc", "return base::refuse(\"a.c\");"), SizeIs(1));
    EXPECT_THAT(
        complaints_about("features/a/a.cc", "trouble(Trouble::stale, \"a.c\");"), SizeIs(1));
    EXPECT_THAT(
        complaints_about("features/a/a.cc", "FieldTrouble{\"/x\", \"a.c\", {}};"), SizeIs(1));
    EXPECT_THAT(complaints_about("features/a/a_workflow.cc", "{x, y, \"a.c\"}"), SizeIs(1));
    EXPECT_THAT(complaints_about("features/a/a.cc", "Event{\"a.c\"};"), IsEmpty());
    EXPECT_THAT(complaints_about("features/a/a_test.cc", "refuse(\"a.c\");"), IsEmpty());
}

TEST(TidyTranslations, KeepTheStepOfTheirOriginal)
{
    const std::string original = "# A\n\n```\nrun it  # now\n```\n\n## B\n\n| a |\n|---|\n";
    const auto complaints_of = [&](const std::string& page) {
        return out_of_step({{"docs/a.md", original}, {"docs/a.zh-CN.md", page}});
    };
    EXPECT_THAT(
        complaints_of("# 甲\n字\n```\nrun it  # 现在\n```\n## 乙\n| 一 |\n|---|\n"), IsEmpty());
    EXPECT_THAT(complaints_of("# 甲\n```\nrun that\n```\n## 乙\n| 一 |\n|---|\n"),
        ElementsAre("docs/a.zh-CN.md:3: has run that where the original has run it"));
    EXPECT_THAT(complaints_of("# 甲\n```\nrun it\n```\n### 乙\n| 一 |\n|---|\n"), SizeIs(1));
    EXPECT_THAT(complaints_of("# 甲\n```\nrun it\n```\n## 乙\n|---|\n"), SizeIs(1));
    EXPECT_THAT(out_of_step({{"b.zh-CN.md", ""}}), ElementsAre(HasSubstr("translates nothing")));
}

TEST(TidyTranslations, HoldInTheTree) { EXPECT_TRUE(clean(out_of_step(real_tree()))); }

TEST(TidyTexts, HaveWordsForEveryEvent)
{
    const Tree texts{{zh, R"({"audit.event.a.edit": "改", "a.b": "错"})"},
        {"features/a/a.h", "BOOST_DESCRIBE_ENUM(AAction, edit, drop)"}};
    const auto complaints_about = [&](const std::string& code) {
        return wordless_events(with(
            texts, "features/a/a_actions.cc", "#include \"platform/record/record.h\"\n" + code));
    };
    EXPECT_THAT(complaints_about(R"(append(tx, {"a.edit", "a"});)"), IsEmpty());
    EXPECT_THAT(complaints_about(R"(base::refuse("a.b");)"), IsEmpty());
    EXPECT_THAT(complaints_about(R"(append(tx, {"a.drop", "a"});)"),
        ElementsAre("features/a/a_actions.cc:2: no words for the event: audit.event.a.drop"));
    EXPECT_THAT(complaints_about(R"(tell(tx, actor, "a", "edit", row);)"), IsEmpty());
    EXPECT_THAT(complaints_about(R"(tell(tx, actor, "a", "add", row);)"), SizeIs(1));
    EXPECT_THAT(complaints_about(R"(append(tx, {"a." + name(step)});)"), SizeIs(1));
    EXPECT_THAT(
        complaints_about(R"(tell(tx, "a", boost::describe::enum_to_string(x, ""));)"), SizeIs(1));
    EXPECT_THAT(complaints_about(R"(append(tx, {"b." + name(step)});)"), SizeIs(1));
}

TEST(TidyTexts, HoldInTheTree)
{
    EXPECT_TRUE(clean(incomplete_texts(real_tree())));
    EXPECT_TRUE(clean(unknown_codes(real_tree())));
    EXPECT_TRUE(clean(wordless_events(real_tree())));
}

} // namespace
} // namespace xieshang::tidy
