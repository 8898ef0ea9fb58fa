// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Rows of a text file with comma-separated values (RFC 4180): quoted fields may hold commas,
// doubled quotes and line breaks; lines end in LF or CR LF; a byte order mark is skipped. Pure.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::opinions {

class CsvRows {
public:
    explicit CsvRows(std::string_view bytes); // which must outlive it

    // The next row that is not empty; false at the end. Fields are views that hold until the next
    // call.
    bool next();

    const std::vector<std::string_view>& fields() const { return fields_; }
    std::size_t line() const { return row_line_; } // of the row's first field, from 1
    // A quote that is never closed, or text behind a closing quote: the row reaches to the end of
    // its line.
    bool is_broken() const { return is_broken_; }
    std::size_t bytes_read() const { return at_; }

private:
    void read_row();
    std::string_view quoted_field();
    std::string_view plain_field();

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t row_line_ = 1;
    bool is_broken_ = false;
    std::vector<std::string_view> fields_;
    std::deque<std::string> unquoted_; // fields that had doubled quotes; they stay where they are
    std::size_t unquoted_used_ = 0;
};

} // namespace xieshang::opinions
