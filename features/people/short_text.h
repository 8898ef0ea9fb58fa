// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A name or a word of the register: 1 to 64 characters of valid UTF-8, none a control character.
// Pure.
#pragma once

#include "platform/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::people {

constexpr std::size_t text_most = 64;

// Adds people.text_length or people.text_characters where the text is not such.
void check_text(
    std::vector<base::FieldTrouble>& troubles, std::string pointer, std::string_view text);

bool is_said(std::string_view reason); // something but white space

} // namespace xieshang::people
