// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A sealed value:
//
//   suite 1 (intl):  01 | nonce (12) | AES-256-GCM of the value | tag (16)
//   suite 2 (cn):    02 | iv (16)    | SM4-CTR of the value     | HMAC-SM3 (32)
//
// The mac of suite 2 covers the associated data, its length (8 bytes, big end first), the suite,
// the iv and what was hidden: encrypt-then-MAC. The associated data is the suite and the place of
// the value, each part with its length before it, so a box that was moved to another row or another
// field does not open. Nonces are drawn by lot: with 96 bits, a key is good for 2^32 boxes.
// Any thread.
#pragma once

#include "platform/sealing/key.h"

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace xieshang::sealing {

struct BoxBroken : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Where a value lies: a field of a subject. {"person", "0190…", "phone"}
struct Place {
    std::string subject_kind;
    std::string subject_id;
    std::string field;

    bool operator==(const Place&) const = default;
};
std::string name_of(const Place& place); // person/0190…/phone

std::string seal(const Key& key, const Place& place, std::string_view value);

// Nothing when any bit of the box is another, or its place, or its key.
std::optional<std::string> open(const Key& key, const Place& place, std::string_view box);
std::string open_or_throw(const Key& key, const Place& place, std::string_view box); // BoxBroken

// By which equal values of a field are found without opening them: HMAC of kind, field and value.
// Tells who reads the database which subjects have the same value, and no more.
std::string finder(const Key& key, const Place& place, std::string_view value);

} // namespace xieshang::sealing
