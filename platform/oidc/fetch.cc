// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/oidc/fetch.h"

#include "platform/oidc/address.h"

#include <curl/curl.h>

#include <memory>

namespace xieshang::oidc {
namespace {

struct FreeCurl {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, FreeCurl>;
using Headers = std::unique_ptr<curl_slist, FreeCurl>;

std::size_t take(const char* bytes, std::size_t, std::size_t count, void* into)
{
    auto& body = *static_cast<std::string*>(into);
    if (body.size() + count > answer_bytes_most) {
        return 0; // ends the transfer
    }
    body.append(bytes, count);
    return count;
}

bool is_ready()
{
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return ready;
}

void hold_to_the_limits(CURL* handle, const std::string& proxy, long limit_ms)
{
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "https,http"); // http: see origin_of()
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_PROXY, proxy.c_str()); // empty: none, not the environment's
    curl_easy_setopt(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L); // threads
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, limit_ms);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, limit_ms);
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "xieshang");
}

Headers headers_of(const Outgoing& asked)
{
    Headers headers(curl_slist_append(nullptr, "Accept: application/json"));
    if (!asked.authorization.empty()) {
        const auto line = "Authorization: " + asked.authorization;
        static_cast<void>(curl_slist_append(headers.get(), line.c_str()));
    }
    return headers;
}

tl::expected<Incoming, std::string> fetch(
    const Outgoing& asked, const std::string& proxy, long limit_ms)
{
    const Handle handle(is_ready() ? curl_easy_init() : nullptr);
    const auto headers = headers_of(asked);
    if (!handle || !headers || !origin_of(asked.address)) {
        return tl::unexpected(std::string("not an address that may be asked"));
    }
    Incoming answer;
    hold_to_the_limits(handle.get(), proxy, limit_ms);
    curl_easy_setopt(handle.get(), CURLOPT_URL, asked.address.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &answer.body);
    if (!asked.form.empty()) {
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(asked.form.size()));
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, asked.form.c_str());
    }
    if (const auto code = curl_easy_perform(handle.get()); code != CURLE_OK) {
        return tl::unexpected(std::string(
            code == CURLE_WRITE_ERROR ? "more than 256 KiB came" : curl_easy_strerror(code)));
    }
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<int>(status);
    return answer;
}

} // namespace

Fetch fetch_by_curl(std::string proxy, long limit_ms)
{
    return [proxy = std::move(proxy), limit_ms](
               const Outgoing& asked) { return fetch(asked, proxy, limit_ms); };
}

} // namespace xieshang::oidc
