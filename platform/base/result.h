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

// Each use has a name of its own, so that none hides another within its argument.
#define XIESHANG_JOINED_(a, b) a##b
#define XIESHANG_NAMED_(a, b) XIESHANG_JOINED_(a, b)

// Gives the value of a Result, or returns its error from the calling function.
// `const auto topic = TRY(find(tx, id));` A GNU statement expression: g++ and clang both have it.
#define TRY(...) XIESHANG_TRY_(XIESHANG_NAMED_(tried_, __COUNTER__), __VA_ARGS__)
#define XIESHANG_TRY_(name, ...)                                                                   \
    ({                                                                                             \
        auto name = (__VA_ARGS__);                                                                 \
        if (!name) {                                                                               \
            return ::tl::unexpected(std::move(name).error());                                      \
        }                                                                                          \
        std::move(name).value();                                                                   \
    })

// For a Result<void>, or where only the error matters.
#define CHECK(...) XIESHANG_CHECK_(XIESHANG_NAMED_(checked_, __COUNTER__), __VA_ARGS__)
#define XIESHANG_CHECK_(name, ...)                                                                 \
    do {                                                                                           \
        if (auto name = (__VA_ARGS__); !name) {                                                    \
            return ::tl::unexpected(std::move(name).error());                                      \
        }                                                                                          \
    } while (false)
