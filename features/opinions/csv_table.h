// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A file of values under a head: finds its columns, hands in row by row and tells what is wrong
// with a line. Pure.
#pragma once

#include "features/opinions/csv_rows.h"
#include "features/opinions/polis_files.h"

#include <cstdint>
#include <optional>

namespace xieshang::opinions {

class CsvTable {
public:
    static base::Result<CsvTable> open(const FileToRead& file);

    const std::vector<std::string>& head() const { return head_; }
    std::optional<std::size_t> find(std::string_view column) const; // A = a
    base::Result<std::size_t> at(std::string_view column) const; // opinions.no_column, .separator

    // The text of this file is not UTF-8, in the row at hand: never skipped, since nothing of it
    // can be trusted.
    tl::unexpected<base::Error> not_utf8() const;

    // The next whole row; a broken one or one of the wrong length is refused or skipped.
    base::Result<bool> next();
    std::string_view field(std::size_t column) const { return rows_.fields()[column]; }
    // Refuses the row at hand, or skips it: then the result is empty and the row is to be left.
    base::Result<void> bad(std::string_view reason, base::Params params = {});
    std::size_t skipped() const { return skipped_; }
    const std::vector<std::size_t>& skipped_lines() const { return skipped_lines_; }

private:
    explicit CsvTable(const FileToRead& file) : file_(file), rows_(file.bytes) {}

    const FileToRead& file_;
    CsvRows rows_;
    std::vector<std::string> head_;
    std::size_t skipped_ = 0;
    std::vector<std::size_t> skipped_lines_;
    std::size_t rows_since_told_ = 0;
};

// A number from 0 to `most`.
std::optional<std::uint32_t> number_in(std::string_view field, std::uint32_t most);
std::optional<std::int64_t> time_in(std::string_view field);
std::optional<analytics::Stance> stance_in(std::string_view field);

} // namespace xieshang::opinions
