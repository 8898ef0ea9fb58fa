// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A route without a policy does not compile: shown by the compiler, each time this file is built.
#include "platform/http/api.h"

#include <gtest/gtest.h>

namespace xieshang::http {
namespace {

template <class T>
concept made_without_policy = requires
{
    T{.name = "a", .summary = "A"};
};
template <class T>
concept made_with_policy = requires
{
    T{.name = "a", .summary = "A", .policy = anyone};
};

static_assert(made_with_policy<Endpoint>);
static_assert(!made_without_policy<Endpoint>);
static_assert(made_with_policy<RawEndpoint>);
static_assert(!made_without_policy<RawEndpoint>);
static_assert(!std::is_default_constructible_v<Policy>);

using Handler = base::Result<void> (*)(Call&);
template <class... Declared>
concept registers = requires(Api& api, Handler handler, Declared... declared)
{
    api.post("/api/a", handler, declared...);
};

static_assert(registers<Endpoint>);
static_assert(!registers<>);

TEST(EveryRoute, HasAPolicyOrDoesNotCompile) { SUCCEED() << "see the static_asserts above"; }

} // namespace
} // namespace xieshang::http
