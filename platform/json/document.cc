// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/json/document.h"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <charconv>

namespace xieshang::json {
namespace {

namespace bj = boost::json;

// Boost.JSON reads doubles with an error in the last place; JCS and round trips need the nearest
// one.
bool nearest_double(std::string_view digits, double& out)
{
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return error == std::errc() && end == digits.data() + digits.size();
}

void mark_repeated_keys(Node* first, const Node* end)
{
    std::vector<Node*> members;
    for (Node* member = first; member != end; member += member->span) {
        members.push_back(member);
    }
    std::stable_sort(members.begin(), members.end(),
        [](const Node* left, const Node* right) { return left->key < right->key; });
    for (std::size_t at = 1; at < members.size(); ++at) {
        members[at]->repeated = members[at]->key == members[at - 1]->key;
    }
}

// The parser's events, written down as nodes.
struct Scribe {
    static constexpr std::size_t max_object_size = value_limit;
    static constexpr std::size_t max_array_size = value_limit;
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    std::vector<Node>& nodes;
    std::vector<char>& text;
    std::vector<std::size_t> open{};
    std::string_view key{};
    std::size_t text_start = 0;

    bool add(bj::error_code& error, Node node)
    {
        if (nodes.size() == value_limit) {
            error = bj::error::array_too_large;
            return false;
        }
        node.key = std::exchange(key, {});
        if (!open.empty()) {
            ++nodes[open.back()].size;
        }
        nodes.push_back(node);
        return true;
    }
    bool begin(bj::error_code& error, Kind kind)
    {
        if (!add(error, {.kind = kind})) {
            return false;
        }
        open.push_back(nodes.size() - 1);
        return true;
    }
    bool end(bool object)
    {
        const std::size_t at = open.back();
        open.pop_back();
        nodes[at].span = static_cast<std::uint32_t>(nodes.size() - at);
        if (object && nodes[at].size > 1) {
            mark_repeated_keys(&nodes[at] + 1, &nodes[at] + nodes[at].span);
        }
        return true;
    }
    bool part(bj::string_view bytes)
    {
        text.insert(text.end(), bytes.begin(), bytes.end());
        return true;
    }
    std::string_view whole(bj::string_view last)
    {
        part(last);
        const std::size_t start = std::exchange(text_start, text.size());
        return {text.data() + start, text.size() - start};
    }

    bool on_document_begin(bj::error_code&) { return true; }
    bool on_document_end(bj::error_code&) { return true; }
    bool on_object_begin(bj::error_code& error) { return begin(error, Kind::object); }
    bool on_object_end(std::size_t, bj::error_code&) { return end(true); }
    bool on_array_begin(bj::error_code& error) { return begin(error, Kind::array); }
    bool on_array_end(std::size_t, bj::error_code&) { return end(false); }
    bool on_key_part(bj::string_view bytes, std::size_t, bj::error_code&) { return part(bytes); }
    bool on_key(bj::string_view bytes, std::size_t, bj::error_code&)
    {
        key = whole(bytes);
        return true;
    }
    bool on_string_part(bj::string_view bytes, std::size_t, bj::error_code&) { return part(bytes); }
    bool on_string(bj::string_view bytes, std::size_t, bj::error_code& error)
    {
        return add(error, {.text = whole(bytes), .kind = Kind::string});
    }
    bool on_number_part(bj::string_view, bj::error_code&) { return true; }
    bool on_int64(std::int64_t value, bj::string_view, bj::error_code& error)
    {
        return add(
            error, {.integer = value, .number = static_cast<double>(value), .kind = Kind::integer});
    }
    bool on_uint64(std::uint64_t value, bj::string_view, bj::error_code& error)
    {
        return add(error, {.number = static_cast<double>(value), .kind = Kind::number});
    }
    bool on_double(double, bj::string_view digits, bj::error_code& error)
    {
        Node node{.kind = Kind::number};
        if (!nearest_double(digits, node.number)) {
            error = bj::error::exponent_overflow;
            return false;
        }
        return add(error, node);
    }
    bool on_bool(bool value, bj::error_code& error)
    {
        return add(error, {.kind = Kind::boolean, .boolean = value});
    }
    bool on_null(bj::error_code& error) { return add(error, {}); }
    bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
    bool on_comment(bj::string_view, bj::error_code&) { return true; }
};

tl::unexpected<base::Error> malformed_at(std::string_view before)
{
    const auto line_start = before.rfind('\n') + 1; // npos + 1 is 0
    const auto lines = 1 + std::count(before.begin(), before.end(), '\n');
    const auto column = 1
        + std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start), before.end(),
            [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
    return base::trouble(base::Trouble::malformed, "request.malformed",
        {{"line", std::to_string(lines)}, {"column", std::to_string(column)}});
}

} // namespace

base::Result<Document> Document::parse(std::string_view text)
{
    Document document;
    document.text_.reserve(
        text.size()); // decoded text is never longer, so the nodes' views stay valid
    bj::parse_options options;
    options.max_depth = depth_limit;
    bj::basic_parser<Scribe> parser(options, Scribe{document.nodes_, document.text_});
    bj::error_code error;
    const std::size_t used = parser.write_some(false, text.data(), text.size(), error);
    if (error == bj::error::array_too_large || error == bj::error::object_too_large) {
        return base::trouble(base::Trouble::too_large, "request.too_complex",
            {{"most", std::to_string(value_limit)}});
    }
    if (error || used != text.size()) {
        return malformed_at(text.substr(0, used));
    }
    return document;
}

} // namespace xieshang::json
