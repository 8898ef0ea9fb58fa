// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_act.h"

#include <algorithm>

namespace xieshang::behalf {
namespace {

constexpr std::string_view png_begin{"\x89PNG\r\n\x1a\n", 8};
constexpr std::string_view png_end{"IEND\xae\x42\x60\x82", 8};
constexpr std::string_view jpeg_begin{"\xff\xd8\xff", 3};
constexpr std::string_view jpeg_end{"\xff\xd9", 2};
constexpr std::string_view pdf_begin{"%PDF-"};
constexpr std::string_view pdf_end{"%%EOF"};
constexpr std::size_t pdf_tail = 1024; // readers look for the mark in here
constexpr std::size_t jpeg_tail = 64;  // cameras pad

struct Format {
    std::string_view begin;
    std::string_view end;
    std::size_t tail; // the last bytes in which the end stands
    std::string_view media_type;
};
constexpr std::array formats{
    Format{pdf_begin, pdf_end, pdf_tail, "application/pdf"},
    Format{jpeg_begin, jpeg_end, jpeg_tail, "image/jpeg"},
    Format{png_begin, png_end, png_end.size(), "image/png"},
};

} // namespace

base::Result<std::string> media_type_of(std::string_view bytes)
{
    if (bytes.empty()) {
        return base::refuse("behalf.scan_empty");
    }
    for (const auto& format : formats) {
        if (!bytes.starts_with(format.begin)) {
            continue;
        }
        const auto tail = bytes.substr(bytes.size() - std::min(bytes.size(), format.tail));
        if (tail.find(format.end) == std::string_view::npos) {
            return base::refuse("behalf.scan_cut");
        }
        return std::string(format.media_type);
    }
    return base::trouble(base::Trouble::unsupported_type, "behalf.scan_type");
}

base::Result<void> may_record_for_body(const BodyFacts& facts)
{
    if (facts.acts_itself) {
        return base::trouble(base::Trouble::conflict, "behalf.body_acts_itself");
    }
    base::Error wrong{base::Trouble::refused, "behalf.incomplete", {}, {}};
    if (!facts.has_scan) {
        wrong.fields.push_back({"/behalf/scan_id", "behalf.no_scan", {}});
    }
    if (facts.paper_day.empty()) {
        wrong.fields.push_back({"/behalf/paper_day", "behalf.no_day", {}});
    } else if (!people::is_day(facts.paper_day)) {
        wrong.fields.push_back({"/behalf/paper_day", "period.not_a_day", {}});
    } else if (facts.paper_day > facts.today) {
        wrong.fields.push_back({"/behalf/paper_day", "behalf.day_to_come", {}});
    }
    if (facts.names_organisation && !facts.organisation_fits) {
        wrong.fields.push_back({"/behalf/organisation_id", "behalf.not_that_body", {}});
    }
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

} // namespace xieshang::behalf
