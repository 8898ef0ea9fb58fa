// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The directory 名录 of a term: whom one looks for, and a line of what is found. Pure.
#pragma once

#include "features/people/membership.h"

namespace xieshang::people {

enum class DirectoryOrder : std::uint8_t {
    strokes, // 姓氏笔画
    pinyin,
    sector, // by its code, then by strokes; those without a sector first
};
BOOST_DESCRIBE_ENUM(DirectoryOrder, strokes, pinyin, sector)

struct DirectoryPlace { // of a line in its order
    std::string group;
    std::string key;
    std::string id;

    bool operator==(const DirectoryPlace&) const = default;
};
BOOST_DESCRIBE_STRUCT(DirectoryPlace, (), (group, key, id))

struct DirectoryQuestion {
    TermId term_id;      // whose sectors and groups are shown
    std::string words{}; // of a name, as platform/names finds it
    std::optional<OrganisationId> sector_id{};
    std::optional<OrganisationId> group_id{};
    std::optional<OrganisationId> organisation_id{}; // who holds a post of it on `day`
    std::string day{};
    bool of_the_past = false;               // as it was on `day`, by the days of the steps
    std::optional<MembershipState> state{}; // in that term, or on that day
    bool members_only = false;              // of that term: states are those of the term alone
    bool nobody = false;                    // what is asked for fits nobody
    DirectoryOrder order{};
    DirectoryPlace after{}; // the last line of the page before
    std::int64_t most = 50;
};

struct DirectoryLine {
    PersonId id;
    std::string name;
    bool invented{};
    bool has_namesake{};              // somebody else has this very name
    std::optional<BodyName> sector{}; // in that term, as its place was on `day`
    std::optional<BodyName> group{};
    bool place_unknown{}; // a member then; of which sector was not kept (migration 0025)
    MembershipState state{};
    std::optional<std::string> since{}; // the day from which the membership in the term is so
    DirectoryPlace place;
};

} // namespace xieshang::people
