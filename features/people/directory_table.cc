// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/directory_table.h"

#include "features/plan/plan_table.h"

#include <algorithm>

namespace xieshang::people {
namespace {

std::string name_of(const json::Shown<std::optional<BodyName>>& body)
{
    return body.given && *body.given ? (*body.given)->name : std::string();
}

std::string titles_of(const std::vector<HeldPost>& posts)
{
    std::string text;
    for (const auto& post : posts) {
        text += (text.empty() ? "" : "; ") + post.organisation + " " + post.title;
    }
    return text;
}

} // namespace

std::string directory_table(const std::vector<RegisteredPersonLine>& lines,
    const std::function<std::string(std::string_view)>& text)
{
    const bool has_bodies = !lines.empty() && lines.front().state.given;
    std::vector<std::string> head{text("people.export.name")};
    if (has_bodies) {
        for (const auto* code : {"people.export.state", "people.export.since",
                 "people.export.sector", "people.export.group", "people.export.posts"}) {
            head.push_back(text(code));
        }
    }
    const bool has_invented = std::any_of(
        lines.begin(), lines.end(), [](const RegisteredPersonLine& line) { return line.invented; });
    if (has_invented) {
        head.push_back(text("people.export.note"));
    }
    auto table = std::string(plan::csv_mark) + plan::csv_row(head);
    for (const auto& line : lines) {
        std::vector<std::string> cells{line.name};
        if (has_bodies) {
            cells.push_back(text("people.state."
                + std::string(boost::describe::enum_to_string(*line.state.given, ""))));
            cells.push_back(line.since.given->value_or(""));
            cells.push_back(line.place_unknown.given ? text("people.export.place_unknown")
                                                     : name_of(line.sector));
            cells.push_back(name_of(line.group));
            cells.push_back(titles_of(*line.posts.given));
        }
        if (has_invented) {
            cells.push_back(line.invented ? text("people.export.invented") : "");
        }
        table += plan::csv_row(cells);
    }
    return table;
}

} // namespace xieshang::people
