// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/xml.h"

#include "platform/documents/limits.h"
#include "platform/documents/refusals.h"
#include "platform/documents/xml_encoding.h"

#include <charconv>

namespace xieshang::documents {
namespace {

// What the tree takes at most: an element or text 64 bytes, an attribute 40.
std::size_t tree_bytes_of(std::string_view bytes)
{
    std::size_t total = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const bool goes_on = i + 1 < bytes.size();
        total += bytes[i] == '<' && goes_on && bytes[i + 1] != '/' ? 64
            : bytes[i] == '>' && goes_on && bytes[i + 1] != '<'    ? 64
            : bytes[i] == '='                                      ? 40
                                                                   : 0;
    }
    return total;
}

bool has_document_type(const pugi::xml_document& tree)
{
    for (const auto node : tree.children()) {
        if (node.type() == pugi::node_doctype) {
            return true;
        }
    }
    return false;
}

bool is_too_deep(pugi::xml_node root)
{
    int depth = 1;
    for (auto node = root; node;) {
        if (node.first_child()) {
            node = node.first_child();
            if (++depth > most_depth) {
                return true;
            }
            continue;
        }
        while (node != root && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (node == root) {
            break;
        }
        node = node.next_sibling();
    }
    return false;
}

} // namespace

base::Result<std::unique_ptr<Xml>> read_xml(std::string bytes, std::string_view part)
{
    auto xml = std::make_unique<Xml>();
    xml->bytes = TRY(as_utf8(std::move(bytes), part));
    if (tree_bytes_of(xml->bytes) > most_tree_bytes) {
        return refuse_part("documents.too_complex", part);
    }
    constexpr unsigned options = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol
        | pugi::parse_wconv_attribute | pugi::parse_ws_pcdata_single | pugi::parse_doctype;
    const auto parsed = xml->tree.load_buffer_inplace(
        xml->bytes.data(), xml->bytes.size(), options, pugi::encoding_utf8);
    if (has_document_type(xml->tree)) {
        return refuse_part("documents.has_dtd", part);
    }
    if (!parsed || !xml->root()) {
        return refuse_part("documents.damaged", part);
    }
    if (is_too_deep(xml->root())) {
        return refuse_part("documents.too_deep", part);
    }
    return xml;
}

std::string_view local_name(pugi::xml_node node)
{
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_named(pugi::xml_node node, std::string_view name)
{
    for (const auto child : node.children()) {
        if (local_name(child) == name) {
            return child;
        }
    }
    return {};
}

std::string_view attribute_named(pugi::xml_node node, std::string_view name)
{
    for (const auto attribute : node.attributes()) {
        std::string_view own = attribute.name();
        const auto colon = own.find(':');
        own = colon == own.npos ? own : own.substr(colon + 1);
        if (own == name) {
            return attribute.value();
        }
    }
    return {};
}

std::string_view id_named(pugi::xml_node node, std::string_view name)
{
    const auto id = attribute_named(node, name);
    return id.size() > most_id_bytes ? std::string_view() : id;
}

int number_in(std::string_view text, int otherwise, int most)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_whole = error == std::errc() && end == text.data() + text.size();
    return is_whole && value >= 0 && value <= most ? value : otherwise;
}

bool is_on(pugi::xml_node property)
{
    const auto value = attribute_named(property, "val");
    return property && value != "0" && value != "false" && value != "off";
}

} // namespace xieshang::documents
