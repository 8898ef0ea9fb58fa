// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/word_styles.h"

#include "platform/documents/xml.h"

namespace xieshang::documents {
namespace {

constexpr int most_styles_above = 16;

pugi::xml_node vanish_in(pugi::xml_node parent)
{
    return child_named(child_named(parent, "rPr"), "vanish");
}

} // namespace

void WordStyles::read(pugi::xml_node styles)
{
    all_are_hidden_ =
        is_on(vanish_in(child_named(child_named(styles, "docDefaults"), "rPrDefault")));
    for (const auto node : styles.children()) {
        if (local_name(node) != "style") {
            continue;
        }
        const std::string id(id_named(node, "styleId"));
        const auto is_default = attribute_named(node, "default");
        if (is_default == "1" || is_default == "true") {
            const auto type = attribute_named(node, "type");
            (type == "character"          ? of_runs_
                    : type == "paragraph" ? of_paragraphs_
                                          : std::string()) = id;
        }
        auto& style = styles_[id];
        style.based_on = id_named(child_named(node, "basedOn"), "val");
        if (const auto vanish = vanish_in(node)) {
            style.hides = is_on(vanish);
            any_hides_ = any_hides_ || *style.hides;
        }
    }
}

// What the style says, else what it is based on.
bool WordStyles::style_hides(
    pugi::xml_node properties, std::string_view named_in, const std::string& otherwise) const
{
    const auto named = id_named(child_named(properties, named_in), "val");
    std::string_view id = named.empty() ? otherwise : named;
    for (int above = 0; above < most_styles_above; ++above) {
        const auto style = styles_.find(id);
        if (style == styles_.end() || style->second.hides) {
            return style != styles_.end() && *style->second.hides;
        }
        id = style->second.based_on;
    }
    return false;
}

bool WordStyles::hides(pugi::xml_node of_paragraph, pugi::xml_node of_run) const
{
    if (const auto own = child_named(of_run, "vanish")) {
        return is_on(own);
    }
    if (all_are_hidden_ || !any_hides_) {
        return all_are_hidden_;
    }
    // 17.7.3: hidden by the one and by the other is shown again
    return style_hides(of_paragraph, "pStyle", of_paragraphs_)
        != style_hides(of_run, "rStyle", of_runs_);
}

} // namespace xieshang::documents
