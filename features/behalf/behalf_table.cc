// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_table.h"

#include "features/plan/plan_table.h"

namespace xieshang::behalf {
namespace {

using Text = std::function<std::string(std::string_view)>;

std::string word(const Text& text, const char* family, auto enumerator)
{
    return text(family + std::string(boost::describe::enum_to_string(enumerator, "")));
}

std::string what_of(const BehalfLine& act, const Text& text)
{
    auto what = act.about;
    for (const auto& field : act.fields) {
        what += (what.empty() ? "" : "; ") + text("behalf.field." + field);
    }
    return what;
}

std::string whom_of(const BehalfLine& act, const Text& text)
{
    return act.for_name.empty() && act.body ? word(text, "behalf.body.", *act.body) : act.for_name;
}

} // namespace

std::string behalf_table(const std::vector<BehalfLine>& acts, const Text& text)
{
    std::vector<std::string> head;
    for (const auto* column :
        {"at", "by", "for", "deed", "about", "paper_day", "state", "reachable", "updated"}) {
        head.push_back(text(std::string("behalf.export.") + column));
    }
    auto table = std::string(plan::csv_mark) + plan::csv_row(head);
    for (const auto& act : acts) {
        table += plan::csv_row({plan::csv_instant(act.acted_at), act.by_name, whom_of(act, text),
            word(text, "behalf.deed.", act.deed), what_of(act, text), act.paper_day.value_or(""),
            word(text, "behalf.state.", act.state),
            text(act.reachable ? "behalf.export.yes" : "behalf.export.no"),
            plan::csv_instant(act.updated_at)});
    }
    return table;
}

} // namespace xieshang::behalf
