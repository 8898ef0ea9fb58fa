// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Passwords that every guesser tries first, and words that anybody would try at an assembly
// (AUT-03; ASVS 6.2.4, 6.2.11): some 18,000 common ones of the npm package
// @zxcvbn-ts/language-common, which are not shorter than a password must be, and those that are
// common where Chinese is spoken. All folded, as folded_login() gives them. Pure.
#pragma once

#include <span>
#include <string_view>

namespace xieshang::members {

bool is_known_password(std::string_view folded);

// Names of the program, of assemblies and of the place: in a password they count for nothing.
std::span<const std::string_view> assembly_words();

} // namespace xieshang::members
