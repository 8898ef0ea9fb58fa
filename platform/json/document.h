// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A parsed JSON text: a flat array of nodes in reading order, each followed by what it holds.
//   {"a":[1,2],"b":3}  →  object span 5 │ a: array span 3 │ 1 │ 2 │ b: 3
// Strict RFC 8259: UTF-8 only, no trailing text, no unpaired surrogates; depth <= 64, at most
// 100000 values.
#pragma once

#include "platform/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::json {

inline constexpr std::size_t depth_limit = 64;
inline constexpr std::size_t value_limit = 100'000;

enum class Kind : std::uint8_t {
    null,
    boolean,
    integer, // fits std::int64_t; number is set too
    number,
    string,
    array,
    object,
};

struct Node {
    std::string_view key{};  // its name in the object that holds it
    std::string_view text{}; // of a string, decoded
    std::int64_t integer{};
    double number{};
    std::uint32_t span = 1; // nodes: this one and all that it holds
    std::uint32_t size{};   // items or members
    Kind kind = Kind::null;
    bool boolean = false;
    bool repeated = false; // an earlier member of the same object has this key

    class Iterator {
    public:
        explicit Iterator(const Node* at) : at_(at) {}
        const Node& operator*() const { return *at_; }
        Iterator& operator++()
        {
            at_ += at_->span;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return at_ != other.at_; }

    private:
        const Node* at_;
    };
    Iterator begin() const { return Iterator(this + 1); }
    Iterator end() const { return Iterator(this + span); }
};

class Document {
public:
    // Errors: request.malformed (400, params line, column: from 1, in characters) and
    // request.too_complex (413).
    static base::Result<Document> parse(std::string_view text);

    const Node& root() const { return nodes_.front(); }

private:
    std::vector<Node> nodes_;
    std::vector<char> text_; // what the nodes' views point into; never grows after parsing began
};

} // namespace xieshang::json
