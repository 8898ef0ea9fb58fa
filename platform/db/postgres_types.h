// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Arguments in PostgreSQL's binary format, with their types said, so that the server infers
// nothing: it would take
// `$1 - 1000` for 32 bits. For platform/db only.
#pragma once

#include "platform/db/db.h"

#include <array>
#include <libpq-fe.h>

namespace xieshang::db::postgres {

namespace oid { // pg_type.dat
constexpr Oid boolean = 16, bytea = 17, name = 19, int8 = 20, int2 = 21, int4 = 23, text = 25,
              float4 = 700, float8 = 701, varchar = 1043, numeric = 1700;
} // namespace oid

Oid type_of(const Argument& argument); // 0 for NULL: the server infers that one

// What PQsendQueryPrepared wants. Points into the arguments, which must outlive it. Throws Failure
// for a text with NUL.
class Parameters {
public:
    explicit Parameters(std::span<const Argument> arguments);

    int count() const { return static_cast<int>(values_.size()); }
    const char* const* values() const { return values_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

private:
    std::vector<std::array<char, 8>> fixed_; // big-endian numbers
    std::vector<const char*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

} // namespace xieshang::db::postgres
