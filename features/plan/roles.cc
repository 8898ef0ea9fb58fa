// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/roles.h"

#include "features/plan/bare_topics.h"
#include "features/plan/consultation.h"
#include "features/plan/field_labels.h"
#include "features/plan/labels.h"
#include "features/plan/nesting.h"
#include "features/plan/script.h"
#include "features/plan/told_topics.h"
#include "features/plan/topic_brackets.h"
#include "features/plan/topic_text.h"

#include <algorithm>
#include <optional>
#include <set>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

class RoleFinder {
public:
    RoleFinder(const std::vector<Line>& lines, const std::vector<Node>& nodes, Trust trust)
        : lines_(lines),
          nodes_(nodes),
          trust_(trust),
          roles_(nodes.size(), Role::text),
          listed_(nodes.size()),
          bare_(nodes.size())
    {
    }

    std::vector<Role> find()
    {
        roles_[0] = Role::section;
        for (std::size_t id = 1; id < nodes_.size(); ++id) {
            const Node& node = nodes_[id];
            switch (roles_[static_cast<std::size_t>(node.parent)]) {
            case Role::topic:
            case Role::field:
                roles_[id] = is_field(node) ? Role::field : Role::detail;
                break;
            case Role::detail:
                roles_[id] = Role::detail;
                break;
            case Role::text:
                roles_[id] = Role::text;
                break;
            case Role::section:
                roles_[id] = role_in_section(node);
                break;
            }
        }
        return std::move(roles_);
    }

private:
    Text text_of(const Node& node) const { return folded_in(lines_, node.text); }

    // A label of a topic, alone or with its value: 协商形式, （二）时间安排：5月, 组织实施。
    bool is_field(const Node& node) const
    {
        const Text text = text_of(node);
        const auto label = label_at(text, 0);
        if (!label || label->field == Field::title) {
            return false;
        }
        if (label->length == text.size() || is_one_of(text[label->length], U":。,")) {
            return true;
        }
        return label->length >= 4
            || lines_[node.text.line].gap(node.text.begin + label->length) != Gap::none;
    }

    // 一、协商议题：推进……
    bool is_labelled_title(const Node& node) const
    {
        const Text text = text_of(node);
        const auto label = label_at(text, 0);
        return node.type != Numbering::bare && label && label->field == Field::title
            && label->length + 1 < text.size() && text[label->length] == U':'
            && node.children.empty() && !node.body.empty();
    }

    bool has_field_children(const Node& node) const
    {
        return std::any_of(node.children.begin(), node.children.end(),
            [&](int child) { return is_field(nodes_[static_cast<std::size_t>(child)]); });
    }

    bool has_other_children(const Node& node) const
    {
        return std::any_of(node.children.begin(), node.children.end(),
            [&](int child) { return !is_field(nodes_[static_cast<std::size_t>(child)]); });
    }

    bool is_enabled(Zone zone) const
    {
        return zone == Zone::topics || (zone == Zone::perhaps && trust_ != Trust::strict);
    }

    Role role_in_section(const Node& node) const
    {
        if (node.type == Numbering::row) {
            return node.is_head || node.zone == Zone::none ? Role::text : Role::topic;
        }
        const bool is_ruled_out =
            node.zone == Zone::none && node.heading.promise != Promise::unlikely;
        if (is_ruled_out || nodes_[static_cast<std::size_t>(node.parent)].zone == Zone::none) {
            return as_heading(node);
        }
        if (is_enabled(node.zone)) {
            return role_in_topics(node);
        }
        if (node.type == Numbering::named
            || (node.type != Numbering::bare && !node.heading.is_pure
                && is_evidently_topic(node))) {
            return Role::topic;
        }
        if (trust_ == Trust::any && is_listed(node)) {
            return Role::topic;
        }
        return as_heading(node);
    }

    Role role_in_topics(const Node& node) const
    {
        const bool is_leaf =
            node.type > Numbering::bare && node.children.empty() && node.body.empty();
        if (is_labelled_title(node)) {
            return Role::topic;
        }
        if (node.type == Numbering::bare
            || (node.heading.is_pure && (!is_leaf || is_kinds_heading(text_of(node))))) {
            return Role::section;
        }
        const Text text = text_of(node);
        if (text.empty() && node.body.empty()) {
            return as_heading(node);
        }
        if (has_field_children(node)) {
            return Role::topic;
        }
        const bool promises =
            node.heading.promise == Promise::topics || node.heading.promise == Promise::perhaps;
        if (!has_other_children(node)) {
            const auto bare = std::count_if(node.body.begin(), node.body.end(),
                [&](const Body& body) { return is_bare_topic(lines_, body); });
            return promises && bare >= 2 && text.ends_with(U"题") ? Role::section : Role::topic;
        }
        if (promises) {
            return Role::section;
        }
        // Items with items below are groups, unless some beside them have none.
        return has_bare_sibling(node) ? Role::topic : Role::section;
    }

    // 2.专题协商。开展3场…, 1.常委会会议协商议题：A；B: a form's name is no title. Only what stands
    // behind it and a colon may be one: 3.主席会议协商：A.
    static bool is_kinds_heading(Text text)
    {
        const Text heading = text.substr(0, heading_length(text));
        const Text rest = text.substr(heading.size());
        if (!understood(heading).is_kind) {
            return false;
        }
        if (rest.empty() || heading.back() != U':' || heading.ends_with(U"题:")) {
            return true;
        }
        const auto told = told_in(rest);
        const bool lists_titles = rest.substr(0, rest.size() - 1).find(U';') != rest.npos;
        return lists_titles || told.topics.size() > 1 || !told.counts.empty();
    }

    bool is_evidently_topic(const Node& node) const
    {
        int labels = 0;
        for (const int child : node.children) {
            labels += is_field(nodes_[static_cast<std::size_t>(child)]) ? 1 : 0;
        }
        Run below(lines_);
        below.append(node.text);
        for (const auto& body : node.body) {
            below.append(body.range);
        }
        if (below.size() < longest_topic) {
            labels += labels_in(below);
        }
        const Text text = text_of(node);
        if (text.size() < 200) {
            const auto consultation = consultation_in(text);
            if (consultation && (consultation->is_quoted || labels > 0)) {
                return true;
            }
            labels += has_bracket_fields(text) ? 2 : 0;
        }
        return labels >= 2;
    }

    static bool has_bracket_fields(Text text)
    {
        while (!text.empty() && is_one_of(text.back(), U"。;,")) {
            text.remove_suffix(1);
        }
        const auto open = text.rfind(U'(');
        return text.ends_with(U")") && open != text.npos && open > 4
            && bracket_parts(text.substr(open + 1, text.size() - open - 2)).size() >= 2;
    }

    bool has_bare_sibling(const Node& node) const
    {
        auto& bare = bare_[static_cast<std::size_t>(node.parent)];
        if (!bare) {
            bare.emplace();
            for (const int id : nodes_[static_cast<std::size_t>(node.parent)].children) {
                const Node& child = nodes_[static_cast<std::size_t>(id)];
                if (child.children.empty() && !child.heading.is_pure) {
                    bare->insert(child.type);
                }
            }
        }
        return bare->contains(node.type);
    }

    // An item of a plain list of short items.
    bool is_listed(const Node& node) const
    {
        auto& listed = listed_[static_cast<std::size_t>(node.parent)];
        if (!listed) {
            const auto& items = nodes_[static_cast<std::size_t>(node.parent)].children;
            const auto is_measure = [&](int id) {
                return nodes_[static_cast<std::size_t>(id)].heading.promise == Promise::unlikely;
            };
            listed = std::all_of(items.begin(), items.end(), [&](int id) {
                return may_be_listed(nodes_[static_cast<std::size_t>(id)]);
            }) && (node.parent == 0 || !std::all_of(items.begin(), items.end(), is_measure));
        }
        return *listed && node.type != Numbering::bare;
    }

    bool may_be_listed(const Node& node) const
    {
        const Text text = text_of(node);
        const auto stop = text.find(U'。');
        return node.children.empty() && node.body.empty() && text.size() >= 4 && text.size() <= 60
            && (stop == text.npos || stop + 1 == text.size())
            && (node.heading.promise == Promise::unknown
                || node.heading.promise == Promise::unlikely);
    }

    Role as_heading(const Node& node) const
    {
        const Text text = text_of(node);
        const bool is_short = !text.empty() && heading_length(text) <= 60;
        switch (node.type) {
        case Numbering::chapter:
        case Numbering::roman:
        case Numbering::han_comma:
        case Numbering::han_paren:
            return is_short || !node.children.empty() ? Role::section : Role::text;
        case Numbering::bare:
            return Role::section;
        default:
            return is_short && node.parent == 0 && (!node.body.empty() || !node.children.empty())
                ? Role::section
                : Role::text;
        }
    }

    static constexpr std::size_t longest_topic = 4000;

    const std::vector<Line>& lines_;
    const std::vector<Node>& nodes_;
    Trust trust_;
    std::vector<Role> roles_;
    mutable std::vector<std::optional<bool>> listed_; // what was found out about a parent's items
    mutable std::vector<std::optional<std::set<Numbering>>>
        bare_; // numberings of a parent's items without items
};

} // namespace

std::vector<Role> roles_of(
    const std::vector<Line>& lines, const std::vector<Node>& nodes, Trust trust)
{
    return RoleFinder(lines, nodes, trust).find();
}

} // namespace xieshang::plan
