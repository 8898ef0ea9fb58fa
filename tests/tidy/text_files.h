// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Every label and refusal stands in *_texts.zh-CN.json and *_texts.en.json: flat objects, code →
// text with {parameters}.
#pragma once

#include "tests/tidy/tree.h"

namespace xieshang::tidy {

// Both languages, the same codes with the same parameters, flat strings, no code twice in the whole
// tree.
Complaints incomplete_texts(const Tree& tree);

// Codes that C++ refuses with and that no texts file has. A code is a literal like "plan.no_reason"
// in a statement that speaks of trouble (refuse, trouble, error, field, warning, text …), or
// anywhere in a *_workflow.cc.
Complaints unknown_codes(const Tree& tree);

} // namespace xieshang::tidy
