// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/office.h"

#include "platform/documents/docx.h"
#include "platform/documents/xlsx.h"

namespace xieshang::documents {

bool is_archive(std::string_view bytes)
{
    return bytes.starts_with(std::string_view("PK\x03\x04", 4))
        || bytes.starts_with(std::string_view("PK\x05\x06", 4));
}

bool has_password(std::string_view bytes)
{
    using namespace std::string_view_literals;
    return bytes.starts_with("\xD0\xCF\x11\xE0"sv)
        && bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != bytes.npos;
}

base::Result<OfficeText> office_text(std::string_view bytes)
{
    auto package = TRY(Package::open(bytes));
    const auto format = package.format();
    auto text = TRY(format == Format::docx ? docx_lines(package) : xlsx_lines(package));
    return OfficeText{format, std::move(text)};
}

} // namespace xieshang::documents
