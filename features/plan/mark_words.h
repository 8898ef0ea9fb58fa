// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A mark 标记 stands in no text of the plan: so it may say nothing but a number, a label or
// punctuation, as the reader itself takes them. Words that somebody else would miss are none. Pure.
#pragma once

#include "features/plan/correction.h"
#include "features/plan/reading.h"

#include <functional>
#include <string_view>

namespace xieshang::plan {

// 1. （一） 第一章 议题三： 责任部门： | —. Folded text without blanks.
bool is_only_a_mark(std::u32string_view folded);

// Calls each(index of the line, words) for what a correction sends to marks, though it is no mark
// and the reading took it for none. The form of its topic may be named there, for it is told by
// the topic. The correction belongs to the reading.
void for_words_as_marks(const Reading& reading, const Correction& correction,
    const std::function<void(std::size_t line, std::u32string_view words)>& each);

} // namespace xieshang::plan
