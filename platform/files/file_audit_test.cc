// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/files/file_audit.h"

#include "platform/files/file_store.h"
#include "tests/support/temporary_folder.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>

namespace xieshang::files {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

auto is(FileTrouble trouble, const std::string& path)
{
    return AllOf(Field(&FileFinding::trouble, trouble), Field(&FileFinding::path, path));
}

class FileAuditTest : public testing::Test {
protected:
    static std::int64_t now_ms()
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::system_clock::now().time_since_epoch())
            .count();
    }
    std::string keep(const std::string& bytes, bool has_row = true)
    {
        auto digest = store_.keep(bytes);
        if (has_row) {
            named_.push_back({digest, static_cast<std::int64_t>(bytes.size()), "row of " + bytes});
        }
        return digest;
    }
    std::string path_in(const std::string& digest) { return digest.substr(0, 2) + "/" + digest; }
    std::vector<FileFinding> findings(std::int64_t after_ms = 0)
    {
        return audit_files(folder_.path().string(), named_, {now_ms() + after_ms}, [](auto) {
        }).findings;
    }

    tests::TemporaryFolder folder_;
    FileStore store_{folder_.path().string()};
    std::vector<NamedFile> named_;
};

constexpr std::int64_t hours = 3'600'000;

TEST_F(FileAuditTest, FindsNothingWhereAllIsWell)
{
    keep("one");
    keep("two");
    named_.push_back(named_.front()); // two rows may name the same bytes
    EXPECT_THAT(findings(2 * hours), IsEmpty());
}

TEST_F(FileAuditTest, FindsAMissingFileAndWhoNamesIt)
{
    keep("one");
    const auto gone = keep("two");
    std::filesystem::remove(store_.path_of(gone));
    const auto found = findings();
    ASSERT_THAT(found, ElementsAre(is(FileTrouble::missing, path_in(gone))));
    EXPECT_EQ(found[0].row, "row of two");
}

TEST_F(FileAuditTest, FindsOneChangedByteAndAWrongSize)
{
    const auto changed = keep("one");
    std::ofstream(store_.path_of(changed)) << "onf";
    EXPECT_THAT(findings(), ElementsAre(is(FileTrouble::damaged, path_in(changed))));
    std::ofstream(store_.path_of(changed)) << "one";
    named_.front().size = 4;
    EXPECT_THAT(findings(), ElementsAre(is(FileTrouble::damaged, path_in(changed))));
}

TEST_F(FileAuditTest, CallsAFileWithoutARowAnOrphanOnlyWhenItIsOld)
{
    const auto orphan = keep("no row", false);
    std::ofstream(folder_ / "ab.txt") << "by hand";
    std::filesystem::create_directory(folder_ / "ab");
    std::ofstream(folder_ / "ab/.new-123456") << "ha";
    EXPECT_THAT(findings(), ElementsAre(is(FileTrouble::foreign, "ab.txt")));
    EXPECT_THAT(findings(2 * hours),
        testing::UnorderedElementsAre(is(FileTrouble::orphaned, path_in(orphan)),
            is(FileTrouble::foreign, "ab.txt"), is(FileTrouble::unfinished, "ab/.new-123456")));
}

} // namespace
} // namespace xieshang::files
