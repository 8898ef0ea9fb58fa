// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The kinds of consultation that a topic 议题 stands under (章程第四条: 议题 must match 形式). Pure.
#pragma once

#include <boost/describe.hpp>

#include <cstdint>

namespace xieshang::topics {

enum class TopicKind : std::uint8_t {
    plenary,            // 全体会议
    standing_committee, // 常委会会议
    chairpersons,       // 主席会议
    thematic,           // 专题协商会议
    supervision,        // 民主监督
    biweekly,           // 双周协商座谈会
    counterpart,        // 对口协商
    sector,             // 界别协商
    proposal_handling,  // 提案办理协商
    room,               // 有事好商量
    inspection,         // 视察
    other,
};
BOOST_DESCRIBE_ENUM(TopicKind, plenary, standing_committee, chairpersons, thematic, supervision,
    biweekly, counterpart, sector, proposal_handling, room, inspection, other)

} // namespace xieshang::topics
