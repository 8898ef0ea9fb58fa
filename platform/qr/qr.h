// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// QR codes (ISO/IEC 18004) as the path of an SVG: what a phone's camera reads from the screen.
// Pure; any thread. The only folder that sees libqrencode.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace xieshang::qr {

struct Picture {
    std::int64_t modules{}; // on each side, without the quiet zone, which is four on each side
    std::string path;       // the dark modules as rectangles: SVG's d, a module is 1 × 1
};

// Corrects up to 15 % of errors (level M). Throws std::length_error for a text that no code holds
// (beyond some 2,300 bytes).
Picture picture_of(std::string_view text);

} // namespace xieshang::qr
