// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A C++ file seen apart: its code with comments and literals blanked out, its literals, its
// includes. A reader for the checks, not a compiler: it knows comments, ordinary, character and raw
// literals, and digit separators. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::tidy {

struct Literal {
    std::size_t at{}; // where its opening quote stands
    std::string text; // as written, escapes and all
};

struct Include {
    std::size_t line{};
    std::string path;
    bool system = false; // <…>, not "…"
};

struct Source {
    std::string code; // as long as the file, line for line
    std::vector<Literal> literals;
};

Source source_of(std::string_view text);
std::vector<Include> includes_of(std::string_view text);

struct Function {
    std::size_t line{}; // where its name begins
    std::size_t lines{};
};

// The outermost bodies with a parameter list: functions, methods, tests. By counting braces.
std::vector<Function> functions_of(std::string_view text);

} // namespace xieshang::tidy
