// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/audit/audit_table.h"

#include "features/plan/plan_table.h"
#include "platform/base/actor.h"

#include <boost/describe.hpp>

namespace xieshang::audit {
namespace {

using Text = std::function<std::string(std::string_view)>;

std::string by_of(const ActView& act, const Text& text)
{
    if (!act.by_name.empty()) {
        return act.by_name;
    }
    if (act.by.starts_with(base::command_line)) {
        return text("audit.command_line") + " " + act.by.substr(base::command_line.size());
    }
    if (!act.by.empty()) {
        return act.by;
    }
    return text(act.result == ActResult::refused ? "audit.nobody" : "audit.program");
}

std::string about_of(const ActView& act, const Text& text)
{
    std::string words;
    for (const auto& code : act.about) {
        words += (words.empty() ? "" : "; ") + text(code);
    }
    return words;
}

} // namespace

std::string act_table(const std::vector<ActView>& acts, bool more, const Text& text)
{
    std::string table(plan::csv_mark);
    table += plan::csv_row({text("audit.export.number"), text("audit.export.at"),
        text("audit.export.by"), text("audit.export.by_now"), text("audit.export.by_id"),
        text("audit.export.event"), text("audit.export.action"), text("audit.export.about"),
        text("audit.export.result"), text("audit.export.kind"), text("audit.export.object"),
        text("audit.export.object_name"), text("audit.export.version")});
    for (const auto& act : acts) {
        table += plan::csv_row({std::to_string(act.number), plan::csv_instant(act.at),
            by_of(act, text), act.by_name_now, act.by, text("audit.event." + act.action),
            act.action, about_of(act, text),
            text(std::string("audit.result.") + boost::describe::enum_to_string(act.result, "")),
            text("audit.kind." + act.kind), act.object, act.object_name,
            std::to_string(act.version)});
    }
    if (more) {
        table += plan::csv_row({text("audit.export.more")});
    }
    return table;
}

} // namespace xieshang::audit
