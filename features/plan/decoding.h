// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Bytes of a text file → characters. Pure.
#pragma once

#include "platform/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace xieshang::plan {

inline constexpr std::size_t most_bytes = 1 << 20; // a plan is a few KB, a long one 200
inline constexpr std::size_t most_topics = 10'000; // their correction can still be sent at once
inline constexpr std::size_t most_lines = 20'000;  // a long one has 2000

struct Decoded {
    std::u32string text;       // without a byte order mark
    std::string_view encoding; // "UTF-8", "UTF-16LE", "UTF-16BE" or "GB18030"
};

// A byte order mark decides; without one: UTF-8 when it is valid, UTF-16 when it looks like Chinese
// or plain text, GB18030 when it is valid and reads like Chinese. Refuses
//   reading.empty             nothing but blanks
//   reading.too_long          more than most_bytes {size, most}: "2.4 MB", rounded up
//   reading.binary            the format of another program {format: "docx", "pdf", …}
//   reading.not_text          not text, and of no format that is known
//   reading.unknown_encoding  text in none of these encodings, or broken {byte: the first that does
//   not fit, from 1}
base::Result<Decoded> decode(std::string_view bytes);

} // namespace xieshang::plan
