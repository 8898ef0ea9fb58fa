// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An act on behalf 代办: somebody of the office did what was another's to do. Types and rules;
// pure. Whose it was is a person, or a body that has no account of its own; both names stand with
// the act, and whoever it was done for is told and may object. Source: T-30, issue "People and
// bodies".
#pragma once

#include "features/members/person.h"
#include "features/members/role.h"
#include "features/people/organisation.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::behalf {

using ActId = base::Id<struct BehalfActTag>;
using ScanId = base::Id<struct BehalfScanTag>;
using members::PersonId;
using people::OrganisationId;

// What was done. Of the verbs that the register lets a person do with his own things and the office
// with everybody's, those that change something: a look at a contact is told to the record alone.
enum class BehalfDeed : std::uint8_t {
    change_contact,
    erase_contact,
    import_contact,     // by a roster: one act a person, however many contacts
    pass_plan,          // 主席会议审议通过
    approve_plan,       // 党委同意
    send_back_plan,     // 退回
    decide_amendment,   // 议题调整
    withdraw_amendment, // 撤回, before its day
};
BOOST_DESCRIBE_ENUM(BehalfDeed, change_contact, erase_contact, import_contact, pass_plan,
    approve_plan, send_back_plan, decide_amendment, withdraw_amendment)

enum class BehalfState : std::uint8_t {
    told,     // 已告知: nobody of those concerned has opened it yet
    seen,     // 已阅
    objected, // 有异议: waits for an answer
    answered, // 已答复: the answer was not opened yet
    settled,  // 已阅答复
};
BOOST_DESCRIBE_ENUM(BehalfState, told, seen, objected, answered, settled)

enum class BehalfAction : std::uint8_t {
    record, // the act itself
    see,
    object,
    answer,
};
BOOST_DESCRIBE_ENUM(BehalfAction, record, see, object, answer)

struct BehalfAct {
    ActId id;
    std::string by_id{}; // the clerk; empty: the program, from the command line
    std::string by_name{};
    std::optional<PersonId> person_id{}; // for whom: a person, or
    std::string body{};                  // a body, as the role that its people would have
    std::optional<OrganisationId>
        organisation_id{};  // and which of the register, if it stands there
    std::string for_name{}; // as it was called then
    BehalfDeed deed{};
    std::string object_kind{}; // contact, plan: as the record names it
    std::string object_id{};
    std::int64_t object_version{};   // that the act made
    std::string about{};             // the plan's title, the roster's file
    std::string fields{};            // which contacts, joined by a comma; never what they are
    std::optional<ScanId> scan_id{}; // of the paper; a body's acts have one
    std::optional<std::string> paper_day{};
    BehalfState state{};
    std::int64_t version{};
    base::Instant acted_at;
    base::Instant updated_at;

    bool operator==(const BehalfAct&) const = default;
};
BOOST_DESCRIBE_STRUCT(BehalfAct, (),
    (id, by_id, by_name, person_id, body, organisation_id, for_name, deed, object_kind, object_id,
        object_version, about, fields, scan_id, paper_day, state, version, acted_at, updated_at))

// The paper as it was scanned; its bytes lie in the file store, whole.
struct BehalfScan {
    ScanId id;
    std::string sha256;
    std::string file_name;
    std::int64_t size{};
    std::string media_type;
    base::Instant uploaded_at;
    std::string uploaded_by;
    std::string uploaded_by_name;
    std::int64_t version{};

    bool operator==(const BehalfScan&) const = default;
};
BOOST_DESCRIBE_STRUCT(BehalfScan, (),
    (id, sha256, file_name, size, media_type, uploaded_at, uploaded_by, uploaded_by_name, version))

// Who does what another might do himself acts on his behalf.
constexpr bool is_on_behalf(std::string_view actor_id, std::string_view person_id)
{
    return actor_id != person_id;
}

constexpr std::size_t most_scan_bytes = 20U << 20U;

// What a scan is by its first bytes, whatever it is called: application/pdf, image/jpeg or
// image/png. Refuses with behalf.scan_empty (422), behalf.scan_type (415), behalf.scan_cut (422)
// where the end of the file is missing.
base::Result<std::string> media_type_of(std::string_view bytes);

// The bodies that take steps of a plan, and what kind of organisation each is in the register.
constexpr std::optional<people::OrganisationKind> kind_of_body(members::Role body)
{
    if (body == members::Role::chairperson) {
        return people::OrganisationKind::committee;
    }
    if (body == members::Role::party_committee || body == members::Role::party_office) {
        return people::OrganisationKind::party_organ;
    }
    if (body == members::Role::government_office) {
        return people::OrganisationKind::government_organ;
    }
    return std::nullopt;
}

struct BodyFacts {
    // Somebody who can sign in today has its role; where persons of it are counted: that person.
    bool acts_itself = false;
    bool has_scan = false;   // one that this clerk handed in
    std::string paper_day{}; // the date that stands on the paper; empty: not said
    std::string today;
    bool names_organisation = false;
    bool organisation_fits = false; // of the register, of the body's kind, standing on that day
};

// Whether the office may record what a body did. Refuses with behalf.body_acts_itself (409); else
// with behalf.incomplete (422), naming every field that is missing or wrong: /behalf/scan_id
// behalf.no_scan, /behalf/paper_day behalf.no_day, period.not_a_day or behalf.day_to_come,
// /behalf/organisation_id behalf.not_that_body.
base::Result<void> may_record_for_body(const BodyFacts& facts);

} // namespace xieshang::behalf
