// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/organisation.h"

#include "features/people/short_text.h"

#include <algorithm>

namespace xieshang::people {
namespace {

constexpr std::size_t code_most = 32;

bool fits_code(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

bool is_code(std::string_view text)
{
    return !text.empty() && text.size() <= code_most
        && std::all_of(text.begin(), text.end(), fits_code);
}

base::Result<void> wrong_parent(std::string code)
{
    return tl::unexpected(base::Error{
        base::Trouble::refused, "organisation.invalid", {}, {{"/parent_id", std::move(code), {}}}});
}

} // namespace

OrganisationWords changed(OrganisationWords words, const OrganisationChange& change)
{
    change.kind.apply_to(words.kind);
    change.name.apply_to(words.name);
    change.short_name.apply_to(words.short_name);
    change.code.apply_to(words.code);
    change.parent_id.apply_to(words.parent_id);
    if (change.valid.said) {
        words.valid = changed(std::move(words.valid), *change.valid.said);
    }
    return words;
}

base::Result<void> acceptable(const OrganisationWords& words)
{
    base::Error wrong{base::Trouble::refused, "organisation.invalid", {}, {}};
    check_text(wrong.fields, "/name", words.name);
    check_text(wrong.fields, "/short_name", words.short_name);
    if (!is_code(words.code)) {
        wrong.fields.push_back({"/code", "organisation.not_a_code", {}});
    }
    if (auto valid = acceptable(words.valid); !valid) {
        for (auto& field : valid.error().fields) {
            field.pointer.insert(0, "/valid");
            wrong.fields.push_back(std::move(field));
        }
    }
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

base::Result<void> fits_tree(const Organisation& organisation, const std::vector<Organisation>& all)
{
    auto above = organisation.words.parent_id;
    for (std::size_t steps = 0; above; ++steps) {
        if (*above == organisation.id || steps > all.size()) {
            return wrong_parent("organisation.below_itself");
        }
        const auto parent = std::find_if(
            all.begin(), all.end(), [&](const Organisation& other) { return other.id == *above; });
        if (parent == all.end()) {
            return wrong_parent("organisation.no_parent");
        }
        above = parent->words.parent_id;
    }
    return {};
}

} // namespace xieshang::people
