// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Labels inside a topic (牵头领导： 责任部门： 时间安排：) and heads of a table's columns. Folded
// text; pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace xieshang::plan {

enum class Field : std::uint8_t {
    number,
    title,
    kind,
    period,
    responsible,   // leaders and bodies that lead: 牵头领导, 责任部门, 承办单位
    participating, // 参与部门, 协办单位, 参加人员
    frame,         // 组织实施: has labels of its own inside
};

struct Label {
    Field field{};
    std::size_t length{};
};

// The longest label that begins at `at`, whatever follows it.
std::optional<Label> label_at(std::u32string_view text, std::size_t at);

// How long the head of a column of numbers (序号, 编号, 序) is that begins at `at`; 0: none does.
std::size_t number_head_at(std::u32string_view text, std::size_t at);

// What a column with this head holds.
std::optional<Field> column_named(std::u32string_view head);

// A body's part as it stands in brackets behind a title: 经济委牵头, 由提案委承办, 住建局配合.
// Nothing when no part is named.
struct Part {
    Field field{};
    std::size_t begin{}; // of the body's name
    std::size_t end{};
};
std::optional<Part> part_named_in(std::u32string_view text);

bool is_name_of_body(std::u32string_view text); // 区住建局, 经济科技委, 城东街道

} // namespace xieshang::plan
