// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The one way from a file's bytes to a reading, for the program and the API: the content, not the
// name, says whether it is text, a word processor's document or a workbook. Any thread, no state,
// nothing but the bytes is read.
#pragma once

#include "features/plan/reading.h"

#include <string_view>

namespace xieshang::plan {

// Refuses what read_plan() refuses, and for .docx and .xlsx what documents::office_text() refuses.
base::Result<Reading> read_file(std::string_view bytes, std::string_view file_name);

} // namespace xieshang::plan
