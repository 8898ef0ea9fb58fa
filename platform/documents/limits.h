// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How much of a document is read. An honest plan stays far below; a hostile file is refused when it
// comes to one of them, so that reading never takes more than some 60 MB beside the file's bytes.
// Pictures and other parts that hold no text are never unpacked and count for nothing but
// most_stated_bytes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace xieshang::documents {

inline constexpr std::size_t most_parts = 4096;
inline constexpr std::uint64_t most_stated_bytes = 1U << 30U;   // of all parts, as the list states
inline constexpr std::size_t most_part_bytes = 8U << 20U;       // of one part, unpacked
inline constexpr std::size_t most_unpacked_bytes = 32U << 20U;  // of all parts that are unpacked
inline constexpr std::size_t most_tree_bytes = 24U << 20U;      // memory of one part's elements
inline constexpr std::size_t most_streamed_bytes = 128U << 20U; // of a part read piece by piece
inline constexpr int most_depth = 128;                          // elements inside elements
inline constexpr std::size_t most_text_bytes = 1U << 20U;       // of the text that is read out
inline constexpr std::size_t most_merged_cells = 100'000;       // rows that go on with a cell above
inline constexpr std::size_t most_cells = 400'000; // of rows, the empty ones before the last too
inline constexpr std::size_t most_lines = 20'000;  // paragraphs and rows
inline constexpr std::size_t most_columns = 1000;  // of a table in a word processor's document
inline constexpr std::size_t most_sheets = 1000;
inline constexpr std::size_t most_sheet_name = 255; // characters; Excel writes 31 at most
inline constexpr std::size_t most_id_bytes = 255;   // of a style, a list; a longer one is none

// Of a table whose rows are taken one by one (table_file.h), such as a roster.
inline constexpr std::size_t most_table_rows = 20'000;
inline constexpr std::size_t most_table_columns = 200;
inline constexpr std::size_t most_table_text = 16U << 20U; // bytes of all cells
inline constexpr std::size_t most_shared_texts = 1'000'000;

} // namespace xieshang::documents
