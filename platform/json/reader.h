// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Collects what is wrong with a document while read.h fills a struct from it. Used by read.h's
// templates and by platform/http for query parameters; features call json::read.
#pragma once

#include "platform/base/result.h"
#include "platform/json/document.h"
#include "platform/json/rules.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::json {

// Where we are, outwards; the pointer's text is made only for an error.
struct Place {
    const Place* outer = nullptr;
    std::string_view member{};
    std::int64_t index = -1; // of an array's item

    std::string pointer() const; // RFC 6901
};

class Reader;

// One member of a described struct, with its type erased: reads `node` into the member of `object`.
struct MemberReader {
    std::string_view name;
    Rule rule;
    bool required;
    void (*read)(Reader&, const Place&, const Node&, const Rule&, void* object);
};

class Reader {
public:
    enum class Trust : std::uint8_t {
        people,  // rules hold
        program, // what we once wrote ourselves: types are checked, rules are not
    };
    explicit Reader(Trust trust = Trust::people) : trust_(trust) {}

    void add(const Place& place, std::string_view code, base::Params params = {});

    void read_object(
        const Place& place, const Node& node, std::span<const MemberReader> members, void* object);
    void read_text(const Place& place, const Node& node, const Rule& rule, std::string& out);
    void read_id(const Place& place, const Node& node, std::string& out);
    void read_boolean(const Place& place, const Node& node, bool& out);
    void read_number(const Place& place, const Node& node, const Rule& rule, double& out);
    void read_integer(const Place& place, const Node& node, const Rule& rule, std::int64_t& out,
        std::int64_t type_least, std::int64_t type_most);
    bool is_kind(const Place& place, const Node& node, Kind kind); // says field.wrong_type if not
    void check_count(const Place& place, const Node& node, const Rule& rule);
    void add_unknown_value(const Place& place, std::span<const std::string_view> allowed);

    bool clean() const { return troubles_.empty(); }
    base::Error error() &&; // request.invalid (422) with all the fields

private:
    bool limits_hold() const { return trust_ == Trust::people; }

    Trust trust_;
    std::vector<base::FieldTrouble> troubles_;
};

} // namespace xieshang::json
