// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_sample_test.h"

#include <gmock/gmock.h>

namespace xieshang::documents {
namespace {

using testing::Contains;
using testing::DoubleNear;

base::Result<OfficialLayout> laid_out(const OfficialDocument& document)
{
    HalfWide measure;
    return lay_out(document, measure);
}

std::string code_of(const OfficialDocument& document)
{
    const auto layout = laid_out(document);
    return layout ? "" : layout.error().code;
}

std::string png_head(std::uint32_t width, std::uint32_t height)
{
    std::string bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    for (const auto number : {width, height}) {
        for (const auto shift : {24U, 16U, 8U, 0U}) {
            bytes += static_cast<char>(number >> shift & 0xFFU);
        }
    }
    return bytes;
}

TEST(OfficialFigure, RefusesPicturesByTheirHeader)
{
    OfficialDocument document;
    document.body = {Figure{png_head(10'000, 10'000)}};
    EXPECT_EQ(code_of(document), "documents.official_picture_large");
    document.body = {Figure{"no picture"}};
    EXPECT_EQ(code_of(document), "documents.official_picture_kind");
    document.body = {Figure{std::string("\xFF\xD8\xFF\xE0\xFF\xFF", 6)}};
    EXPECT_EQ(code_of(document), "documents.official_picture_kind");
}

TEST(OfficialFigure, FitsAPictureIntoItsPage)
{
    OfficialDocument document;
    document.body = {said("文"), Figure{png_head(100, 1000), 100, "图1"}};
    const auto layout = laid_out(document).value();
    ASSERT_EQ(layout.pages.size(), 2U);
    const auto& picture = layout.pages[1].pictures.at(0);
    EXPECT_THAT(picture.height_mm, DoubleNear(10 * picture.width_mm, 0.01));
    EXPECT_LE(picture.y_mm + picture.height_mm, format::top + format::area_height);
    EXPECT_THAT(words_of(layout.pages[1]), Contains("图1"));
}

} // namespace
} // namespace xieshang::documents
