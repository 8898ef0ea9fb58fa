// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a person met or did wrong is a value (Result); what the machine failed at is an exception
// (ADR 0006). An Error carries a code, which is the key of a text in *_texts.*.json and never
// changes its meaning; platform/http maps its Trouble to a status in one place. Pure, safe on any
// thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace xieshang::base {

enum class Trouble : std::uint8_t {
    malformed,             // 400: cannot be understood at all
    unauthenticated,       // 401
    forbidden,             // 403
    not_found,             // 404
    conflict,              // 409: against the state of the business
    stale,                 // 412: somebody changed it meanwhile; fields say what changed
    too_large,             // 413
    unsupported_type,      // 415
    refused,               // 422: understood, but a rule says no; fields name what is wrong
    precondition_required, // 428: If-Match is missing
    too_many_requests,     // 429
    unavailable,           // 503: try again later
    no_space,              // 507
};

using Params = std::map<std::string, std::string, std::less<>>;

// One field that is wrong: RFC 6901 pointer into what was sent, code and parameters of its text.
struct FieldTrouble {
    std::string pointer;
    std::string code;
    Params params;

    bool operator==(const FieldTrouble&) const = default;
};

struct Error {
    Trouble trouble{};
    std::string code;
    Params params;
    std::vector<FieldTrouble> fields;

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> trouble(Trouble what, std::string code, Params params = {})
{
    return tl::unexpected<Error>({what, std::move(code), std::move(params), {}});
}

inline tl::unexpected<Error> refuse(std::string code, Params params = {})
{
    return trouble(Trouble::refused, std::move(code), std::move(params));
}

} // namespace xieshang::base

// Gives the value of a Result, or returns its error from the calling function.
// `const auto topic = TRY(find(tx, id));` A GNU statement expression: g++ and clang both have it.
#define TRY(...)                                                                                   \
    ({                                                                                             \
        auto tried_ = (__VA_ARGS__);                                                               \
        if (!tried_) {                                                                             \
            return ::tl::unexpected(std::move(tried_).error());                                    \
        }                                                                                          \
        std::move(tried_).value();                                                                 \
    })

// For a Result<void>, or where only the error matters.
#define CHECK(...)                                                                                 \
    do {                                                                                           \
        if (auto tried_ = (__VA_ARGS__); !tried_) {                                                \
            return ::tl::unexpected(std::move(tried_).error());                                    \
        }                                                                                          \
    } while (false)
