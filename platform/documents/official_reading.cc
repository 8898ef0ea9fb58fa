// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_reading.h"

#include "platform/documents/official_kinds.h"
#include "platform/documents/official_parts_reading.h"
#include "platform/documents/official_styles.h"
#include "platform/documents/official_tidy.h"
#include "platform/documents/package.h"

#include <algorithm>

namespace xieshang::documents {
namespace {

bool stands_around(std::string_view name)
{
    return name == "sdt" || name == "sdtContent" || name == "ins" || name == "moveTo"
        || name == "customXml" || name == "smartTag";
}

base::Result<OfficialKind> kind_in(Package& package)
{
    const auto relations = TRY(package.relations_of(""));
    const auto properties = TRY(package.related(relations, "custom-properties"));
    if (properties) {
        for (const auto node : properties->root().children()) {
            const auto kind = kind_of(node.first_child().text().get());
            if (attribute_named(node, "name") == kind_property && kind) {
                return *kind;
            }
        }
    }
    return base::refuse("documents.official_foreign");
}

base::Result<StyleNames> names_in(Package& package, const Relations& relations)
{
    const auto part = TRY(package.related(relations, "styles"));
    auto names = part ? style_names(part->root()) : StyleNames();
    const bool is_ours = std::any_of(names.begin(), names.end(),
        [](const auto& pair) { return pair.second == styles::indented; });
    if (!is_ours) {
        return base::refuse("documents.official_foreign");
    }
    return names;
}

class BodyReader {
public:
    BodyReader(OfficialParts& parts, const StyleNames& names) : parts_(parts), names_(names) {}

    void read(pugi::xml_node parent)
    {
        for (const auto node : parent.children()) {
            const auto name = local_name(node);
            if (name == "p") {
                read_paragraph(node);
            } else if (name == "tbl") {
                read_table(node);
            } else if (name == "sectPr") {
                parts_.end_section(is_turned(node));
            } else if (stands_around(name)) {
                read(node);
            }
        }
    }

private:
    static bool is_turned(pugi::xml_node section)
    {
        return attribute_named(child_named(section, "pgSz"), "orient") == "landscape";
    }

    void read_paragraph(pugi::xml_node node)
    {
        parts_.paragraph(node);
        if (const auto section = child_named(child_named(node, "pPr"), "sectPr")) {
            parts_.end_section(is_turned(section));
        }
    }

    // The imprint is a table for its place's sake alone.
    void read_table(pugi::xml_node table)
    {
        const auto is_imprint = [&](pugi::xml_node node) {
            const auto style =
                local_name(node) == "p" ? style_name(names_, node) : std::string_view();
            return style == styles::copies || style == styles::printed;
        };
        if (!table.find_node(is_imprint)) {
            parts_.table(table);
            return;
        }
        for (const auto row : table.children()) {
            for (const auto cell : row.children()) {
                read(cell);
            }
        }
    }

    OfficialParts& parts_;
    const StyleNames& names_;
};

base::Result<void> fetch_pictures(
    Package& package, const Relations& relations, std::vector<Figure*> figures)
{
    for (auto* const figure : figures) {
        const auto found = relations.find(figure->bytes); // until now the relation's id
        if (found == relations.end() || found->second.is_external) {
            return base::refuse("documents.damaged", {{"part", "media"}});
        }
        figure->bytes.clear();
        CHECK(package.stream(found->second.target, [figure](std::string_view piece) {
            figure->bytes += piece;
            return true;
        }));
    }
    return {};
}

std::vector<Figure*> figures_in(OfficialDocument& document)
{
    std::vector<Figure*> figures;
    const auto add = [&](Blocks& blocks) {
        for (auto& block : blocks) {
            if (auto* const figure = std::get_if<Figure>(&block)) {
                figures.push_back(figure);
            }
        }
    };
    add(document.body);
    for (auto& annex : document.annexes) {
        add(annex.blocks);
    }
    return figures;
}

} // namespace

base::Result<OfficialDocument> official_reading(std::string_view bytes)
{
    auto package = TRY(Package::open(bytes));
    if (package.format() != Format::docx) {
        return base::refuse("documents.official_foreign");
    }
    const auto kind = TRY(kind_in(package));
    const auto relations = TRY(package.relations_of(package.main_part()));
    const auto names = TRY(names_in(package, relations));
    OfficialParts parts(names);
    {
        const auto main = TRY(package.xml(package.main_part()));
        BodyReader(parts, names).read(child_named(main->root(), "body"));
    }
    auto document = parts.take();
    document.kind = kind;
    CHECK(fetch_pictures(package, relations, figures_in(document)));
    return tidied(std::move(document));
}

} // namespace xieshang::documents
