// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A key of the ring. From its 256 secret bits, one key is derived (HKDF) for each purpose, so that
// none is ever used for two. Unchanging; any thread.
#pragma once

#include "platform/base/clock.h"
#include "platform/sealing/cipher.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::sealing {

class Key {
public:
    Key(std::string id, Suite suite, base::Instant made_at, const Secret& root);

    static std::shared_ptr<const Key> make(Suite suite, base::Instant at); // a new one

    const std::string& id() const { return id_; } // "k" and 12 hex digits, drawn by lot
    Suite suite() const { return suite_; }
    base::Instant made_at() const { return made_at_; }
    // 16 hex digits that depend on the secret and do not tell it: two keys of one id are found out.
    const std::string& fingerprint() const { return fingerprint_; }

    const Secret& root() const { return root_; } // for the key file alone
    const Secret& hides() const { return hides_; }
    const Secret& proves() const { return proves_; }
    const Secret& finds() const { return finds_; }

private:
    std::string id_;
    Suite suite_;
    base::Instant made_at_;
    Secret root_;
    Secret hides_;
    Secret proves_;
    Secret finds_;
    std::string fingerprint_;
};

using KeyPointer = std::shared_ptr<const Key>;

// What a key file holds.
struct Keys {
    std::string current; // id of the key that is to seal from now on; empty when there is none
    std::vector<KeyPointer> all;

    const Key* find(std::string_view id) const; // or nullptr
};

bool is_key_id(std::string_view text);

} // namespace xieshang::sealing
