// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A Reading in one of the program's languages, for the command line. Inline, so that the reader
// itself needs no catalog.
#pragma once

#include "features/plan/reading_answer.h"
#include "features/plan/reading_table.h"
#include "platform/texts/texts.h"

#include <string>
#include <string_view>

namespace xieshang::plan {

inline Wording wording_of(const texts::Catalog& catalog, texts::Language language)
{
    return [&catalog, language](std::string_view code, const base::Params& params) {
        return catalog.text(language, code, params);
    };
}

inline std::string reading_json(
    const Reading& reading, const texts::Catalog& catalog, texts::Language language)
{
    return reading_json(reading, wording_of(catalog, language));
}

inline std::string reading_table(
    const Reading& reading, const texts::Catalog& catalog, texts::Language language)
{
    return reading_table(reading, wording_of(catalog, language));
}

} // namespace xieshang::plan
