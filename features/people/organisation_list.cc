// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/organisation_list.h"

#include "platform/names/order.h"
#include "platform/names/search_keys.h"

#include <algorithm>

namespace xieshang::people {
namespace {

// As an assembly lists them.
constexpr std::array ranks{OrganisationKind::committee, OrganisationKind::special_committee,
    OrganisationKind::sector, OrganisationKind::sub_district, OrganisationKind::party_or_group,
    OrganisationKind::party_organ, OrganisationKind::government_organ, OrganisationKind::department,
    OrganisationKind::room};

auto rank_of(OrganisationKind kind) { return std::find(ranks.begin(), ranks.end(), kind); }

// Codes are of small letters, digits and signs.
bool begins(std::string_view code, std::string_view words)
{
    return words.size() <= code.size()
        && std::equal(words.begin(), words.end(), code.begin(), [](char word, char letter) {
               return (word >= 'A' && word <= 'Z' ? word - 'A' + 'a' : word) == letter;
           });
}

bool fits(const OrganisationLine& line, const OrganisationFilter& filter)
{
    const auto& words = filter.q.value_or("");
    return (!filter.kind || line.kind == *filter.kind)
        && (!filter.standing.value_or(false) || line.stands)
        && (names::matches(line.name, words) || names::matches(line.short_name, words)
            || begins(line.code, words));
}

// What the order goes by before the code.
std::string place_of(const OrganisationLine& line, OrganisationOrder order)
{
    switch (order) {
    case OrganisationOrder::code:
        return {};
    case OrganisationOrder::kind:
        return std::string(1, static_cast<char>('a' + (rank_of(line.kind) - ranks.begin())));
    case OrganisationOrder::name:
        return names::pinyin_key(line.name);
    }
    return {};
}

} // namespace

std::vector<OrganisationLine> narrowed(
    std::vector<OrganisationLine> lines, const OrganisationFilter& filter)
{
    struct InPlace {
        std::string place;
        OrganisationLine line;
    };
    std::vector<InPlace> placed;
    const auto order = filter.sort.value_or(OrganisationOrder::code);
    for (auto& line : lines) {
        if (fits(line, filter)) {
            auto place = place_of(line, order);
            placed.push_back({std::move(place), std::move(line)});
        }
    }
    std::sort(placed.begin(), placed.end(), [](const InPlace& one, const InPlace& other) {
        return std::tie(one.place, one.line.code) < std::tie(other.place, other.line.code);
    });
    std::vector<OrganisationLine> found;
    for (auto& one : placed) {
        found.push_back(std::move(one.line));
    }
    return found;
}

} // namespace xieshang::people
