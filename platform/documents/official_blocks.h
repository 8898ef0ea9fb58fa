// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The blocks of an official document → WordprocessingML. Numbers its lists and gathers its
// pictures, which are parts of their own. One thread at a time; text and sections outlive it.
#pragma once

#include "platform/base/result.h"
#include "platform/documents/official_document.h"
#include "platform/documents/official_sections.h"
#include "platform/documents/word_text.h"

#include <string>
#include <vector>

namespace xieshang::documents {

inline constexpr std::size_t most_official_columns = 63;         // that Word reads
inline constexpr std::uint64_t most_picture_pixels = 40'000'000; // that it shows without a wait

struct WordPicture {
    std::string id;   // of the relation
    std::string name; // "media/picture1.png", beside the document
    std::string bytes;
};

class OfficialBlocks {
public:
    OfficialBlocks(WordText& out, OfficialSections& sections) : out_(out), sections_(sections) {}

    // The blocks are tidied. The last keeps with what follows when asked. Refuses
    //   documents.official_table_wide     {table, columns, most}
    //   documents.official_picture_kind   neither PNG nor JPEG {figure}
    //   documents.official_picture_large  {figure, width, height, most}
    base::Result<void> write(const Blocks& blocks, bool keeps_last);

    // Of numbered lists that were written; each has an instance of its own, from 1 on.
    int lists() const { return lists_; }
    std::vector<WordPicture> take_pictures() { return std::move(pictures_); }

private:
    base::Result<void> write(const Heading& heading, std::string_view keep);
    base::Result<void> write(const Paragraph& paragraph, std::string_view keep);
    base::Result<void> write(const ListOf& list, std::string_view keep);
    base::Result<void> write(const OfficialTable& table, std::string_view keep);
    base::Result<void> write(const Figure& figure, std::string_view keep);
    void write_row(const OfficialTable& table, const OfficialRow& row, bool is_head);
    void write_cell(const Cell& cell, int width, bool is_head);

    WordText& out_;
    OfficialSections& sections_;
    int lists_ = 0;
    int tables_ = 0;
    int figures_ = 0;
    std::vector<WordPicture> pictures_;
};

} // namespace xieshang::documents
