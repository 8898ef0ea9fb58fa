// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/json/canonical.h"

#include "platform/json/document.h"
#include "platform/json/write.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace xieshang::json {
namespace {

// UTF-16 sorts surrogate pairs (lead bytes F0..F4) before U+E000..FFFF (lead bytes EE, EF); all
// else sorts as UTF-8.
unsigned utf16_rank(char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    return value == 0xEE || value == 0xEF ? value + 0x100U : value;
}

bool before_in_utf16(std::string_view left, std::string_view right)
{
    return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end(),
        [](char a, char b) { return utf16_rank(a) < utf16_rank(b); });
}

// ECMAScript Number::toString (ECMA-262 §6.1.6.1.20): digits d1…dk, value = 0.d1…dk × 10^n.
void append_ecmascript(std::string& out, double number)
{
    if (number == 0) {
        out += '0'; // also for -0
        return;
    }
    if (number < 0) {
        out += '-';
        number = -number;
    }
    char text[40];
    const char* end =
        std::to_chars(text, text + sizeof text, number, std::chars_format::scientific).ptr;
    const std::string_view shortest(text, static_cast<std::size_t>(end - text));
    const std::size_t mark = shortest.find('e');
    std::string digits(shortest.substr(0, mark));
    std::erase(digits, '.');
    const int exponent = std::stoi(std::string(shortest.substr(mark + 1)));
    const int n = exponent + 1;
    const int k = static_cast<int>(digits.size());
    if (k <= n && n <= 21) {
        out += digits + std::string(static_cast<std::size_t>(n - k), '0');
    } else if (0 < n && n <= 21) {
        out += digits.insert(static_cast<std::size_t>(n), 1, '.');
    } else if (-6 < n && n <= 0) {
        out += "0." + std::string(static_cast<std::size_t>(-n), '0') + digits;
    } else {
        out += digits.substr(0, 1);
        if (k > 1) {
            out += '.' + digits.substr(1);
        }
        out += exponent < 0 ? "e-" : "e+";
        out += std::to_string(std::abs(exponent));
    }
}

void append_canonical(std::string& out, const Node& node);

void append_members(std::string& out, const Node& node)
{
    std::vector<const Node*> members;
    for (const Node& member : node) {
        if (member.repeated) {
            throw std::invalid_argument("canonical JSON: a repeated member");
        }
        members.push_back(&member);
    }
    std::sort(members.begin(), members.end(),
        [](const Node* left, const Node* right) { return before_in_utf16(left->key, right->key); });
    out += '{';
    for (const Node* member : members) {
        if (member != members.front()) {
            out += ',';
        }
        append_text(out, member->key);
        out += ':';
        append_canonical(out, *member);
    }
    out += '}';
}

void append_items(std::string& out, const Node& node)
{
    out += '[';
    const char* comma = "";
    for (const Node& item : node) {
        out += std::exchange(comma, ",");
        append_canonical(out, item);
    }
    out += ']';
}

void append_canonical(std::string& out, const Node& node)
{
    switch (node.kind) {
    case Kind::null:
        out += "null";
        return;
    case Kind::boolean:
        out += node.boolean ? "true" : "false";
        return;
    case Kind::integer:
    case Kind::number:
        append_ecmascript(out, node.number);
        return;
    case Kind::string:
        append_text(out, node.text);
        return;
    case Kind::array:
        append_items(out, node);
        return;
    case Kind::object:
        append_members(out, node);
        return;
    }
}

} // namespace

std::string canonical(std::string_view json)
{
    const auto document = Document::parse(json);
    if (!document) {
        throw std::invalid_argument("canonical JSON: not JSON");
    }
    std::string out;
    out.reserve(json.size());
    append_canonical(out, document->root());
    return out;
}

} // namespace xieshang::json
