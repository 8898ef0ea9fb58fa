// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A house made from a backup.
#pragma once

#include "app/config.h"
#include "platform/backup/restore.h"

namespace xieshang::app {

// Verifies the whole backup first, then puts files and rows into a data folder and a database that
// hold nothing yet, and brings them to this program's schema. The database gets its name at the
// very end. Refusals: those of backup::Damage, restore.unreadable (reason), restore.newer,
// restore.not_empty (what), restore.database_not_empty, and those of open_house().
base::Result<backup::Manifest> restore_house(
    const Config& config, const std::string& backup, const backup::Progress& progress);

} // namespace xieshang::app
