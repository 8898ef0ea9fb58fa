// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Any bytes as a request's target, whose path is then looked up: a path is text without NUL; a
// route that is found, its parameters filled in, is the path; a route that is not found fits no
// pattern.
#include "platform/http/router.h"
#include "platform/http/target.h"
#include "tests/support/fuzzing.h"

#include <array>

namespace xieshang::http {
namespace {

struct Row {
    Method method;
    std::string_view pattern;
};

constexpr auto rows = std::to_array<Row>({
    {Method::get, "/"},
    {Method::get, "/api/plans"},
    {Method::post, "/api/plans"},
    {Method::get, "/api/plans/{id}"},
    {Method::get, "/api/plans/new"},
    {Method::put, "/api/plans/{id}/topics/{number}"},
    {Method::get, "/api/plans/{id}/topics/last"},
    {Method::get, "/api/{what}/new/topics"},
    {Method::del, "/{any}"},
});

const Router& router()
{
    static const auto made = [] {
        Router all;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            all.add(rows[i].method, rows[i].pattern, static_cast<int>(i));
        }
        return all;
    }();
    return made;
}

using Segments = std::vector<std::string_view>;

Segments segments_of(std::string_view path)
{
    Segments segments;
    while (path.starts_with('/')) {
        path.remove_prefix(1);
        segments.push_back(path.substr(0, path.find('/')));
        path.remove_prefix(segments.back().size());
    }
    return segments;
}

bool fits(const Segments& pattern, const Segments& path)
{
    bool fit = pattern.size() == path.size();
    for (std::size_t i = 0; fit && i < path.size(); ++i) {
        fit = parameter_name(pattern[i]).empty() ? pattern[i] == path[i] : !path[i].empty();
    }
    return fit;
}

std::string filled(std::string_view pattern, const Segments& parameters)
{
    std::string path;
    std::size_t at = 0;
    for (const auto segment : segments_of(pattern)) {
        const bool is_parameter = !parameter_name(segment).empty();
        path.append("/").append(is_parameter ? parameters.at(at++) : segment);
    }
    fuzz::expect(at == parameters.size());
    return path;
}

void look_up(Method method, const std::string& path)
{
    const auto match = router().find(method, path);
    if (match.route != Router::none) {
        const auto& row = rows.at(static_cast<std::size_t>(match.route));
        const bool is_head = method == Method::head && row.method == Method::get;
        fuzz::expect(row.method == method || is_head);
        fuzz::expect(filled(row.pattern, match.parameters) == path);
        return;
    }
    fuzz::expect(match.path_known == !match.allow.empty());
    for (const auto& row : rows) {
        const bool fit = fits(segments_of(row.pattern), segments_of(path));
        fuzz::expect(match.path_known || !fit);
    }
}

void look_up_target(std::string_view text)
{
    (void)percent_decoded(text, true);
    const auto target = target_of(text);
    if (!target) {
        return;
    }
    fuzz::expect(is_utf8(target->path) && target->path.find('\0') == std::string::npos);
    for (int method = 0; method <= static_cast<int>(Method::other); ++method) {
        look_up(static_cast<Method>(method), target->path);
    }
}

} // namespace
} // namespace xieshang::http

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    xieshang::http::look_up_target(xieshang::fuzz::text_of(data, size));
    return 0;
}
