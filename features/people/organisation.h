// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An organisation 单位 or body of the register, in a tree, with the days from which and until which
// it stands. Pure. Sectors 界别 differ from place to place, so they are rows, not a list.
#pragma once

#include "features/people/period.h"
#include "platform/base/clock.h"
#include "platform/base/ids.h"

#include <cstdint>
#include <vector>

namespace xieshang::people {

using OrganisationId = base::Id<struct OrganisationTag>;

enum class OrganisationKind : std::uint8_t {
    committee,         // 政协委员会 itself
    party_organ,       // 党委及其部门
    government_organ,  // 政府及其办公室
    department,        // 承办部门
    special_committee, // 专门委员会
    party_or_group,    // 参加单位: 民主党派、工商联、人民团体
    sub_district,      // 街道政协工委
    sector,            // 界别
    room,              // 协商议事室
};
BOOST_DESCRIBE_ENUM(OrganisationKind, committee, party_organ, government_organ, department,
    special_committee, party_or_group, sub_district, sector, room)

// Whether somebody heads it who needs to know its people.
constexpr bool has_people(OrganisationKind kind)
{
    return kind == OrganisationKind::department || kind == OrganisationKind::special_committee
        || kind == OrganisationKind::sub_district || kind == OrganisationKind::sector;
}

struct OrganisationWords {
    OrganisationKind kind{};
    std::string name;
    std::string short_name;
    std::string code; // of the house: unique, letters and digits
    std::optional<OrganisationId> parent_id{};
    Period valid;

    bool operator==(const OrganisationWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(OrganisationWords, (), (kind, name, short_name, code, parent_id, valid))

// What is to be otherwise of them; what is absent stays.
struct OrganisationChange {
    json::Change<OrganisationKind> kind{};
    json::Change<std::string> name{};
    json::Change<std::string> short_name{};
    json::Change<std::string> code{};
    json::Change<std::optional<OrganisationId>> parent_id{};
    json::Change<PeriodChange> valid{};
};
BOOST_DESCRIBE_STRUCT(OrganisationChange, (), (kind, name, short_name, code, parent_id, valid))

struct Organisation {
    OrganisationId id;
    OrganisationWords words;
    bool invented{};
    std::int64_t version{};
    base::Instant updated_at;
};
BOOST_DESCRIBE_STRUCT(Organisation, (), (id, words, invented, version, updated_at))

struct BodyName { // as others name it
    OrganisationId id;
    std::string name;
    std::string short_name;

    bool operator==(const BodyName&) const = default;
};
BOOST_DESCRIBE_STRUCT(BodyName, (), (id, name, short_name))

OrganisationWords changed(OrganisationWords words, const OrganisationChange& change);

// Refuses with organisation.invalid (422), naming each wrong field: name and short name as
// short_text.h, a code of 1 to 32 letters a-z, digits, . _ and - (organisation.not_a_code), the
// days as period.h under /valid.
base::Result<void> acceptable(const OrganisationWords& words);

// Whether it may hang there: refuses with organisation.no_parent where there is none of that id,
// organisation.below_itself where it would be above itself. `all` is the tree as it stands.
base::Result<void> fits_tree(
    const Organisation& organisation, const std::vector<Organisation>& all);

} // namespace xieshang::people
