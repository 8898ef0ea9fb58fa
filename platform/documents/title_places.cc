// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/title_places.h"

#include "platform/documents/letters.h"
#include "platform/documents/title_lines.h"
#include "platform/documents/type_runs.h"

#include <memory>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

namespace xieshang::documents {
namespace {

constexpr double within_word = 60;
constexpr double within_latin = 400;
constexpr double before_particle = 40;
constexpr double behind_preposition = 40;
constexpr double before_about = -50; // 关于 begins what the title is about

bool is_among(std::string_view character, std::string_view list)
{
    const bool is_broken = character.size() == 1 && (character[0] & 0x80) != 0;
    return !character.empty() && !is_broken && list.find(character) != list.npos;
}

bool starts_with_any(std::string_view text, std::string_view list)
{
    std::size_t first = 0;
    return !text.empty() && is_among(next_character(text, first), list);
}

bool begins_no_line(std::string_view text)
{
    std::size_t first = 0;
    return text.empty() || starts_with_any(text, "，。、；：？！）〕】》〉」』”’…—·％℃,.;:?!)]}%")
        || combines(code_point(next_character(text, first)));
}

bool ends_no_line(std::string_view character)
{
    return is_among(character, "（〔【《〈「『“‘([{") || character == "\u200D";
}

struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
    void operator()(UBreakIterator* words) const { ubrk_close(words); }
};

// Bytes at which words end. Without ICU's data each character is a word.
std::vector<bool> ends_of_words(std::string_view title)
{
    std::vector<bool> ends(title.size() + 1, false);
    UErrorCode code = U_ZERO_ERROR;
    const std::unique_ptr<UText, CloseText> text(
        utext_openUTF8(nullptr, title.data(), static_cast<std::int64_t>(title.size()), &code));
    const std::unique_ptr<UBreakIterator, CloseText> words(
        ubrk_open(UBRK_WORD, "zh", nullptr, 0, &code));
    if (U_SUCCESS(code) != 0) {
        ubrk_setUText(words.get(), text.get(), &code);
    }
    if (U_SUCCESS(code) == 0) {
        return std::vector<bool>(title.size() + 1, true);
    }
    for (auto at = ubrk_first(words.get()); at != UBRK_DONE; at = ubrk_next(words.get())) {
        ends[static_cast<std::size_t>(at)] = true;
    }
    return ends;
}

bool is_latin_letter(std::string_view character)
{
    const auto runs = type_runs(character);
    return !runs.empty() && runs.front().script == Script::latin && !is_blank(character);
}

double cost_of(std::string_view last, std::string_view behind, bool ends_word)
{
    std::size_t first = 0;
    double cost = ends_word ? 0 : within_word;
    if (is_latin_letter(last) && is_latin_letter(next_character(behind, first))) {
        cost += within_latin;
    }
    cost += is_latin_letter(last) && starts_with_any(behind, "年月日号届次个项") ? within_word : 0;
    cost += starts_with_any(behind, "的了和与及等之") ? before_particle : 0;
    cost += is_among(last, "和与及在对为以于") ? behind_preposition : 0;
    return cost + (behind.starts_with("关于") ? before_about : 0);
}

} // namespace

std::vector<TitlePlace> title_places(std::string_view title, bool anywhere)
{
    const auto words = ends_of_words(title);
    std::vector<TitlePlace> places{{0, 0, 0}};
    int width = 0;
    for (std::size_t at = 0; at < title.size();) {
        const auto character = next_character(title, at);
        width += half_widths(character);
        const auto behind = title.substr(at);
        const bool allows = anywhere || (!ends_no_line(character) && !begins_no_line(behind));
        if (at == title.size() || (allows && !starts_with_any(behind, " "))) {
            const bool is_end = at == title.size();
            places.push_back({at, width, is_end ? 0 : cost_of(character, behind, words[at])});
        }
    }
    return places;
}

} // namespace xieshang::documents
