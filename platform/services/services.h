// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a verb may reach: handed in, never global (ADR 0002). In a request, `db` is joined to the
// transaction that also stores the idempotency key, so a verb's transact() and the key commit
// together (ADR 0006).
#pragma once

#include "platform/base/clock.h"
#include "platform/base/random.h"
#include "platform/db/db.h"
#include "platform/files/file_store.h"
#include "platform/sealing/vault.h"

namespace xieshang::analytics {
class SharedLikeness;
}

namespace xieshang::services {

struct Services {
    db::Database& db;
    base::Clock& clock;
    base::Random& random;
    files::FileStore& files;
    sealing::Vault& vault = sealing::no_vault();
    analytics::SharedLikeness* alike = nullptr; // of the suggestions; none: compared without it

    // The same, within a transaction that is open.
    Services within(db::Database& joined) const
    {
        return {joined, clock, random, files, vault, alike};
    }
};

} // namespace xieshang::services
