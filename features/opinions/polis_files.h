// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The CSV files of Polis's open data: votes.csv (a row an answer), participants-votes.csv (a row a
// person, a column a statement) and comments.csv (a row a statement). Columns may stand in any
// order and there may be others; numbers may have gaps. Pure.
//
// Refuses, with the file's name, the line and the reason:
//   opinions.no_column       the head lacks a column {file, column, found: what it has}
//   opinions.separator       columns are not separated by commas {file}
//   opinions.twice           a column occurs twice {file, column}
//   opinions.empty_file      there is no head {file}
//   opinions.not_utf8        {file, line}
//   opinions.packed          a compressed file or a workbook {file}
//   opinions.no_statements   a matrix without a statement's column {file}
//   opinions.bad_column      a number that is no statement's {file, column}
//   opinions.bad_line        {file, line}, with a field that says why: opinions.line.*
#pragma once

#include "platform/analytics/answers.h"
#include "platform/base/result.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::opinions {

struct FileToRead {
    std::string name;                                     // as it is told
    std::string_view bytes;                               // UTF-8
    bool skips_bad = false;                               // count a bad line and go on
    std::function<void(std::size_t bytes_read)> progress; // now and then
};

struct ReadVotes {
    analytics::Answers answers;
    std::size_t skipped = 0;                // bad lines
    std::vector<std::size_t> skipped_lines; // the first few of them
    std::vector<std::string> other_columns; // of a matrix: neither known nor a statement's number
};

// Columns comment-id, voter-id, vote (1 agree, 0 pass, −1 disagree) and, where it is there,
// timestamp (ms). `times` stays empty where the order of the rows says as much.
base::Result<ReadVotes> read_votes(const FileToRead& file);

// Columns participant and one for each statement, whose name is its number (5 or 5.0); empty: not
// answered.
base::Result<ReadVotes> read_matrix(const FileToRead& file);

struct Statement {
    analytics::StatementNumber number = 0;
    std::string text;
    bool is_rejected = false; // moderated: −1
};

struct ReadStatements {
    std::vector<Statement> statements; // ascending by number, each once: of several rows the last
    bool tells_rejected = false;       // has the column moderated
    std::size_t skipped = 0;
    std::vector<std::size_t> skipped_lines;
};

// Columns comment-id and, where they are there, comment-body and moderated (1, 0, −1; empty: 0).
base::Result<ReadStatements> read_statements(const FileToRead& file);

} // namespace xieshang::opinions
