// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Topics that are told by labels alone:
//   时间：2022年1月。
//   议题：县人民政府工作报告。
// Pure, linear.
#pragma once

#include "features/plan/findings.h"
#include "features/plan/lines.h"

#include <functional>
#include <optional>

namespace xieshang::plan {

// Places all of the run when labels tell of topics in it, else nothing; says which. A title's label
// needs another label beside it, unless the heading above promises topics.
bool place_labelled_topics(Findings& findings, const Run& run, std::optional<TopicKind> kind_above,
    bool in_topics, const std::function<int()>& section);

} // namespace xieshang::plan
