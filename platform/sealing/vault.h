// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Values that are encrypted at rest (CRY-02): identity numbers, telephones, secrets of second
// factors. For verbs (*_actions), in the transaction of the change.
//
//   services.vault.put(tx, {"person", id.text, "phone"}, phone, Findable::yes);
//   const auto phone = TRY(services.vault.look(tx, {"person", id.text, "phone"},
//       {.actor = actor, .reason = "members.call_before_meeting"}));
//
// Who wants to see a value says why: look() puts that into the record, in the same transaction, as
// `sealed_value.look`. The event of a change is the caller's, and never holds the value. Throws
// db::Failure; KeyMissing, BoxBroken and std::system_error when a value cannot be opened: nothing
// that a person did. Any thread.
#pragma once

#include "platform/base/actor.h"
#include "platform/base/random.h"
#include "platform/db/db.h"
#include "platform/sealing/box.h"
#include "platform/sealing/key_ring.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::sealing {

enum class Findable : bool { no, yes };

struct Look {
    const base::Actor& actor;
    std::string_view reason; // kept in the record: words or a code; never the value
};

class Vault {
public:
    // Random is for the salts of the record; nonces and keys never come from it.
    Vault(KeyRing& ring, base::Clock& clock, base::Random& random)
        : ring_(ring), clock_(clock), random_(random)
    {
    }

    // Seals under the current key, over what was there. The new version: one more than that of what
    // was there, else `first`. The very first value makes the key file, and the database takes its
    // key up.
    // Findable: find() finds it by its exact value, so the caller makes equal values equal texts.
    std::int64_t put(db::Tx& tx, const Place& place, std::string_view value, Findable findable,
        std::int64_t first = 1);

    // The same of places where nothing was before, many at once; each has version 1. Throws
    // db::ConstraintFailure when something is there.
    struct NewValue {
        Place place;
        std::string_view value; // lives until put_new() returns
        Findable findable{};
    };
    void put_new(db::Tx& tx, const std::vector<NewValue>& values);

    // The value, for somebody to see. Refusals: sealing.nothing_there (404), sealing.no_reason.
    base::Result<std::string> look(db::Tx& tx, const Place& place, const Look& look);

    // Whether `fits` says so of the value: for the program's own checks, such as of a one-time
    // code. Nobody is shown the value, so the record is not told. False when nothing is there.
    bool holds(db::Tx& tx, const Place& place, const std::function<bool(std::string_view)>& fits);

    // Ids of the subjects whose field has this very value; sorted.
    std::vector<std::string> find(db::Tx& tx, const std::string& subject_kind,
        const std::string& field, std::string_view value);

    static bool exists(db::Tx& tx, const Place& place);
    static std::int64_t version_of(db::Tx& tx, const Place& place); // 0: nothing is there
    // Gone for good, from the file as well (PRI-03). False when nothing was there.
    static bool erase(db::Tx& tx, const Place& place);
    // All fields of a subject; gives how many there were.
    static std::int64_t erase_all(
        db::Tx& tx, const std::string& subject_kind, const std::string& subject_id);

    KeyRing& ring() { return ring_; }
    // What put() seals under; as there, the very first makes the key file.
    KeyPointer sealing_key(db::Tx& tx);

private:
    struct Opened;
    std::optional<Opened> opened(db::Tx& tx, const Place& place);

    KeyRing& ring_;
    base::Clock& clock_;
    base::Random& random_;
};

// Of Services that were given none, such as those of a test that seals nothing: every use throws
// KeyMissing or db::Failure.
Vault& no_vault();

} // namespace xieshang::sealing
