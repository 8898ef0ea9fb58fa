// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/consultation.h"

#include "features/plan/nesting.h"
#include "features/plan/script.h"
#include "features/plan/words.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

const auto verbs =
    words(U"开展 进行 组织 召开 举行 举办 协商议政 协商建言 建言献策 建言资政 议政建言 专题协商");
const auto meetings =
    words(U"协商 监督 视察 调研 座谈 议政 会议 考察 评议 建言 献策 讨论 为题 为主题");

// Length of the word that a consultation's subject follows.
std::size_t lead_of(Text text)
{
    for (const Text word : {U"围绕", U"针对", U"聚焦", U"就", U"以"}) {
        if (text.starts_with(word) && text.size() > word.size()) {
            const char32_t next = text[word.size()];
            const bool is_plain =
                word == U"围绕" || (word == U"就" && !is_one_of(next, U"业医学地近餐"));
            return is_plain || is_opening_quote(next) ? word.size() : 0;
        }
    }
    return 0;
}

} // namespace

std::optional<Consultation> consultation_in(Text text)
{
    const std::size_t begin = lead_of(text);
    if (begin == 0 || text.size() > 400) {
        return std::nullopt;
    }
    const Nesting nesting(text);
    for (std::size_t i = text.size(); i-- > begin + 1;) {
        const Text rest = text.substr(i);
        if (rest.size() > 30) {
            break;
        }
        if (nesting.depth(i) != 0) {
            continue;
        }
        const bool says_meeting = contains_one(rest, meetings);
        const bool is_quoted = is_opening_quote(text[begin]) && nesting.partner(begin) == i - 1;
        if (!says_meeting || !(is_quoted || starts_with_one(rest, verbs))) {
            continue;
        }
        std::size_t end = i;
        for (bool again = true; again && end > begin + 1;) { // 开展·专题协商 and a comma before it
            again = is_one_of(text[end - 1], U",、");
            end -= again ? 1 : 0;
            const Text before = text.substr(begin, end - begin);
            const auto verb = std::find_if(
                verbs.begin(), verbs.end(), [&](Text word) { return before.ends_with(word); });
            if (verb != verbs.end() && before.size() > verb->size() + 1) {
                end -= verb->size();
                again = true;
            }
        }
        return Consultation{begin, end,
            is_opening_quote(text[begin]) && nesting.partner(begin) == end - 1,
            kind_named_in(text.substr(end))};
    }
    return std::nullopt;
}

} // namespace xieshang::plan
