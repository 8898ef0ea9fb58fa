// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An office file (ISO/IEC 29500-2): an archive whose parts point to each other by relations. Says
// which format it is and refuses what can act by itself. Nothing outside the file is ever fetched:
// relations to the outside are looked at as text only. One thread at a time.
#pragma once

#include "platform/documents/archive.h"
#include "platform/documents/text_lines.h"
#include "platform/documents/xml.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

struct Relation {
    std::string type;   // the last step of its address: worksheet, styles
    std::string target; // the name of a part; an address when is_external
    bool is_external = false;
};

// By their id.
using Relations = std::map<std::string, Relation, std::less<>>;

class Package {
public:
    // The bytes outlive the package. Refuses what Archive and read_xml() refuse, and
    //   documents.not_office  an archive of another kind {format: "odt", "zip", …}
    //   documents.macros      holds a program {part}
    //   documents.outside     would load something from another machine when opened {target}
    static base::Result<Package> open(std::string_view bytes);

    Format format() const { return format_; }
    const std::string& main_part() const { return main_part_; }
    bool has(std::string_view part) const { return archive_.has(part); }

    base::Result<std::unique_ptr<Xml>> xml(std::string_view part);
    base::Result<void> stream(
        std::string_view part, const std::function<bool(std::string_view)>& take);
    base::Result<Relations> relations_of(std::string_view part);

    // The part that one of a part's relations of this type names; nothing when there is none.
    base::Result<std::unique_ptr<Xml>> related(const Relations& relations, std::string_view type);

    // What a reader of text passes over: pictures, embedded files, comments {count, characters},
    // links to other files.
    std::vector<Note> notes() const { return notes_; }

private:
    explicit Package(Archive archive) : archive_(std::move(archive)) {}

    base::Result<void> find_format();
    base::Result<void> check_relations();
    base::Result<void> look_at(const Relation& relation);
    bool holds_words(std::string_view part);
    base::Result<void> note_what_is_passed_over();
    base::Result<void> note_comments();

    Archive archive_;
    Format format_{};
    std::string main_part_;
    std::vector<Note> notes_;
    std::set<std::string> comments_; // parts
    int linked_ = 0;
};

} // namespace xieshang::documents
