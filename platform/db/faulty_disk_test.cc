// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/db/faulty_disk.h"

#include "tests/support/databases.h"

namespace xieshang::db {

namespace {

FaultyDisk* disk = nullptr; // the one that lives

struct DiskFile {
    sqlite3_file base;
    bool is_log;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
DiskFile* of(sqlite3_file* file) { return reinterpret_cast<DiskFile*>(file); }

template <auto method, class... Args>
int pass(sqlite3_file* file, Args... args)
{
    return (of(file)->real()->pMethods->*method)(of(file)->real(), args...);
}

int write_to(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at)
{
    return disk->full ? SQLITE_FULL : pass<&sqlite3_io_methods::xWrite>(file, bytes, count, at);
}

int sync(sqlite3_file* file, int flags)
{
    if (of(file)->is_log) {
        ++disk->log_syncs;
        if (disk->before_log_sync) {
            disk->before_log_sync();
        }
    }
    return disk->sync_fails ? SQLITE_IOERR_FSYNC : pass<&sqlite3_io_methods::xSync>(file, flags);
}

void barrier(sqlite3_file* file) { of(file)->real()->pMethods->xShmBarrier(of(file)->real()); }

const sqlite3_io_methods methods{2, pass<&sqlite3_io_methods::xClose>,
    pass<&sqlite3_io_methods::xRead>, write_to, pass<&sqlite3_io_methods::xTruncate>, sync,
    pass<&sqlite3_io_methods::xFileSize>, pass<&sqlite3_io_methods::xLock>,
    pass<&sqlite3_io_methods::xUnlock>, pass<&sqlite3_io_methods::xCheckReservedLock>,
    pass<&sqlite3_io_methods::xFileControl>, pass<&sqlite3_io_methods::xSectorSize>,
    pass<&sqlite3_io_methods::xDeviceCharacteristics>, pass<&sqlite3_io_methods::xShmMap>,
    pass<&sqlite3_io_methods::xShmLock>, barrier, pass<&sqlite3_io_methods::xShmUnmap>, nullptr,
    nullptr};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out)
{
    auto* below = static_cast<sqlite3_vfs*>(vfs->pAppData);
    of(file)->is_log = (flags & SQLITE_OPEN_WAL) != 0;
    const int code = below->xOpen(below, name, of(file)->real(), flags, out);
    file->pMethods = of(file)->real()->pMethods == nullptr ? nullptr : &methods;
    return code;
}

sqlite3_vfs* down(sqlite3_vfs* vfs) { return static_cast<sqlite3_vfs*>(vfs->pAppData); }

} // namespace

FaultyDisk::FaultyDisk() : below_(sqlite3_vfs_find(nullptr)), vfs_(*below_)
{
    disk = this;
    vfs_.zName = "faulty";
    vfs_.szOsFile += static_cast<int>(sizeof(DiskFile));
    vfs_.pAppData =
        below_; // where the unix VFS keeps its own data, which it finds through `below_`
    vfs_.xOpen = open_file;
    vfs_.xDelete = [](sqlite3_vfs* vfs, const char* name, int sync_folder) {
        return down(vfs)->xDelete(down(vfs), name, sync_folder);
    };
    vfs_.xAccess = [](sqlite3_vfs* vfs, const char* name, int flags, int* out) {
        return down(vfs)->xAccess(down(vfs), name, flags, out);
    };
    vfs_.xFullPathname = [](sqlite3_vfs* vfs, const char* name, int size, char* out) {
        return down(vfs)->xFullPathname(down(vfs), name, size, out);
    };
    sqlite3_vfs_register(&vfs_, 1);
}

FaultyDisk::~FaultyDisk()
{
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(below_, 1);
    disk = nullptr;
}

// The control of every test on it: what is not synced is seen not to be.
TEST(FaultyDisk, SeesThatNothingIsSynced)
{
    FaultyDisk observed;
    const tests::TemporaryFolder folder;
    for (const bool synchronous : {true, false}) {
        const int before = observed.log_syncs;
        const auto database =
            open_sqlite({.path = folder / std::to_string(synchronous), .synchronous = synchronous});
        database->write([](Tx& tx) {
            tx.execute("CREATE TABLE t (n INTEGER)");
            return true;
        });
        EXPECT_EQ(observed.log_syncs > before, synchronous);
    }
}

} // namespace xieshang::db
