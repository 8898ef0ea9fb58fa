// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/opinions/polis_files.h"

#include "platform/analytics/opinion_map.h"
#include "tests/support/source_file.h"

#include <boost/json.hpp>
#include <gmock/gmock.h>

namespace xieshang::opinions {
namespace {

using analytics::Answer;
using analytics::Stance;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string head = "timestamp,comment-id,voter-id,vote\n";

base::Result<ReadVotes> votes(std::string_view bytes, bool skips_bad = false)
{
    return read_votes({.name = "votes.csv", .bytes = bytes, .skips_bad = skips_bad});
}

base::Result<ReadVotes> matrix(std::string_view bytes, bool skips_bad = false)
{
    return read_matrix({.name = "matrix.csv", .bytes = bytes, .skips_bad = skips_bad});
}

base::Result<ReadStatements> statements(std::string_view bytes, bool skips_bad = false)
{
    return read_statements({.name = "comments.csv", .bytes = bytes, .skips_bad = skips_bad});
}

// "line reason", with what was found behind it.
template <class Read>
std::string trouble_of(const Read& read)
{
    if (read || read.error().code != "opinions.bad_line" || read.error().fields.size() != 1) {
        return read ? "none" : read.error().code;
    }
    const auto& error = read.error();
    const auto& field = error.fields[0];
    const auto reason = field.code.substr(std::string("opinions.line.").size());
    const auto found = field.params.find("found");
    return error.params.at("line") + " " + reason
        + (found == field.params.end() ? "" : " " + found->second);
}

// The stance that holds for participant 1 and statement 1.
Stance that_holds(const ReadVotes& read)
{
    const auto map = analytics::draw_map(read.answers, {}, {});
    const auto& by_stance = map.figures.tallies.at(0).by_stance;
    EXPECT_EQ(map.participation.answers, 1U);
    return by_stance[0] == 1 ? Stance::disagree : by_stance[1] == 1 ? Stance::pass : Stance::agree;
}

TEST(VotesFile, HasItsColumnsInAnyOrderAndOthersAmongThem)
{
    const std::vector<Answer> expected{{7, 40, Stance::agree}, {4000000000, 2, Stance::disagree}};
    EXPECT_EQ(votes("timestamp,datetime,comment-id,voter-id,vote\n"
                    "1,\"Mon, 1\",40,7,1\n2,x,2,4000000000,-1\n")
                  ->answers.given,
        expected);
    EXPECT_EQ(
        votes("vote,voter-id,important,comment-id\n1,7,,40\n-1,4000000000,,2\n")->answers.given,
        expected);
    EXPECT_EQ(votes("\xEF\xBB\xBFvote , voter-id,comment-id\r\n 1, 7 ,40\r\n-1.0,4000000000,2\r\n")
                  ->answers.given,
        expected);
}

TEST(VotesFile, KeepsTimesOnlyWhereTheyGoBack)
{
    EXPECT_THAT(votes(head + "5,1,1,1\n5,1,1,0\n6,1,2,1\n")->answers.times, IsEmpty());
    EXPECT_THAT(votes(head + "5,1,1,1\n9,1,1,0\n6,1,2,1\n")->answers.times, ElementsAre(5, 9, 6));
    EXPECT_THAT(
        votes(head + "-5,1,1,1\n-9,1,1,0\n")->answers.times, ElementsAre(-5, -9)); // before 1970
}

TEST(VotesFile, TheLaterAnswerHolds)
{
    EXPECT_EQ(
        that_holds(*votes("comment-id,voter-id,vote\n1,1,1\n1,1,0\n1,1,-1\n")), Stance::disagree);
    EXPECT_EQ(that_holds(*votes(head + "7,1,1,1\n8,1,1,0\n9,1,1,-1\n")), Stance::disagree);
    EXPECT_EQ(that_holds(*votes(head + "9,1,1,1\n8,1,1,0\n7,1,1,-1\n")), Stance::agree);
    EXPECT_EQ(that_holds(*votes(head + "7,1,1,1\n9,1,1,0\n8,1,1,-1\n")), Stance::pass);
    EXPECT_EQ(that_holds(*votes(head + "9,1,1,1\n9,1,1,0\n8,1,1,-1\n")), Stance::pass);
}

TEST(VotesFile, NamesTheLineAndTheReason)
{
    EXPECT_EQ(trouble_of(votes(head + "1,1,1,1\n\n2,x,1,1\n")), "4 statement x");
    EXPECT_EQ(trouble_of(votes(head + "1,1073741824,1,1\n")), "2 statement 1073741824");
    EXPECT_EQ(trouble_of(votes(head + "1,1,-3,1\n")), "2 participant -3");
    EXPECT_EQ(trouble_of(votes(head + "1,1,4294967296,1\n")), "2 participant 4294967296");
    EXPECT_EQ(trouble_of(votes(head + "1,1,1,2\n")), "2 vote 2");
    EXPECT_EQ(trouble_of(votes(head + "1,1,1,\n")), "2 vote ");
    EXPECT_EQ(trouble_of(votes(head + "noon,1,1,1\n")), "2 time noon");
    EXPECT_EQ(trouble_of(votes(head + "1,1,1\n")), "2 fields 3");
    EXPECT_EQ(trouble_of(votes(head + "1,1,1,1,1\n")), "2 fields 5");
    EXPECT_EQ(trouble_of(votes(head + "1,1,1,\"1\n2,1,1,1\n")), "2 quote");
    EXPECT_EQ(trouble_of(votes("timestamp,note,comment-id,voter-id,vote\n1,\"a\nb\",1,1,1\n"
                               "2,,1,1,?\n")),
        "4 vote ?");
}

TEST(VotesFile, NamesTheFileToo)
{
    const auto read = votes(head + "1,1,1,2\n");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().params.at("file"), "votes.csv");
}

TEST(VotesFile, AFoundFieldCannotDriveTheTerminal)
{
    EXPECT_EQ(trouble_of(votes(head + "1,1,1,\x1B[2J\n")), "2 vote [2J");
    EXPECT_LE(trouble_of(votes(head + "1,1,1," + std::string(5000, 'x') + "\n")).size(), 60U);
}

TEST(VotesFile, SkipsAndCountsBadLinesWhenAsked)
{
    const auto bad = head + "1,1,1,1\n2,x,1,1\n3,1,1\n4,1,1,9\n5,2,1,-1\n6,3,1,\"1\n7,4,1,0\n";
    const auto read = votes(bad, true);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->skipped, 4U);
    EXPECT_EQ(read->answers.given,
        (std::vector<Answer>{
            {1, 1, Stance::agree}, {1, 2, Stance::disagree}, {1, 4, Stance::pass}}));
    const auto back = votes(bad + "1,5,1,1\nbad\n", true); // read twice, counted once
    ASSERT_TRUE(back);
    EXPECT_EQ(back->skipped, 5U);
    EXPECT_THAT(back->answers.times, ElementsAre(1, 5, 7, 1));
}

TEST(VotesFile, IsRefusedWithoutAHead)
{
    EXPECT_EQ(trouble_of(votes("")), "opinions.empty_file");
    EXPECT_EQ(trouble_of(votes("\n\r\n")), "opinions.empty_file");
    EXPECT_EQ(trouble_of(votes("comment-id,voter-id\n1,1\n", true)), "opinions.no_column");
    EXPECT_EQ(trouble_of(votes("comment-id,voter-id,vote,vote\n", true)), "opinions.twice");
    EXPECT_THAT(votes(head)->answers.given, IsEmpty());
    EXPECT_THAT(votes("Comment-ID,Voter-Id,VOTE\n1,1,1\n")->answers.given, testing::SizeIs(1));
    EXPECT_EQ(trouble_of(votes("comment-id;voter-id;vote\n1;1;1\n")), "opinions.separator");
    EXPECT_EQ(votes("comment-id,who\n1,1\n").error().params.at("found"), "comment-id, who");
}

TEST(VotesFile, TellsHowFarItIs)
{
    std::string bytes = "comment-id,voter-id,vote\n";
    for (int i = 0; i < 70'000; ++i) {
        bytes += "1,1,1\n";
    }
    std::vector<std::size_t> told;
    ASSERT_TRUE(read_votes({.name = "a", .bytes = bytes, .progress = [&](std::size_t done) {
                                told.push_back(done);
                            }}));
    EXPECT_THAT(
        told, ElementsAre(testing::AllOf(testing::Gt(300'000U), testing::Lt(bytes.size()))));
}

TEST(MatrixFile, HasAColumnForEachStatement)
{
    const auto read =
        matrix("9,group-id,participant,n-votes,4\r\n1,,30,2,-1\r\n,0,2,0,\r\n0.0,1,7,1,\r\n");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->answers.given,
        (std::vector<Answer>{
            {30, 9, Stance::agree}, {30, 4, Stance::disagree}, {7, 9, Stance::pass}}));
    EXPECT_THAT(read->answers.times, IsEmpty());
}

TEST(MatrixFile, LeavesABadLineOutAsAWhole)
{
    const std::string bad = "participant,0,1\n1,1,1\n2,1,5\nx,1,1\n3,1\n4,-1,0\n";
    EXPECT_EQ(trouble_of(matrix(bad)), "3 vote 5");
    EXPECT_EQ(trouble_of(matrix("participant,0\n1,1\nx,1\n")), "3 participant x");
    const auto read = matrix(bad, true);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->skipped, 3U);
    EXPECT_EQ(read->answers.given,
        (std::vector<Answer>{{1, 0, Stance::agree}, {1, 1, Stance::agree}, {4, 0, Stance::disagree},
            {4, 1, Stance::pass}}));
    EXPECT_EQ(trouble_of(matrix("voter,0\n1,1\n")), "opinions.no_column");
}

TEST(MatrixFile, MistakesNoColumn)
{
    const auto read = matrix("participant,1.0,q17,xid\n5,1,-1,x\n");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->answers.given, (std::vector<Answer>{{5, 1, Stance::agree}}));
    EXPECT_THAT(read->other_columns, ElementsAre("q17"));
    EXPECT_EQ(trouble_of(matrix("participant,1,01\n5,1,-1\n")), "opinions.twice");
    EXPECT_EQ(trouble_of(matrix("participant,-3\n5,1\n")), "opinions.bad_column");
    EXPECT_EQ(trouble_of(matrix("participant,1073741824\n5,1\n")), "opinions.bad_column");
    EXPECT_EQ(trouble_of(matrix("participant,n-votes\n5,1\n")), "opinions.no_statements");
}

TEST(CommentsFile, HasTextsWithLineBreaksAndWhatWasRejected)
{
    const auto read = statements("timestamp,comment-id,comment-body,moderated\n"
                                 "1,12,\"先调研，\n后\"\"协商\"\"\",1\n2,3,plain,-1\n3,4,new,0\n");
    ASSERT_TRUE(read);
    ASSERT_EQ(read->statements.size(), 3U);
    EXPECT_EQ(read->statements[0].number, 3U); // ascending
    EXPECT_TRUE(read->statements[0].is_rejected);
    EXPECT_FALSE(read->statements[1].is_rejected);
    EXPECT_EQ(read->statements[2].text, "先调研，\n后\"协商\"");
    EXPECT_FALSE(statements("comment-id\n1\n")->statements[0].is_rejected);
}

TEST(CommentsFile, NamesTheLineAndTheReason)
{
    const std::string bad = "comment-id,comment-body\n1,\"a\nb\"\nx,c\n3,\"d\"e\n4,f\n";
    EXPECT_EQ(trouble_of(statements(bad)), "4 statement x");
    const auto read = statements(bad, true);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->skipped, 2U);
    EXPECT_THAT(read->skipped_lines, ElementsAre(4U, 5U));
    EXPECT_EQ(read->statements.size(), 2U);
}

// A file that is not UTF-8 cannot be trusted, whatever may be skipped.
TEST(CommentsFile, IsRefusedInAnotherEncoding)
{
    for (const bool skips : {false, true}) {
        const auto read = statements("comment-id,comment-body\n1,a\n2,\xD2\xE2\n", skips);
        EXPECT_EQ(trouble_of(read), "opinions.not_utf8");
        EXPECT_EQ(read.error().params.at("line"), "3");
        EXPECT_EQ(trouble_of(statements("comment-id,\xD2\xE2\n1,a\n", skips)), "opinions.not_utf8");
        EXPECT_EQ(trouble_of(statements("\xFF\xFE"
                                        "c",
                      skips)),
            "opinions.not_utf8");
        EXPECT_EQ(trouble_of(statements("PK\x03\x04", skips)), "opinions.packed");
    }
}

TEST(CommentsFile, SaysOfEachStatementOnceWhetherItWasRejected)
{
    const std::string head_of_comments = "comment-id,comment-body,moderated\n";
    EXPECT_EQ(trouble_of(statements(head_of_comments + "1,a,rejected\n")), "2 moderated rejected");
    const auto read = statements(head_of_comments + "1,first,-1\n2,b,\n1,later,1\n");
    ASSERT_TRUE(read);
    ASSERT_EQ(read->statements.size(), 2U);
    EXPECT_EQ(read->statements[0].text, "later");
    EXPECT_FALSE(read->statements[0].is_rejected);
    EXPECT_FALSE(read->statements[1].is_rejected); // not looked at
    EXPECT_TRUE(read->tells_rejected);
    EXPECT_FALSE(statements("comment-id\n1\n")->tells_rejected);
}

TEST(Reasons, HaveATextInBothLanguages)
{
    for (const auto* language : {"zh-CN", "en"}) {
        const auto texts = boost::json::parse(tests::source_file(
            "features/opinions/opinions_texts." + std::string(language) + ".json")
                                                  .value());
        for (const auto* reason :
            {"quote", "fields", "statement", "participant", "vote", "time", "moderated"}) {
            EXPECT_TRUE(texts.as_object().contains("opinions.line." + std::string(reason)))
                << reason;
        }
    }
}

} // namespace
} // namespace xieshang::opinions
