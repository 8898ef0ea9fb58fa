// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A disk between SQLite and the real one, which counts, fails or waits when a test tells it to.
// Its body is part of the tests: faulty_disk_test.cc.
#pragma once

#include <atomic>
#include <functional>
#include <sqlite3.h>

namespace xieshang::db {

// In place for every SQLite file that is opened while it lives. One at a time.
class FaultyDisk {
public:
    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    std::atomic<int> log_syncs = 0; // of the write-ahead log
    std::atomic<bool> sync_fails = false;
    std::atomic<bool> full = false;
    std::function<void()> before_log_sync; // set it while nothing runs

private:
    sqlite3_vfs* below_;
    sqlite3_vfs vfs_;
};

} // namespace xieshang::db
