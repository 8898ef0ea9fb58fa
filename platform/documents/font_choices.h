// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which font draws which face of an official document. Licensed fonts come first where somebody has
// put them into a folder; else free ones of Debian stand in. Any thread.
#pragma once

#include "platform/documents/official_layout.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

// Where fonts lie, folders within them too. `cache` is fontconfig's; an unknown one is made.
struct FontFolders {
    std::vector<std::filesystem::path> fonts{"/usr/share/fonts", "/usr/local/share/fonts"};
    std::filesystem::path cache = "/var/cache/fontconfig";
};

struct FontChoice {
    Face face = Face::fangsong;
    std::string official; // the family that GB/T 9704 means: 仿宋_GB2312
    std::string family;   // the one that is taken; empty: none is there
    bool stands_in = false;
    std::string package; // of Debian, with the font that stands in

    bool operator==(const FontChoice&) const = default;
};

// 仿宋, 小标宋 …; Times New Roman
std::string_view name_of(Face face);

// Of all faces, out of the families that are there.
std::vector<FontChoice> font_choices(const std::vector<std::string>& families);

} // namespace xieshang::documents
