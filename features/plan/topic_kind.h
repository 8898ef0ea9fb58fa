// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The forms in which an assembly consults (协商形式). The enumerator's name is the word in JSON,
// URL and table.
#pragma once

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace xieshang::plan {

enum class TopicKind : std::uint8_t {
    plenary,            // 全体会议
    standing_committee, // 常委会会议
    chairpersons,       // 主席会议
    thematic,           // 专题协商
    supervision,        // 民主监督
    biweekly,           // 双周协商
    counterpart,        // 对口协商
    sector,             // 界别协商
    proposal_handling,  // 提案办理协商
    room,               // 有事好商量
    inspection,         // 视察、考察、调研
    other,
};
BOOST_DESCRIBE_ENUM(TopicKind, plenary, standing_committee, chairpersons, thematic, supervision,
    biweekly, counterpart, sector, proposal_handling, room, inspection, other)

std::string_view name_of(TopicKind kind); // "standing_committee"

// The kind that folded words (script.h) speak of; the meeting wins over the manner:
// 专题议政性常委会 is a standing_committee, 主席会议专题协商 is chairpersons. Nothing when no kind
// is named.
std::optional<TopicKind> kind_named_in(std::u32string_view folded);

} // namespace xieshang::plan
