// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/db/postgres_types.h"

#include <bit>
#include <endian.h>
#include <limits>

namespace xieshang::db::postgres {

namespace {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>; // which Clang 14 does not find by itself

} // namespace

Oid type_of(const Argument& argument)
{
    constexpr std::array<Oid, 6> by_index{
        0, oid::boolean, oid::int8, oid::float8, oid::text, oid::bytea};
    static_assert(std::variant_size_v<Argument> == by_index.size());
    return by_index[argument.index()];
}

Parameters::Parameters(std::span<const Argument> arguments)
    : fixed_(arguments.size()),
      values_(arguments.size()),
      lengths_(arguments.size()),
      formats_(arguments.size(), 1)
{
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto set = [&](const char* value, std::size_t length) {
            if (length > std::numeric_limits<int>::max()) {
                throw Failure("an argument of more than 2 GB");
            }
            values_[i] = value;
            lengths_[i] = static_cast<int>(length);
        };
        const auto set_number = [&](std::uint64_t bits) {
            const std::uint64_t big_endian = htobe64(bits);
            std::memcpy(fixed_[i].data(), &big_endian, sizeof big_endian);
            set(fixed_[i].data(), sizeof big_endian);
        };
        const auto set_bytes = [&](std::string_view bytes) {
            set(bytes.empty() ? "" : bytes.data(), bytes.size());
        };
        std::visit(Overloaded{
                       [&](std::nullptr_t) { set(nullptr, 0); },
                       [&](bool value) {
                           fixed_[i][0] = value ? 1 : 0;
                           set(fixed_[i].data(), 1);
                       },
                       [&](std::int64_t value) { set_number(static_cast<std::uint64_t>(value)); },
                       [&](double value) { set_number(std::bit_cast<std::uint64_t>(value)); },
                       [&](std::string_view value) {
                           if (value.find('\0') != std::string_view::npos) {
                               throw Failure("a text with NUL in it cannot be kept");
                           }
                           set_bytes(value);
                       },
                       [&](BlobView value) { set_bytes(value.bytes); },
                   },
            arguments[i]);
    }
}

} // namespace xieshang::db::postgres
