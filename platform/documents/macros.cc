// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/macros.h"

namespace xieshang::documents {

bool is_macro_type(std::string_view content_type)
{
    return content_type.find("macroenabled") != content_type.npos
        || content_type.ends_with("vbaproject") || content_type.ends_with("macrosheet+xml")
        || content_type.ends_with("macrosheet");
}

bool is_macro_relation(std::string_view type)
{
    return type == "vbaproject" || type == "activexcontrolbinary" || type.ends_with("macrosheet");
}

bool is_macro_part(std::string_view name)
{
    return name.ends_with("vbaproject.bin") || name.ends_with("vbadata.xml")
        || name.find("/macrosheets/") != name.npos;
}

} // namespace xieshang::documents
