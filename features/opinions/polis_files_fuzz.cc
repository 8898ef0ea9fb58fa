// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Any bytes as each of the three files of a conversation: refused with a code and a line, or read
// with no answer and no bad line made up. Whoever skips bad lines is refused for the head or the
// encoding alone.
#include "features/opinions/csv_rows.h"
#include "features/opinions/one_line.h"
#include "features/opinions/polis_files.h"
#include "tests/support/fuzzing.h"

#include <set>

namespace {

using namespace xieshang;

struct Rows {
    std::size_t count = 0; // below the head
    std::size_t fields = 0;
    bool are_told_rightly = true;
};

Rows rows_in(std::string_view bytes)
{
    Rows rows;
    std::size_t line = 0;
    std::size_t read = 0;
    std::size_t all = 0;
    for (opinions::CsvRows csv(bytes); csv.next(); ++all) {
        rows.are_told_rightly =
            rows.are_told_rightly && csv.line() > line && csv.bytes_read() > read;
        line = csv.line();
        read = csv.bytes_read();
        rows.fields += csv.fields().size();
    }
    rows.count = all == 0 ? 0 : all - 1;
    return rows;
}

// Of the head, or of the file as a whole.
bool is_of_file(const base::Error& error)
{
    static const std::set<std::string_view> codes{"opinions.empty_file", "opinions.no_column",
        "opinions.separator", "opinions.twice", "opinions.bad_column", "opinions.no_statements",
        "opinions.not_utf8", "opinions.packed"};
    for (const auto& [name, value] : error.params) {
        fuzz::expect(opinions::is_utf8(value));
    }
    return codes.contains(error.code);
}

void expect_refusal(const base::Error& error)
{
    if (is_of_file(error)) {
        return;
    }
    fuzz::expect(error.code == "opinions.bad_line" && error.params.contains("line"));
    fuzz::expect(error.fields.size() == 1);
    for (const auto& [name, value] : error.fields[0].params) {
        fuzz::expect(opinions::is_utf8(value) && value == opinions::one_line(value, 40));
    }
}

// `count` gives how many answers or statements were read.
template <class Read, class Count>
void expect_honest(Read (*reader)(const opinions::FileToRead&), std::string_view bytes,
    std::size_t most, Count count)
{
    const auto rows = rows_in(bytes).count;
    const auto strictly = reader({.name = "a.csv", .bytes = bytes});
    const auto skipping = reader({.name = "a.csv", .bytes = bytes, .skips_bad = true});
    if (!strictly) {
        expect_refusal(strictly.error());
    }
    if (!skipping) {
        fuzz::expect(is_of_file(skipping.error()) && !strictly);
        return;
    }
    fuzz::expect(strictly.has_value() == (skipping->skipped == 0));
    fuzz::expect(skipping->skipped <= rows && count(*skipping) <= most);
    fuzz::expect(!strictly || count(*strictly) == count(*skipping));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const auto bytes = fuzz::text_of(data, size);
    const auto rows = rows_in(bytes);
    fuzz::expect(rows.are_told_rightly);
    const auto answers = [](const opinions::ReadVotes& read) {
        const auto& [given, times] = read.answers;
        fuzz::expect(times.empty() || times.size() == given.size());
        return given.size();
    };
    expect_honest(opinions::read_matrix, bytes, rows.fields, answers);
    expect_honest(opinions::read_votes, bytes, rows.count, [&](const opinions::ReadVotes& read) {
        const auto given = answers(read);
        fuzz::expect(given + read.skipped == rows.count);
        return given;
    });
    expect_honest(
        opinions::read_statements, bytes, rows.count, [&](const opinions::ReadStatements& read) {
            fuzz::expect(read.statements.size() + read.skipped <= rows.count); // each once
            return read.statements.size();
        });
    return 0;
}
