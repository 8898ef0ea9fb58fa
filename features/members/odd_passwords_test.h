// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: passwords as nobody expects them, which are taken as they are typed or refused, never
// changed (ASVS 6.2.8). What is refused stands as the code's end, by profile.
#pragma once

#include <array>
#include <string_view>

namespace xieshang::members {

struct OddPassword {
    std::string_view password;
    std::string_view asvs{};
    std::string_view cn_djbh{};
    bool hidden = false; // holds what the API takes in no text (json::has_hidden_characters)
};

// clang-format off
inline constexpr auto odd_passwords = std::to_array<OddPassword>({
    {"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 two of us", "", "kinds"}, // joined by U+200D
    {"\xF0\x9F\x87\xA8\xF0\x9F\x87\xB3 Flag of 2"},                          // regional indicators
    {"\xE2\x80\xAE" "drawkcab Written 1", "", "", true},                                 // U+202E
    {"\xD8\xA7\xD9\x84\xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A\xD8\xA9 1a"},         // Arabic
    {"zero\xE2\x80\x8Bwidth\xEF\xBB\xBF", "", "kinds"},                      // U+200B, U+FEFF
    {"\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B" // nothing that one sees
     "\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B\xE2\x80\x8B", "", "kinds"},
    {"caf\xC3\xA9 au lait 7"},                   // composed
    {"cafe\xCC\x81 au lait 7"},                  // decomposed: another
    {"\xEF\xB7\xBA\xEF\xB7\xBA Long 1"},         // U+FDFA: 18 letters
    {"  blanks around 1A  "},
    {"\t\x01\x1B[31m bells \x07 1", "", "", true},             // control characters
    {"line one\nline two\r\n", "", "kinds", true},
    {"Robert'); DROP TABLE person; --"},
    {"\"><script>alert(1)</script>"},
    {"%s%n%d %00 \\0 ..\\..\\ 1"},
    {"${7*7} {{7*7}} `id` $(id)"},
    {"undefined NULL NaN"},
    {"\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x93\xEF\xBC\x94"  // digits of full width
     "\xEF\xBC\x95\xEF\xBC\x96\xEF\xBC\x97\xEF\xBC\x98", "known", "known"},
    {"\xF0\xAA\x9A\xA5\xF0\xAA\x9A\xA5\xF0\xAA\x9A\xA5\xF0\xAA\x9A\xA5", // four, of four bytes
        "short", "short"},
});
// clang-format on

} // namespace xieshang::members
