// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/sheet_margins.h"

#include "platform/documents/margins.h"
#include "platform/documents/xml.h"

#include <algorithm>
#include <cctype>

namespace xieshang::documents {
namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// Behind the code that begins at `at` with &: &P, &12, &"font,style", &K0070C0, &K04+012.
std::size_t end_of_code(std::string_view coded, std::size_t at)
{
    auto end = at + 2;
    if (end > coded.size()) {
        return coded.size();
    }
    if (coded[at + 1] == '"') {
        return std::min(coded.find('"', end), coded.size() - 1) + 1;
    }
    if (coded[at + 1] == 'K') {
        return std::min(end + 6, coded.size());
    }
    while (is_digit(coded[at + 1]) && end < coded.size() && is_digit(coded[end])) {
        ++end;
    }
    return end;
}

} // namespace

std::string words_of_margin(std::string_view coded)
{
    std::string words;
    for (std::size_t at = 0; at < coded.size();) {
        if (coded[at] != '&') {
            words += coded[at++];
            continue;
        }
        const auto end = end_of_code(coded, at);
        const auto code = coded.substr(at + 1, end - at - 1);
        words += code == "&" ? "&" : code == "L" || code == "C" || code == "R" ? " " : "";
        at = end;
    }
    return words;
}

void note_sheet_margins(std::vector<Note>& notes, const std::string& sheet, pugi::xml_node root)
{
    std::vector<std::string> headers;
    std::vector<std::string> footers;
    for (const auto node : child_named(root, "headerFooter").children()) {
        auto words = words_of_margin(node.text().get());
        (local_name(node).ends_with("Header") ? headers : footers).push_back(std::move(words));
    }
    note_margin(notes, "documents.sheet_header_not_read", headers, {{"sheet", sheet}});
    note_margin(notes, "documents.sheet_footer_not_read", footers, {{"sheet", sheet}});
}

} // namespace xieshang::documents
