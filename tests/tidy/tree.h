// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The tree as values: path → content. Each check is a function of such a tree and gives its
// complaints, so that it can be fed a small bad tree and must complain. Pure but for read_tree();
// for tests only.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::tidy {

using Tree = std::map<std::string, std::string>; // "features/plan/plan.h" → its bytes
using Complaints = std::vector<std::string>;     // "features/plan/plan.h:12: what is wrong"

// Every file below `root` that people write: nothing built, installed or hidden. Throws
// std::filesystem errors.
Tree read_tree(const std::string& root);

std::vector<std::string_view> lines_of(std::string_view text); // without their line ends
std::vector<std::string_view> words_of(std::string_view text, std::string_view separators);
std::string_view trimmed(std::string_view text);

std::string_view name_of(std::string_view path);   // "plan_store_test.cc"
std::string_view stem_of(std::string_view path);   // "plan_store_test"
std::string_view folder_of(std::string_view path); // the first two parts: "features/plan"
bool is_cpp(std::string_view path);                // .h or .cc
bool is_test(std::string_view path);               // *_test.*, *_fuzz.*, *_bench.*, tests/, bench/
bool is_generated(std::string_view text);          // says so in its first lines

std::size_t line_at(std::string_view text, std::size_t offset); // counts from 1
std::string complaint(std::string_view path, std::size_t line, std::string_view what);

} // namespace xieshang::tidy
