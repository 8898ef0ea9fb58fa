// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the house knows of earlier rosters: the same bytes, the same heads, the steps of an import.
#include "features/people/roster_desk_test.h"
#include "features/people/roster_step_actions.h"

namespace xieshang::people {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using enum RosterField;

class RosterMemory : public RosterDesk {
protected:
    base::Result<RosterImport> hand_in(const std::string& text, bool again = false)
    {
        clock_.advance(1000);
        return keep_roster(services_ref(), clerk, read_roster(text, "名册.csv").value(), again);
    }

    // Handed in, and columns chosen for it.
    RosterDraft matched(const std::string& text, const std::vector<ColumnChoice>& columns)
    {
        const auto import = hand_in(text).value();
        auto options = options_of(import);
        options.columns = columns;
        return choose(import.id, options);
    }

    base::Result<RosterImport> shelve(
        const RosterImport& import, RosterImportAction action, const std::string& reason = "传错了")
    {
        clock_.advance(1000);
        return shelve_roster(services_ref(), clerk, {import.id, import.version, action, reason});
    }

    std::vector<std::string> audit_after(const RosterImportId& id, const std::string& sql)
    {
        std::vector<std::string> lines;
        db().write([&](db::Tx& tx) {
            tx.execute(sql);
            for (const auto& one : audit_roster_import(tx, id.text)) {
                lines.push_back(one.table + ": " + one.params.at("field"));
            }
            return true;
        });
        return lines;
    }
};
ON_EVERY_DATABASE(RosterMemory);

const std::string file = "姓名,所在党派名称\n王芳,民盟\n";
const std::vector<ColumnChoice> with_party{{0, name}, {1, party}};

TEST_P(RosterMemory, TheSameFileIsToldWithWhatBecameOfIt)
{
    const auto first = hand_in(file).value();
    const auto refused = hand_in(file).error();
    EXPECT_EQ(refused.code, "roster.same_file_open");
    EXPECT_EQ(refused.params.at("about"), "/api/roster-imports/" + first.id.text);
    EXPECT_EQ(refused.params.at("file"), "名册.csv");
    EXPECT_EQ(refused.params.at("day"), day_of(clock_.now()));
    EXPECT_TRUE(hand_in(file + "李强,\n")) << "other bytes";
    ASSERT_TRUE(shelve(first, RosterImportAction::discard));
    EXPECT_EQ(hand_in(file).error().code, "roster.same_file_discarded");
    const auto again = hand_in(file, true);
    ASSERT_TRUE(again) << "on purpose";
    ASSERT_TRUE(confirm(choose(again->id, options_of(*again))));
    EXPECT_EQ(hand_in(file).error().code, "roster.same_file_imported");
}

TEST_P(RosterMemory, ColumnsAreProposedAsTheOfficeMatchedThemLast)
{
    const auto first = matched(file, with_party);
    const auto second = hand_in("姓 名,所在党派名称,\n李强,民进,\n").value();
    EXPECT_EQ(options_of(second).columns, with_party);
    EXPECT_EQ(draft(second.id).columns_from, first.import.id);
    const auto other = hand_in("姓名,所在党派\n李强,民进\n").value();
    EXPECT_EQ(options_of(other).columns, (std::vector<ColumnChoice>{{0, name}}));
    EXPECT_FALSE(draft(other.id).columns_from);
}

TEST_P(RosterMemory, ColumnsOfWhatWasDiscardedAreForgottenUntilItIsRestored)
{
    auto first = matched(file, with_party).import;
    first = shelve(first, RosterImportAction::discard).value();
    EXPECT_FALSE(draft(hand_in(file, true)->id).columns_from);
    ASSERT_TRUE(shelve(first, RosterImportAction::restore, "还是要用"));
    EXPECT_EQ(draft(hand_in(file, true)->id).columns_from, first.id);
}

TEST_P(RosterMemory, AHeadThatSaysNothingIsFoundBelowATitle)
{
    const auto first = hand_in("委员名册,\n甲,乙\n王芳,民盟\n").value();
    auto options = options_of(first);
    options.head_row = 2;
    options.columns = with_party;
    choose(first.id, options);
    const auto second = hand_in("一\n二\n甲,乙\n李强,民进\n").value();
    EXPECT_EQ(options_of(second).head_row, 3);
    EXPECT_EQ(options_of(second).columns, with_party);
}

TEST_P(RosterMemory, WhatTheHeadsSayAnywayIsNoMemory)
{
    matched("姓名,党派\n王芳,民盟\n", with_party);
    EXPECT_FALSE(draft(hand_in("姓名,党派\n李强,民进\n")->id).columns_from);
}

TEST_P(RosterMemory, AnImportIsSetAsideWithAReasonAndTakenUpAgain)
{
    const auto draft = matched(file, with_party);
    EXPECT_EQ(
        shelve(draft.import, RosterImportAction::discard, " ").error().code, "roster.no_reason");
    const auto discarded = shelve(draft.import, RosterImportAction::discard).value();
    EXPECT_EQ(discarded.state, RosterState::discarded);
    EXPECT_EQ(shelve(discarded, RosterImportAction::discard).error().code, "roster.discarded");
    const auto restored = shelve(discarded, RosterImportAction::restore, "还是要用").value();
    EXPECT_EQ(restored.state, RosterState::open);
    ASSERT_TRUE(confirm(RosterDesk::draft(restored.id)));
    const auto imported = roster_row(services_ref(), restored.id).value();
    EXPECT_EQ(shelve(imported, RosterImportAction::discard).error().code, "roster.imported");
    EXPECT_EQ(shelve(imported, RosterImportAction::restore).error().code, "workflow.no_such_step");
    std::vector<std::string> way;
    const auto steps = roster_history(services_ref(), restored.id).value();
    for (const auto& step : steps) {
        way.push_back(std::string(boost::describe::enum_to_string(step.action, "")) + " "
            + step.by_name + " " + step.reason);
    }
    EXPECT_THAT(
        way, ElementsAre("discard 张办 传错了", "restore 张办 还是要用", "import 张办 名册导入"));
    expect_sound();
}

TEST_P(RosterMemory, NothingIsWrittenBeforeTheRowsWereShown)
{
    const auto import = hand_in(file).value();
    EXPECT_THAT(people(), IsEmpty());
    const auto refused = confirm(draft(import.id), true);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "roster.not_chosen");
    EXPECT_THAT(people(), IsEmpty());
}

TEST_P(RosterMemory, AStepThatWasTouchedIsBetrayedByTheRecord)
{
    const auto import =
        shelve(matched(file, with_party).import, RosterImportAction::discard).value();
    EXPECT_THAT(
        audit_after(import.id, "UPDATE roster_import SET file_name = file_name"), IsEmpty());
    EXPECT_THAT(audit_after(import.id, "UPDATE roster_import_step SET reason = 'x'"),
        ElementsAre("roster_import_step: steps"));
    EXPECT_THAT(audit_after(import.id, "DELETE FROM roster_import_step"),
        ElementsAre("roster_import_step: steps"));
    EXPECT_THAT(audit_after(import.id, "UPDATE roster_import SET state = 'open'"),
        ElementsAre("roster_import: state", "roster_import_step: steps"));
}

} // namespace
} // namespace xieshang::people
