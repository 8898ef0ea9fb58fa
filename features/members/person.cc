// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/person.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace xieshang::members {
namespace {

// Code points; -1 where the bytes are no UTF-8.
std::vector<UChar32> characters_of(std::string_view text)
{
    std::vector<UChar32> characters;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        UChar32 character = -1;
        U8_NEXT(bytes, at, size, character);
        characters.push_back(character);
    }
    return characters;
}

bool fits_login(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-'
        || (c > 0 && u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0
            && uscript_getScript(c, &status) == USCRIPT_HAN);
}

bool fits_name(UChar32 c) { return c >= 0 && u_iscntrl(c) == 0 && u_charType(c) != U_FORMAT_CHAR; }

std::string folded(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status)) {
        throw std::runtime_error("ICU has no NFKC_Casefold data");
    }
    const auto source =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    auto result = fold->normalize(source, status);
    std::string out;
    result.trim().toUTF8String(out);
    return out;
}

void check_login(base::Error& error, const std::string& login)
{
    const auto characters = characters_of(login);
    if (characters.size() < login_least || characters.size() > login_most) {
        error.fields.push_back({"/login", "members.login_length",
            {{"least", std::to_string(login_least)}, {"most", std::to_string(login_most)}}});
    } else if (!std::all_of(characters.begin(), characters.end(), fits_login)) {
        error.fields.push_back({"/login", "members.login_characters", {}});
    }
}

void check_name(base::Error& error, std::string_view name)
{
    const auto characters = characters_of(name);
    const bool blank = std::all_of(
        characters.begin(), characters.end(), [](UChar32 c) { return u_isUWhiteSpace(c) != 0; });
    if (blank || characters.size() > name_most) {
        error.fields.push_back(
            {"/name", "members.name_length", {{"most", std::to_string(name_most)}}});
    } else if (!std::all_of(characters.begin(), characters.end(), fits_name)) {
        error.fields.push_back({"/name", "members.name_characters", {}});
    }
}

void check_password(base::Error& error, const Entry& entry)
{
    if (auto trouble =
            trouble_with({entry.password, entry.login, entry.name, entry.rules}, "/password")) {
        error.fields.push_back(std::move(*trouble));
    }
}

} // namespace

std::string folded_login(std::string_view login) { return folded(login); }

base::Result<void> acceptable_account(std::string_view login, std::string_view name)
{
    base::Error error{base::Trouble::refused, "members.invalid", {}, {}};
    check_login(error, folded_login(login));
    check_name(error, name);
    if (!error.fields.empty()) {
        return tl::unexpected(std::move(error));
    }
    return {};
}

base::Result<void> acceptable(const Entry& entry)
{
    base::Error error{base::Trouble::refused, "members.invalid", {}, {}};
    const auto login = folded_login(entry.login);
    check_login(error, login);
    check_name(error, entry.name);
    check_password(error, entry);
    if (!error.fields.empty()) {
        return tl::unexpected(std::move(error));
    }
    return {};
}

} // namespace xieshang::members
