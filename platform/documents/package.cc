// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/package.h"

#include "platform/documents/letters.h"
#include "platform/documents/macros.h"
#include "platform/documents/refusals.h"
#include "platform/documents/xml_encoding.h"

#include <algorithm>
#include <initializer_list>

namespace xieshang::documents {
namespace {

constexpr std::string_view types_part = "[Content_Types].xml";

std::string_view last_step(std::string_view path)
{
    const auto slash = path.rfind('/');
    return slash == path.npos ? path : path.substr(slash + 1);
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends)
{
    return std::any_of(ends.begin(), ends.end(), [&](auto end) { return text.ends_with(end); });
}

std::string lowered(std::string_view text)
{
    std::string small(text);
    for (auto& c : small) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return small;
}

// A target as it stands in a relation, seen from the part: ../media/a.png, /xl/workbook.xml.
std::string resolved(std::string_view part, std::string_view target)
{
    std::vector<std::string_view> steps;
    const auto add = [&steps](std::string_view path) {
        for (std::size_t begin = 0; begin <= path.size();) {
            const auto end = std::min(path.find('/', begin), path.size());
            const auto step = path.substr(begin, end - begin);
            if (step == ".." && !steps.empty()) {
                steps.pop_back();
            } else if (!step.empty() && step != "." && step != "..") {
                steps.push_back(step);
            }
            begin = end + 1;
        }
    };
    if (!target.starts_with('/')) {
        add(part.substr(0, part.size() - last_step(part).size()));
    }
    add(target);
    std::string name;
    for (const auto step : steps) {
        name += (name.empty() ? "" : "/") + std::string(step);
    }
    return name;
}

std::string relations_part_of(std::string_view part)
{
    const auto name = last_step(part);
    return std::string(part.substr(0, part.size() - name.size())) + "_rels/" + std::string(name)
        + ".rels";
}

bool is_on_another_machine(std::string_view target)
{
    const auto small = lowered(target);
    for (const std::string_view start :
        {"http:", "https:", "ftp:", "smb:", "mhtml:", "\\\\", "//", "file:////", "file://\\"}) {
        if (small.starts_with(start)) {
            return true;
        }
    }
    return small.starts_with("file://") && !small.starts_with("file:///")
        && !small.starts_with("file://localhost/");
}

// Loaded by an office program without being asked.
bool acts_by_itself(std::string_view type)
{
    return type == "attachedTemplate" || type == "oleObject" || type == "frame"
        || type == "subDocument" || type == "aFChunk" || type == "control";
}

// Shapes over the cells of a sheet, charts, diagrams: their words stand in parts of their own.
bool is_drawing(std::string_view name)
{
    return name.ends_with(".xml")
        && (name.find("/drawings/drawing") != name.npos || name.find("/charts/chart") != name.npos
            || name.find("/diagrams/data") != name.npos);
}

tl::unexpected<base::Error> not_office(std::string_view format)
{
    return base::trouble(
        base::Trouble::unsupported_type, "documents.not_office", {{"format", std::string(format)}});
}

std::string_view other_format(const Archive& archive)
{
    return archive.has("content.xml") && archive.has("META-INF/manifest.xml") ? "odt/ods"
        : archive.has("OFD.xml")                                              ? "ofd"
                                                                              : "zip";
}

} // namespace

base::Result<Package> Package::open(std::string_view bytes)
{
    Package package(TRY(Archive::open(bytes)));
    CHECK(package.find_format());
    CHECK(package.check_relations());
    CHECK(package.note_what_is_passed_over());
    return package;
}

base::Result<void> Package::find_format()
{
    if (!archive_.has(types_part)) {
        return not_office(other_format(archive_));
    }
    const auto types = TRY(xml(types_part));
    for (const auto node : types->root().children()) {
        const auto type = lowered(attribute_named(node, "ContentType"));
        if (is_macro_type(type)) {
            return refuse_part("documents.macros", last_step(attribute_named(node, "PartName")));
        }
    }
    for (const auto& [id, relation] : TRY(relations_of(""))) {
        main_part_ = relation.type == "officeDocument" ? relation.target : main_part_;
    }
    if (main_part_.empty() || !archive_.has(main_part_)) {
        return not_office(other_format(archive_));
    }
    std::string main_type;
    for (const auto node : types->root().children()) {
        const auto name = attribute_named(node, "PartName");
        if (!name.empty() && lowered(name.substr(1)) == lowered(main_part_)) {
            main_type = attribute_named(node, "ContentType");
        }
    }
    if (main_type.find("wordprocessingml") != main_type.npos) {
        format_ = Format::docx;
    } else if (main_type.find("spreadsheetml") != main_type.npos) {
        format_ = Format::xlsx;
    } else {
        return not_office(main_type.find("presentationml") != main_type.npos ? "pptx"
                : main_type.find("excel") != main_type.npos                  ? "xlsb"
                                                                             : "zip");
    }
    return {};
}

base::Result<void> Package::look_at(const Relation& relation)
{
    if (is_macro_relation(lowered(relation.type))) {
        return refuse_part("documents.macros", last_step(relation.target));
    }
    if (relation.type == "comments" && !relation.is_external && archive_.has(relation.target)) {
        comments_.insert(lowered(relation.target));
    }
    if (!relation.is_external || relation.type == "hyperlink") {
        return {};
    }
    if (acts_by_itself(relation.type) && is_on_another_machine(relation.target)) {
        return base::refuse(
            "documents.outside", {{"target", clean(relation.target.substr(0, 200))}});
    }
    ++linked_;
    return {};
}

base::Result<void> Package::check_relations()
{
    for (const auto& name : archive_.names()) {
        const auto small = lowered(name);
        if (is_macro_part(small)) {
            return refuse_part("documents.macros", last_step(name));
        }
        if (!small.ends_with(".rels")) {
            continue;
        }
        const auto folder = name.substr(0, name.size() - last_step(name).size());
        const auto part = folder.substr(0, folder.size() - std::min<std::size_t>(folder.size(), 6))
            + std::string(last_step(name).substr(0, last_step(name).size() - 5));
        for (const auto& [id, relation] : TRY(relations_of(part))) {
            CHECK(look_at(relation));
        }
    }
    return {};
}

bool Package::holds_words(std::string_view part)
{
    auto bytes = archive_.part(part);
    const auto text = bytes ? as_utf8(std::move(*bytes), part) : bytes;
    return text && (text->find(":t>") != text->npos || text->find(":v>") != text->npos);
}

base::Result<void> Package::note_comments()
{
    int count = 0;
    std::int64_t letters = 0;
    for (const auto& name : comments_) {
        const auto comments = TRY(xml(name));
        const auto list = child_named(comments->root(), "commentList"); // of a sheet
        for (const auto node : (list ? list : comments->root()).children()) {
            const auto own = letters_under(node);
            count += own > 0 ? 1 : 0;
            letters += own;
        }
    }
    if (count > 0) {
        notes_.push_back({"documents.comments_not_read",
            {{"count", std::to_string(count)}, {"characters", std::to_string(letters)}}});
    }
    return {};
}

base::Result<void> Package::note_what_is_passed_over()
{
    int pictures = 0;
    int drawings = 0;
    int embedded = 0;
    for (const auto& name : archive_.names()) {
        const auto small = lowered(name);
        const bool is_media = small.find("/media/") != small.npos;
        pictures += is_media
                && ends_with_any(small,
                    {".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".emf", ".wmf",
                        ".svg", ".webp"})
            ? 1
            : 0;
        drawings += is_drawing(small) && holds_words(name) ? 1 : 0;
        embedded += small.find("/embeddings/") != small.npos && !small.ends_with('/') ? 1 : 0;
    }
    const auto note = [this](std::string code, int count) {
        if (count > 0) {
            notes_.push_back({std::move(code), {{"count", std::to_string(count)}}});
        }
    };
    note("documents.pictures_not_read", pictures);
    note("documents.drawings_not_read", drawings);
    note("documents.embedded_not_read", embedded);
    CHECK(note_comments());
    note("documents.links_not_followed", linked_);
    return {};
}

base::Result<std::unique_ptr<Xml>> Package::xml(std::string_view part)
{
    return read_xml(TRY(archive_.part(part)), part);
}

base::Result<void> Package::stream(
    std::string_view part, const std::function<bool(std::string_view)>& take)
{
    return archive_.stream(part, take);
}

base::Result<Relations> Package::relations_of(std::string_view part)
{
    Relations relations;
    const auto name = relations_part_of(part);
    if (!archive_.has(name)) {
        return relations;
    }
    const auto read = TRY(xml(name));
    for (const auto node : read->root().children()) {
        const bool is_external = attribute_named(node, "TargetMode") == "External";
        const auto target = attribute_named(node, "Target");
        relations[std::string(attribute_named(node, "Id"))] = {
            std::string(last_step(attribute_named(node, "Type"))),
            is_external ? std::string(target) : resolved(part, target), is_external};
    }
    return relations;
}

base::Result<std::unique_ptr<Xml>> Package::related(
    const Relations& relations, std::string_view type)
{
    for (const auto& [id, relation] : relations) {
        if (relation.type == type && !relation.is_external && archive_.has(relation.target)) {
            return xml(relation.target);
        }
    }
    return std::unique_ptr<Xml>();
}

} // namespace xieshang::documents
