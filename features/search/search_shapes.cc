// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/search/search_shapes.h"

namespace xieshang::search {

std::string joined(const std::vector<PieceView>& pieces)
{
    std::string text;
    for (const auto& piece : pieces) {
        text += piece.text;
    }
    return text;
}

} // namespace xieshang::search
