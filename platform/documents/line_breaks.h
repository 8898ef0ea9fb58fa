// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Where a line of Chinese may end (避头尾, GB/T 15834-2011 §5.1): closing marks do not begin a
// line, opening ones do not end it, and what belongs together stays so. Characters are UTF-8, one
// each. Pure; any thread.
#pragma once

#include <string_view>

namespace xieshang::documents {

// May not begin a line: closing marks, and signs that follow a number (％, ℃).
bool closes(std::string_view character);

// May not end a line: opening marks, and signs that lead a number (￥, №).
bool opens(std::string_view character);

// A mark that may stand behind the end of a line: at most one a line, as Word does where 允许标点
// 溢出边界 is on, which is its default. So a full line keeps its 28 characters.
bool hangs(std::string_view character);

// May a line end between these two? Latin letters and digits are not asked for here, but where both
// are of ASCII the answer is no.
bool may_break(std::string_view before, std::string_view behind);

} // namespace xieshang::documents
