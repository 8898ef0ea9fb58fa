// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/json/schema.h"

#include "platform/json/write.h"

#include <stdexcept>

namespace xieshang::json {
namespace {

constexpr bool is_word(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
        || (byte >= '0' && byte <= '9') || byte == '_';
}

std::string limit(std::string_view word, std::int64_t value)
{
    return ",\"" + std::string(word) + "\":" + std::to_string(value);
}

} // namespace

std::string short_name(std::string_view type)
{
    std::string name;
    std::string word; // the last identifier: what stands before :: is a namespace and is dropped
    for (std::size_t at = 0; at < type.size(); ++at) {
        if (is_word(type[at])) {
            word += type[at];
        } else if (type.substr(at, 2) == "::") {
            word.clear();
        } else if (type[at] == '<' || type[at] == ',') {
            name += word + (type[at] == '<' ? "Of" : "And");
            word.clear();
        }
    }
    return name + word;
}

std::string Schemas::enter(const std::string& type, Use use, const void* mark, bool& fresh)
{
    uses_[type].insert(use);
    const bool apart = use == Use::input && used_both_ways_.contains(type);
    std::string name = apart ? type + "Input" : type;
    const auto [at, inserted] = components_.try_emplace(name, Component{mark, ""});
    if (at->second.type != mark) {
        throw std::logic_error("two types are called " + name + " in the API");
    }
    fresh = inserted;
    return name;
}

void Schemas::describe(const std::string& name, std::string schema)
{
    components_.at(name).schema = std::move(schema);
}

void Schemas::know_uses()
{
    for (const auto& [type, uses] : uses_) {
        const bool object = components_.at(type).schema.starts_with("{\"type\":\"object\"");
        if (uses.size() == 2 && object) {
            used_both_ways_.insert(type);
        }
    }
    components_.clear();
}

std::string Schemas::components() const
{
    std::string out = "{";
    for (const auto& [name, component] : components_) {
        out.append(out.size() > 1 ? "," : "");
        append_text(out, name);
        out.append(":").append(component.schema);
    }
    return out + "}";
}

std::string scalar_schema(std::string_view type, std::string_view format, const std::string& more)
{
    std::string out = "{\"type\":\"" + std::string(type) + "\"";
    if (!format.empty()) {
        out += ",\"format\":\"" + std::string(format) + "\"";
    }
    return out + more + "}";
}

std::string text_limits(const Rule& rule)
{
    return (rule.least > 0 ? limit("minLength", rule.least) : "")
        + (rule.most > 0 ? limit("maxLength", rule.most) : "");
}

std::string value_limits(const Rule& rule)
{
    return (rule.limited() ? limit("minimum", rule.least) : "")
        + (rule.limited_above() ? limit("maximum", rule.most) : "");
}

std::string count_limits(const Rule& rule, std::string_view noun)
{
    return (rule.least > 0 ? limit("min" + std::string(noun), rule.least) : "")
        + (rule.most > 0 ? limit("max" + std::string(noun), rule.most) : "");
}

std::string described(std::string schema, std::string_view description)
{
    if (!description.empty()) {
        schema.pop_back();
        schema += ",\"description\":";
        append_text(schema, description);
        schema += '}';
    }
    return schema;
}

// {"type":"string",…} → {"type":["string","null"],…}; a $ref is put beside null.
std::string nullable(const std::string& schema)
{
    constexpr std::string_view start = "{\"type\":\"";
    if (!schema.starts_with(start)) {
        return "{\"anyOf\":[" + schema + ",{\"type\":\"null\"}]}";
    }
    const std::size_t end = schema.find('"', start.size());
    return "{\"type\":[\"" + schema.substr(start.size(), end - start.size()) + "\",\"null\"]"
        + schema.substr(end + 1);
}

std::string enumeration_schema(const std::vector<std::string_view>& names)
{
    std::string out = "{\"type\":\"string\",\"enum\":[";
    for (const std::string_view name : names) {
        out.append(name == names.front() ? "" : ",");
        append_text(out, name);
    }
    return out + "]}";
}

std::string reference_to(std::string_view component)
{
    return "{\"$ref\":\"#/components/schemas/" + std::string(component) + "\"}";
}

} // namespace xieshang::json
