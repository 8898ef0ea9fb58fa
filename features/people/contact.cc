// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/contact.h"

#include "features/people/period.h"

#include <algorithm>

namespace xieshang::people {
namespace {

constexpr std::size_t identity_digits = 17;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool are_digits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// Full-width signs made narrow, blanks left out.
std::string narrowed(std::string_view typed)
{
    std::string text;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const auto byte = static_cast<unsigned char>(typed[i]);
        const bool three = i + 2 < typed.size();
        if (three && typed.substr(i, 3) == "\xE3\x80\x80") {
            i += 2;
        } else if (three && byte == 0xEF && (typed[i + 1] == '\xBC' || typed[i + 1] == '\xBD')) {
            const auto last = static_cast<unsigned char>(typed[i + 2]);
            text += static_cast<char>(last - 0x60 + (typed[i + 1] == '\xBD' ? 0x40 : 0));
            i += 2;
        } else if (byte > ' ') {
            text += typed[i];
        }
    }
    return text;
}

tl::unexpected<base::Error> wrong(std::string code)
{
    return tl::unexpected(base::Error{
        base::Trouble::refused, "contact.invalid", {}, {{"/value", std::move(code), {}}}});
}

bool take_away(std::string& text, std::string_view start)
{
    if (text.compare(0, start.size(), start) != 0) {
        return false;
    }
    text.erase(0, start.size());
    return true;
}

bool is_mobile(std::string_view digits)
{
    return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3' && are_digits(digits);
}

// 0 + area of 2 or 3 digits + 7 or 8 digits; 010 and 02x are areas of two.
bool is_landline(std::string_view digits)
{
    if (digits.size() < 10 || digits[0] != '0' || !are_digits(digits)) {
        return false;
    }
    const std::size_t area = digits[1] == '1' || digits[1] == '2' ? 3 : 4;
    const auto local = digits.substr(area);
    return digits[1] != '0' && (local.size() == 7 || local.size() == 8) && local[0] >= '1';
}

base::Result<std::string> telephone(std::string text)
{
    std::string extension;
    for (const std::string_view mark : {"#", "\xE8\xBD\xAC"}) { // 转
        if (const auto at = text.find(mark); at != std::string::npos) {
            extension = text.substr(at + mark.size());
            text.erase(at);
            if (!are_digits(extension) || extension.size() > 6) {
                return wrong("contact.not_a_telephone");
            }
        }
    }
    const bool abroad = take_away(text, "+86") || take_away(text, "0086");
    text.erase(std::remove_if(text.begin(), text.end(),
                   [](char c) { return c == '-' || c == '(' || c == ')'; }),
        text.end());
    if (abroad && !is_mobile(text) && !text.empty() && text[0] != '0') {
        text.insert(0, "0");
    }
    if (is_mobile(text) ? !extension.empty() : !is_landline(text)) {
        return wrong("contact.not_a_telephone");
    }
    return extension.empty() ? text : text + "#" + extension;
}

bool is_local_part(std::string_view text)
{
    constexpr std::string_view signs = "!#$%&'*+/=?^_`{|}~.-";
    return !text.empty() && text.size() <= 64 && text.front() != '.' && text.back() != '.'
        && text.find("..") == std::string_view::npos
        && std::all_of(text.begin(), text.end(), [&](char c) {
               return is_digit(c) || is_letter(c) || signs.find(c) != std::string_view::npos;
           });
}

bool is_domain_label(std::string_view label)
{
    return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-'
        && std::all_of(label.begin(), label.end(),
            [](char c) { return is_digit(c) || is_letter(c) || c == '-'; });
}

bool is_domain(std::string_view text)
{
    std::size_t labels = 0;
    while (true) {
        const auto dot = text.find('.');
        if (!is_domain_label(text.substr(0, dot))) {
            return false;
        }
        ++labels;
        if (dot == std::string_view::npos) {
            return labels > 1 && text.size() > 1 && !are_digits(text);
        }
        text.remove_prefix(dot + 1);
    }
}

base::Result<std::string> email(std::string text)
{
    const auto at = text.rfind('@');
    if (at == std::string::npos || text.size() > 254
        || !is_local_part(std::string_view(text).substr(0, at))
        || !is_domain(std::string_view(text).substr(at + 1))) {
        return wrong("contact.not_an_email");
    }
    std::transform(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
        text.begin() + static_cast<std::ptrdiff_t>(at),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

// ISO 7064 MOD 11-2: the sum of weights 2^(17-i) mod 11 and the check are 1 mod 11.
char check_digit(std::string_view digits)
{
    int sum = 0;
    for (const char c : digits) {
        sum = (sum + (c - '0')) * 2 % 11;
    }
    return "10X98765432"[sum];
}

base::Result<std::string> identity_number(std::string text)
{
    if (!text.empty() && text.back() == 'x') {
        text.back() = 'X';
    }
    if (text.size() != identity_digits + 1
        || !are_digits(std::string_view(text).substr(0, identity_digits))
        || (text.back() != 'X' && !is_digit(text.back())) || text[0] == '0') {
        return wrong("contact.not_an_identity_number");
    }
    const auto birthday = text.substr(6, 4) + "-" + text.substr(10, 2) + "-" + text.substr(12, 2);
    if (!is_day(birthday)) {
        return wrong("contact.no_birthday");
    }
    if (text.back() != check_digit(std::string_view(text).substr(0, identity_digits))) {
        return wrong("contact.wrong_check_digit");
    }
    return text;
}

} // namespace

base::Result<std::string> kept_form(Contact contact, std::string_view typed)
{
    auto text = narrowed(typed);
    switch (contact) {
    case Contact::telephone:
        return telephone(std::move(text));
    case Contact::email:
        return email(std::move(text));
    case Contact::identity_number:
        break;
    }
    return identity_number(std::move(text));
}

} // namespace xieshang::people
