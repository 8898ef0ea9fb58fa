// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/topic_kind.h"

#include <boost/describe/enum_to_string.hpp>

#include <array>

namespace xieshang::plan {
namespace {

struct Word {
    std::u32string_view word;
    TopicKind kind;
};

// The first row that occurs in the words wins.
constexpr auto words = std::to_array<Word>({
    {U"提案办理", TopicKind::proposal_handling},
    {U"提案督办", TopicKind::proposal_handling},
    {U"督办提案", TopicKind::proposal_handling},
    {U"重点提案", TopicKind::proposal_handling},
    {U"办理协商", TopicKind::proposal_handling},
    {U"提案协商", TopicKind::proposal_handling},
    {U"有事好商量", TopicKind::room},
    {U"议事室", TopicKind::room},
    {U"协商议事", TopicKind::room},
    {U"基层协商", TopicKind::room},
    {U"请你来协商", TopicKind::room},
    {U"监督", TopicKind::supervision},
    {U"民主评议", TopicKind::supervision},
    {U"双周", TopicKind::biweekly},
    {U"常委会", TopicKind::standing_committee},
    {U"常务委员会", TopicKind::standing_committee},
    {U"常委专题", TopicKind::standing_committee},
    {U"议政性常委", TopicKind::standing_committee},
    {U"主席会", TopicKind::chairpersons},
    {U"主席协商", TopicKind::chairpersons},
    {U"主席专题", TopicKind::chairpersons},
    {U"对口", TopicKind::counterpart},
    {U"界别", TopicKind::sector},
    {U"全体会议", TopicKind::plenary},
    {U"全体委员会议", TopicKind::plenary},
    {U"全会", TopicKind::plenary},
    {U"大会协商", TopicKind::plenary},
    {U"专题协商", TopicKind::thematic},
    {U"专题议政", TopicKind::thematic},
    {U"专题座谈", TopicKind::thematic},
    {U"专题会", TopicKind::thematic},
    {U"协商座谈", TopicKind::thematic},
    {U"视察", TopicKind::inspection},
    {U"考察", TopicKind::inspection},
    {U"调研", TopicKind::inspection},
    {U"专题", TopicKind::thematic},
});

} // namespace

std::string_view name_of(TopicKind kind) { return boost::describe::enum_to_string(kind, "other"); }

std::optional<TopicKind> kind_named_in(std::u32string_view folded)
{
    for (const auto& [word, kind] : words) {
        if (folded.find(word) != folded.npos) {
            return kind;
        }
    }
    return std::nullopt;
}

} // namespace xieshang::plan
