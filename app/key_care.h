// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The keys of a house: where their file lies, and what the database learns from it.
#pragma once

#include "app/config.h"
#include "platform/base/random.h"
#include "platform/db/db.h"
#include "platform/sealing/key_ring.h"

namespace xieshang::app {

std::string key_file_of(const Config& config);

// Reads the file, when there is one, and lets the database take up what is new in it. Without a
// file nothing happens as long as nothing is sealed; the first sealed value makes it. Refusals:
// keys.unreadable (file, reason), and those of sealing::read_key_file() and sealing::take_up().
base::Result<void> open_keys(db::Database& database, sealing::KeyRing& ring, base::Random& random);

} // namespace xieshang::app
