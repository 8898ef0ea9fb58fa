// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/table_file.h"

#include "platform/documents/delimited.h"
#include "platform/documents/office.h"
#include "platform/documents/refusals.h"
#include "platform/documents/sheet_stream.h"

#include <algorithm>

namespace xieshang::documents {
namespace {

using namespace std::string_view_literals;

constexpr auto other_kinds = {"\xD0\xCF\x11\xE0"sv, "%PDF-"sv, "\x89PNG"sv, "\xFF\xD8\xFF"sv,
    "\x1F\x8B"sv, "{\\rtf"sv, "Rar!"sv, "7z\xBC\xAF"sv};

} // namespace

base::Result<TableFile> read_table(std::string_view bytes, std::optional<std::size_t> sheet)
{
    if (has_password(bytes)) {
        return base::refuse("documents.encrypted");
    }
    if (is_archive(bytes)) {
        auto package = TRY(Package::open(bytes));
        if (package.format() != Format::xlsx) {
            return base::trouble(base::Trouble::unsupported_type, "documents.table_kind");
        }
        return read_sheet(package, sheet);
    }
    if (std::any_of(other_kinds.begin(), other_kinds.end(),
            [&](std::string_view kind) { return bytes.starts_with(kind); })) {
        return base::trouble(base::Trouble::unsupported_type, "documents.table_kind");
    }
    return read_delimited(bytes);
}

std::string column_name(std::size_t column)
{
    std::string name;
    for (auto rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return name;
}

} // namespace xieshang::documents
