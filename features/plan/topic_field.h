// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The field 领域 of a topic, over which a plan is balanced ("五位一体"总体布局). Pure.
#pragma once

#include <boost/describe.hpp>

#include <cstdint>

namespace xieshang::plan {

enum class TopicField : std::uint8_t {
    economy,  // 经济建设
    politics, // 政治建设
    culture,  // 文化建设
    society,  // 社会建设
    ecology,  // 生态文明建设
};
BOOST_DESCRIBE_ENUM(TopicField, economy, politics, culture, society, ecology)

} // namespace xieshang::plan
