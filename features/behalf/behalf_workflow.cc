// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_workflow.h"

#include "features/members/policies.h"
#include "features/members/workflow_rows.h"

namespace xieshang::behalf {
namespace {

using enum BehalfState;
using enum BehalfAction;
using Row = workflow::Row<BehalfState, BehalfAction, BehalfFacts>;

constexpr auto all = members::everybody.roles();
constexpr auto office =
    members::bit(members::Role::office) | members::bit(members::Role::secretary_general);

constexpr bool concerned(const BehalfFacts& facts) { return facts.is_concerned; }

// Two pairs of eyes: never who acted, nor who objects. The secretary-general steps in where the
// office is one person.
constexpr bool another(const BehalfFacts& facts)
{
    return !facts.is_clerk && !facts.is_concerned && (facts.is_office || facts.is_office_alone);
}

// Each of those who are told opens it for himself: what one has seen, the others have not.
// clang-format off
constexpr auto table = std::to_array<Row>({
    // from     action  to        by      needs      or else
    {told,      see,    seen,     all,    concerned, "behalf.not_yours"},
    {seen,      see,    seen,     all,    concerned, "behalf.not_yours"},
    {objected,  see,    objected, all,    concerned, "behalf.not_yours"},
    {settled,   see,    settled,  all,    concerned, "behalf.not_yours"},
    {told,      object, objected, all,    concerned, "behalf.not_yours"},
    {seen,      object, objected, all,    concerned, "behalf.not_yours"},
    {objected,  answer, answered, office, another,   "behalf.second_pair"},
    {answered,  see,    settled,  all,    concerned, "behalf.not_yours"},
    {answered,  object, objected, all,    concerned, "behalf.not_yours"},
    {settled,   object, objected, all,    concerned, "behalf.not_yours"},
});
// clang-format on
static_assert(workflow::is_sound(table));

std::string in_better_words(std::string_view refusal, const BehalfFacts& facts)
{
    const bool waits = refusal == "behalf.second_pair" && !facts.is_answerable;
    return std::string(waits ? "behalf.nobody_answers" : refusal);
}

} // namespace

base::Result<BehalfStep> take(
    BehalfState from, BehalfAction action, base::Roles roles, const BehalfFacts& facts)
{
    auto step = workflow::take(table, from, action, roles, facts);
    if (!step) {
        return base::trouble(step.error().trouble, in_better_words(step.error().code, facts));
    }
    if (action == see && facts.has_opened) {
        return base::trouble(base::Trouble::conflict, "behalf.opened_already");
    }
    if (action != see && !facts.has_words) {
        return tl::unexpected(base::Error{
            base::Trouble::refused, "behalf.no_words", {}, {{"/words", "behalf.no_words", {}}}});
    }
    return step;
}

std::vector<workflow::Offer<BehalfAction>> offers(
    BehalfState from, base::Roles roles, BehalfFacts facts)
{
    facts.has_words = true;
    auto open = workflow::offers(table, from, roles, facts);
    std::erase_if(open, [&](const auto& offer) { return offer.action == see && facts.has_opened; });
    for (auto& offer : open) {
        offer.refusal = in_better_words(offer.refusal, facts);
    }
    return open;
}

std::vector<std::array<std::string, 5>> behalf_workflow_rows()
{
    return members::workflow_rows(table);
}

} // namespace xieshang::behalf
