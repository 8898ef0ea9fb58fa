// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Files of the source tree that stand in the binary (cmake/embed.cmake). They live as long as the
// program.
#pragma once

#include <span>
#include <string_view>

namespace xieshang::base {

struct EmbeddedFile {
    std::string_view path; // relative to the folder that was embedded, '/' between its parts
    std::string_view bytes;
};

} // namespace xieshang::base

namespace xieshang::embedded { // sorted by path; generated

std::span<const base::EmbeddedFile>
texts(); // *_texts.<language>.json of features/, platform/ and app/
std::span<const base::EmbeddedFile> migrations(); // NNNN_*.sql of platform/ and features/
std::span<const base::EmbeddedFile> demo();       // the demo plan documents
std::span<const base::EmbeddedFile> passwords();  // common ones, one file (cmake/passwords.cmake)
std::span<const base::EmbeddedFile> calendar();   // known days, one file (cmake/calendar.cmake)

} // namespace xieshang::embedded
