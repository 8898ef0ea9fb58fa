// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/format_code.h"

#include "platform/documents/number_format.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

namespace xieshang::documents {
namespace {

struct BuiltIn {
    int id;
    std::string_view code;
};

constexpr auto built_in = std::to_array<BuiltIn>({
    {1, "0"},
    {2, "0.00"},
    {3, "#,##0"},
    {4, "#,##0.00"},
    {9, "0%"},
    {10, "0.00%"},
    {14, "yyyy/m/d"},
    {15, "d-mmm-yy"},
    {16, "d-mmm"},
    {17, "mmm-yy"},
    {18, "h:mm AM/PM"},
    {19, "h:mm:ss AM/PM"},
    {20, "h:mm"},
    {21, "h:mm:ss"},
    {22, "yyyy/m/d h:mm"},
    {27, "yyyy\"年\"m\"月\""},
    {28, "m\"月\"d\"日\""},
    {29, "m\"月\"d\"日\""},
    {30, "m-d-yy"},
    {31, "yyyy\"年\"m\"月\"d\"日\""},
    {32, "h\"时\"mm\"分\""},
    {33, "h\"时\"mm\"分\"ss\"秒\""},
    {34, "上午/下午h\"时\"mm\"分\""},
    {35, "上午/下午h\"时\"mm\"分\"ss\"秒\""},
    {36, "yyyy\"年\"m\"月\""},
    {37, "#,##0"},
    {38, "#,##0"},
    {39, "#,##0.00"},
    {40, "#,##0.00"},
    {45, "mm:ss"},
    {46, "[h]:mm:ss"},
    {47, "mm:ss"},
    {50, "yyyy\"年\"m\"月\""},
    {51, "m\"月\"d\"日\""},
    {52, "yyyy\"年\"m\"月\""},
    {53, "m\"月\"d\"日\""},
    {54, "m\"月\"d\"日\""},
    {55, "上午/下午h\"时\"mm\"分\""},
    {56, "上午/下午h\"时\"mm\"分\"ss\"秒\""},
    {57, "yyyy\"年\"m\"月\""},
    {58, "m\"月\"d\"日\""},
});

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// [DBNum1], [Red], [$-804], [$￥-804]: only digits in Chinese and the sign of money are shown.
void take_bracket(FormatCode& code, std::string_view inside)
{
    if (inside == "DBNum1" || inside == "DBNum2") {
        code.is_chinese = true;
    } else if (inside.starts_with('$')) {
        const auto sign = inside.substr(1, inside.find('-') - (inside.find('-') != inside.npos));
        code.pieces.push_back({true, std::string(sign), false});
        code.is_of_china = code.is_of_china || inside.ends_with("-804");
    } else if (!inside.empty() && inside.find_first_not_of("hmsHMS") == inside.npos) {
        code.pieces.push_back({false, std::string(inside.size(), lowered(inside.front())), true});
    }
}

// 0.00E+00 has no year.
bool is_exponent(std::string_view text)
{
    return lowered(text.front()) == 'e' && text.size() > 1 && (text[1] == '+' || text[1] == '-');
}

std::string uppered(std::string_view word)
{
    std::string upper(word);
    for (auto& c : upper) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return upper;
}

// Whether the value fulfils the condition of a section; nothing when it has none.
std::optional<bool> fulfils(double value, std::string_view section)
{
    for (auto at = section.find('['); at != section.npos; at = section.find('[', at + 1)) {
        const auto inside = section.substr(at + 1, section.find(']', at) - at - 1);
        const auto length = std::min(inside.find_first_not_of("<>="), inside.size());
        if (length == 0) {
            continue;
        }
        const auto sign = inside.substr(0, length);
        const double other = std::strtod(std::string(inside.substr(length)).c_str(), nullptr);
        return sign == "<" ? value < other
            : sign == "<=" ? value <= other
            : sign == ">"  ? value > other
            : sign == ">=" ? value >= other
            : sign == "="  ? value == other
                           : value != other;
    }
    return std::nullopt;
}

std::size_t word_at(std::string_view text, std::size_t at)
{
    for (const std::string_view word : {"General", "G/通用格式", "AM/PM", "上午/下午", "A/P"}) {
        const auto found = text.substr(at, word.size());
        if (std::equal(found.begin(), found.end(), word.begin(), word.end(),
                [](char a, char b) { return lowered(a) == lowered(b); })) {
            return word.size();
        }
    }
    return 0;
}

// Pieces of a section; what begins at `i` is taken and `i` moves behind it.
void take_piece(FormatCode& code, std::string_view text, std::size_t& i)
{
    const char c = text[i];
    const auto until = [&](char end) { return std::min(text.find(end, i + 1), text.size()); };
    if (c == '"') {
        code.pieces.push_back({true, std::string(text.substr(i + 1, until('"') - i - 1)), false});
        i = until('"') + 1;
    } else if (c == '[') {
        take_bracket(code, text.substr(i + 1, until(']') - i - 1));
        i = until(']') + 1;
    } else if (c == '\\' && i + 1 < text.size()) {
        std::size_t end = i + 2;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) {
            ++end;
        }
        code.pieces.push_back({true, std::string(text.substr(i + 1, end - i - 1)), false});
        i = end;
    } else if (c == '_' || c == '*') {
        i += 2;
    } else if (const auto word = word_at(text, i); word > 0) {
        const bool is_general = lowered(c) == 'g';
        code.pieces.push_back(
            {false, is_general ? "General" : uppered(text.substr(i, word)), false});
        i += word;
    } else if (c == '@') {
        code.pieces.push_back({false, "General", false});
        ++i;
    } else if (is_date_letter(c) && !is_exponent(text.substr(i))) {
        std::size_t end = i;
        while (end < text.size() && lowered(text[end]) == lowered(c)) {
            ++end;
        }
        code.pieces.push_back({false, std::string(end - i, lowered(c)), false});
        i = end;
    } else if (std::string_view("0#?.,%").find(c) != std::string_view::npos) {
        const auto end = std::min(text.find_first_not_of("0#?.,%", i), text.size());
        code.pieces.push_back({false, std::string(text.substr(i, end - i)), false});
        i = end;
    } else {
        code.pieces.push_back({true, std::string(1, c), false});
        ++i;
    }
}

} // namespace

bool is_date_letter(char c)
{
    return std::string_view("ymdhsaeb").find(lowered(c)) != std::string_view::npos;
}

std::vector<std::string_view> sections_of(std::string_view code)
{
    std::vector<std::string_view> sections;
    std::size_t begin = 0;
    bool quoted = false;
    for (std::size_t i = 0; i <= code.size(); ++i) {
        if (i < code.size() && code[i] == '\\' && !quoted) {
            ++i;
        } else if (i < code.size() && code[i] == '"') {
            quoted = !quoted;
        } else if (i >= code.size() || (code[i] == ';' && !quoted)) {
            sections.push_back(code.substr(begin, std::min(i, code.size()) - begin));
            begin = i + 1;
        }
    }
    return sections;
}

FormatSection section_for(double value, std::string_view code)
{
    const auto sections = sections_of(code);
    bool has_condition = false;
    for (std::size_t i = 0; i < std::min<std::size_t>(sections.size(), 2); ++i) {
        const auto holds = fulfils(value, sections[i]);
        if (holds.value_or(false)) {
            return {sections[i]};
        }
        has_condition = has_condition || holds;
    }
    if (has_condition) {
        const auto last = sections[std::min<std::size_t>(sections.size(), 3) - 1];
        return {fulfils(value, last) ? std::string_view() : last};
    }
    const bool takes_sign = value < 0 && sections.size() > 1;
    const auto section = takes_sign         ? sections[1]
        : value == 0 && sections.size() > 2 ? sections[2]
                                            : sections[0];
    return {section, takes_sign && section != "@"};
}

FormatCode code_of(std::string_view section)
{
    FormatCode code;
    for (std::size_t i = 0; i < section.size();) {
        take_piece(code, section, i);
    }
    return code;
}

std::string_view built_in_format(int id)
{
    const auto* found = std::find_if(
        built_in.begin(), built_in.end(), [id](const BuiltIn& row) { return row.id == id; });
    return found == built_in.end() ? std::string_view() : found->code;
}

} // namespace xieshang::documents
