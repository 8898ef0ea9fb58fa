// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/file_part.h"

#include "tests/support/temporary_folder.h"

#include <fstream>
#include <gtest/gtest.h>

namespace xieshang::http {
namespace {

class FileParts : public testing::Test {
protected:
    FileParts() { std::ofstream(folder_ / "file") << "0123456789"; }

    // "status offset+size Content-Range"
    std::string part(const std::string& range, std::vector<Header> more = {})
    {
        Request request;
        request.headers = std::move(more);
        request.headers.push_back({"Range", range});
        Response response;
        response.file_path = folder_ / "file";
        const auto part = open_part(request, response);
        return std::to_string(response.status) + " " + std::to_string(part->offset) + "+"
            + std::to_string(part->size) + " " + std::string{response.header("Content-Range")};
    }

    tests::TemporaryFolder folder_;
};

TEST_F(FileParts, GivesThePartThatIsAskedFor)
{
    EXPECT_EQ(part("bytes=0-0"), "206 0+1 bytes 0-0/10");
    EXPECT_EQ(part("bytes=2-5"), "206 2+4 bytes 2-5/10");
    EXPECT_EQ(part("bytes=7-"), "206 7+3 bytes 7-9/10");
    EXPECT_EQ(part("bytes=7-99"), "206 7+3 bytes 7-9/10");
    EXPECT_EQ(part("bytes=-4"), "206 6+4 bytes 6-9/10");
    EXPECT_EQ(part("bytes=-99"), "206 0+10 bytes 0-9/10");
}

TEST_F(FileParts, SaysThatAPartLiesOutside)
{
    EXPECT_EQ(part("bytes=10-"), "416 0+0 bytes */10");
    EXPECT_EQ(part("bytes=-0"), "416 0+0 bytes */10");
}

TEST_F(FileParts, GivesTheWholeFileForWhatItDoesNotUnderstand)
{
    for (const auto* range : {"", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-2", "bytes=0-1,3-4",
             "lines=1-2", "bytes=99999999999999999999-"}) {
        EXPECT_EQ(part(range), "200 0+10 ") << range;
    }
    EXPECT_EQ(part("bytes=0-0", {{"If-Range", "\"x\""}}), "200 0+10 ");
}

TEST_F(FileParts, GivesNothingForWhatIsNoPlainFile)
{
    Response response;
    response.file_path = folder_ / "gone";
    EXPECT_FALSE(open_part({}, response));
    response.file_path = folder_.path();
    EXPECT_FALSE(open_part({}, response));
}

} // namespace
} // namespace xieshang::http
