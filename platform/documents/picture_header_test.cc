// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/picture_header.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <string>

namespace xieshang::documents {
namespace {

std::string png_of(std::string_view size)
{
    return std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) + std::string(size);
}

TEST(PictureHeader, SaysTheSizeOfPngAndJpeg)
{
    EXPECT_EQ(picture_header(png_of({"\0\0\x27\x10\0\0\x01\x02", 8})),
        (PictureHeader{PictureFormat::png, 10'000, 258}));
    // An application's segment, a filling byte, then a progressive frame of 3 × 2.
    const std::string jpeg("\xFF\xD8\xFF\xE0\0\4ab\xFF\xFF\xC2\0\x0B\x08\0\2\0\3\1", 19);
    EXPECT_EQ(picture_header(jpeg), (PictureHeader{PictureFormat::jpeg, 3, 2}));
}

TEST(PictureHeader, KnowsNothingElse)
{
    EXPECT_FALSE(picture_header(""));
    EXPECT_FALSE(picture_header("GIF89a\1\0\1\0"));
    EXPECT_FALSE(picture_header(png_of({"\0\0\0\1\0\0\0", 7})));   // cut off
    EXPECT_FALSE(picture_header(png_of({"\0\0\0\0\0\0\0\1", 8}))); // no pixel
    EXPECT_FALSE(picture_header(std::string("\xFF\xD8\xFF\xDA\0\4ab\0\0\0", 11)));
}

TEST(PictureHeader, NeverReadsBehindTheEnd)
{
    EXPECT_TRUE(rc::check([](const std::string& bytes, bool is_png) {
        picture_header((is_png ? "\x89PNG\r\n\x1A\n" : "\xFF\xD8\xFF") + bytes);
    }));
}

} // namespace
} // namespace xieshang::documents
