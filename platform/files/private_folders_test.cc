// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/files/private_folders.h"

#include "platform/files/file_store.h"
#include "tests/support/temporary_folder.h"

#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace xieshang::files {
namespace {

namespace fs = std::filesystem;

class PrivateFolders : public testing::Test {
protected:
    PrivateFolders() : umask_(::umask(0)) {} // whatever the shell says
    ~PrivateFolders() override { ::umask(umask_); }

    static void expect_private(const fs::path& folder)
    {
        EXPECT_EQ(fs::status(folder).permissions(), fs::perms::owner_all) << folder;
    }

    tests::TemporaryFolder folder_;

private:
    mode_t umask_;
};

} // namespace

TEST_F(PrivateFolders, AreOpenToNobodyElse)
{
    const fs::path inner = folder_ / "house/inner";
    EXPECT_EQ(make_private_folders(inner).size(), 2U);
    expect_private(inner);
    expect_private(inner.parent_path());
    EXPECT_TRUE(make_private_folders(inner).empty());
}

TEST_F(PrivateFolders, LeaveAloneWhatIsThere)
{
    const fs::path theirs = folder_ / "theirs";
    fs::create_directory(theirs);
    fs::permissions(theirs, fs::perms::owner_all | fs::perms::group_read);
    make_private_folders(theirs / "ours");
    EXPECT_EQ(fs::status(theirs).permissions(), fs::perms::owner_all | fs::perms::group_read);
    expect_private(theirs / "ours");
}

TEST_F(PrivateFolders, NameWhatCannotBeMade)
{
    const fs::path file = folder_ / "file";
    std::ofstream(file) << "x";
    try {
        make_private_folders(file / "inner");
        FAIL() << "a file is no folder";
    } catch (const std::system_error& error) {
        EXPECT_NE(std::string(error.what()).find(file.string()), std::string::npos);
    }
}

TEST_F(PrivateFolders, GoAgainWhenNothingCameIntoThem)
{
    {
        const FoldersIfUsed unused(folder_ / "a/b");
        const FoldersIfUsed used(folder_ / "c/d");
        std::ofstream(folder_ / "c/d/file") << "x";
    }
    EXPECT_FALSE(fs::exists(folder_ / "a"));
    EXPECT_TRUE(fs::exists(folder_ / "c/d/file"));
}

TEST_F(PrivateFolders, HoldTheFilesThatAreKept)
{
    FileStore files(folder_ / "house/files");
    const fs::path kept = files.path_of(files.keep("text"));
    expect_private(kept.parent_path());
    expect_private(kept.parent_path().parent_path());
    EXPECT_EQ(fs::status(kept).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

} // namespace xieshang::files
