// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/files/file_store.h"

#include "platform/crypto/crypto.h"
#include "platform/db/db.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <sys/mount.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <thread>

namespace xieshang::files {
namespace {

std::size_t files_below(const std::filesystem::path& folder)
{
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        count += entry.is_regular_file() ? 1 : 0;
    }
    return count;
}

// A file system of 256 KiB. Needs the right to mount.
class SmallDisk {
public:
    SmallDisk() : mounted_(::mount("tmpfs", path().c_str(), "tmpfs", 0, "size=256k") == 0) {}
    ~SmallDisk()
    {
        if (mounted_) {
            ::umount(path().c_str());
        }
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    bool mounted() const { return mounted_; }
    std::string path() const { return folder_.path().string(); }

private:
    tests::TemporaryFolder folder_;
    bool mounted_;
};

} // namespace

TEST(FileStore, GivesBackWhatItKept)
{
    const tests::TemporaryFolder folder;
    FileStore store(folder / "files");
    EXPECT_TRUE(rc::check([&](const std::string& bytes) {
        const auto digest = store.keep(bytes);
        RC_ASSERT(digest == crypto::sha256_hex(bytes));
        RC_ASSERT(store.has(digest));
        RC_ASSERT(store.read(digest) == bytes);
    }));
}

TEST(FileStore, KeepsTheSameBytesOnceUnderTheirDigest)
{
    const tests::TemporaryFolder folder;
    FileStore store(folder.path().string());
    const auto digest = store.keep("协商计划");
    EXPECT_EQ(store.keep("协商计划"), digest);
    EXPECT_EQ(files_below(folder.path()), 1U);
    EXPECT_TRUE(std::filesystem::exists(folder.path() / digest.substr(0, 2) / digest));
    EXPECT_EQ(store.path_of(digest), folder / (digest.substr(0, 2) + "/" + digest));
}

TEST(FileStore, KeepsOneFileFromManyThreads)
{
    const tests::TemporaryFolder folder;
    FileStore store(folder.path().string());
    const std::string bytes(100'000, 'x');
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] { store.keep(bytes); });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(files_below(folder.path()), 1U);
    EXPECT_EQ(store.read(crypto::sha256_hex(bytes)), bytes);
}

TEST(FileStore, FindsAgainWhatAnEarlierProcessKept)
{
    const tests::TemporaryFolder folder;
    const auto digest = FileStore(folder.path().string()).keep("kept");
    EXPECT_EQ(FileStore(folder.path().string()).read(digest), "kept");
}

TEST(FileStore, RefusesANameThatIsNoDigest)
{
    const tests::TemporaryFolder folder;
    const FileStore store(folder.path().string());
    for (const std::string name : {"", "abc", "../../../../etc/passwd"}) {
        EXPECT_THROW(store.path_of(name), std::invalid_argument) << name;
    }
    EXPECT_THROW(store.has(std::string(63, 'a') + "/"), std::invalid_argument);
    EXPECT_THROW(store.read(std::string(64, 'A')), std::invalid_argument);
}

TEST(FileStore, SaysWhenAFileIsAbsent)
{
    const tests::TemporaryFolder folder;
    const FileStore store(folder.path().string());
    const auto digest = crypto::sha256_hex("never kept");
    EXPECT_FALSE(store.has(digest));
    EXPECT_THROW(store.read(digest), std::system_error);
}

TEST(FileStore, SaysWhyAFolderCannotBeMade)
{
    const tests::TemporaryFolder folder;
    std::ofstream(folder / "file") << "in the way";
    EXPECT_THROW(FileStore(folder / "file"), std::system_error);
}

TEST(FileStore, AFullDiskLosesNothingAndLeavesNoHalves)
{
    const SmallDisk disk;
    if (!disk.mounted()) {
        GTEST_SKIP() << "a small file system cannot be mounted here: " << std::strerror(errno);
    }
    FileStore store(disk.path());
    const auto small = store.keep("before");
    EXPECT_THROW(store.keep(std::string(1U << 20U, 'x')), db::DiskFull);
    EXPECT_EQ(files_below(disk.path()), 1U);
    EXPECT_EQ(store.read(small), "before");
    const std::string fits(100'000, 'y');
    EXPECT_EQ(store.read(store.keep(fits)), fits) << "writing works again when there is room";
}

} // namespace xieshang::files
