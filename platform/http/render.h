// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a handler gave → Response. Included by call.h.
#pragma once

#include "platform/http/call.h"
#include "platform/json/write.h"

#include <concepts>

namespace xieshang::http {

template <class View>
concept Versioned = requires(const View& view)
{
    {
        view.version
        } -> std::convertible_to<std::int64_t>;
};

std::string etag_of(std::int64_t version); // "v3", with its quotes
bool etag_matches(
    std::string_view if_none_match, std::string_view etag); // weak comparison (RFC 9110 §13.1.2)
Response not_modified(std::string etag);
Response json_response(int status, std::string body);
Response download_response(Download download);

template <class View>
Response render(const Call& call, const View& view)
{
    if constexpr (Versioned<View>) {
        std::string etag = etag_of(view.version);
        const std::string_view seen = call.request().header("If-None-Match");
        const bool reads =
            call.request().method == Method::get || call.request().method == Method::head;
        if (reads && !seen.empty() && etag_matches(seen, etag)) {
            return not_modified(std::move(etag));
        }
        Response response = json_response(call.endpoint().status, json::write(view));
        response.headers.push_back({"ETag", std::move(etag)});
        return response;
    } else {
        return json_response(call.endpoint().status, json::write(view));
    }
}

template <class View>
base::Result<Response> render_result(const Call& call, base::Result<View>& given)
{
    if (!given) {
        return tl::unexpected(given.error());
    }
    if constexpr (std::is_void_v<View>) {
        Response response;
        response.status = 204;
        return response;
    } else if constexpr (std::is_same_v<View, Response>) {
        return std::move(*given);
    } else if constexpr (std::is_same_v<View, Download>) {
        return download_response(std::move(*given));
    } else {
        return render(call, *given);
    }
}

} // namespace xieshang::http
