// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/suggestion.h"

#include "platform/json/traits.h"

#include <algorithm>
#include <array>

namespace xieshang::calls {
namespace {

constexpr std::string_view wide_space = "\xE3\x80\x80"; // U+3000
constexpr std::string_view spaces = " \t\r\n";

// Where the same words stand with other white space between them, it is the same text.
std::string without_spaces(std::string_view text)
{
    std::string dense;
    while (!text.empty()) {
        if (text.starts_with(wide_space)) {
            text.remove_prefix(wide_space.size());
            continue;
        }
        if (spaces.find(text.front()) == std::string_view::npos) {
            dense += text.front();
        }
        text.remove_prefix(1);
    }
    return dense;
}

constexpr std::array steps{TopicAction::withdraw, TopicAction::screen, TopicAction::merge,
    TopicAction::reject, TopicAction::reserve, TopicAction::pass_on, TopicAction::reopen,
    TopicAction::unlist};

constexpr std::array open_to_others{
    TopicState::suggested, TopicState::screened, TopicState::reserved, TopicState::shortlisted};

tl::unexpected<base::Error> wrong_target(const char* code)
{
    return tl::unexpected(
        base::Error{base::Trouble::refused, code, {}, {{"/target_id", code, {}}}});
}

} // namespace

std::string proposer_of(const Suggestion& suggestion)
{
    const auto& name =
        suggestion.channel == SuggestionChannel::paper ? suggestion.for_name : suggestion.by_name;
    if (suggestion.body_name.empty() || name.empty()) {
        return name + suggestion.body_name;
    }
    return suggestion.body_name + " " + name;
}

bool say_the_same(const SuggestionWords& one, const SuggestionWords& other)
{
    return without_spaces(one.title) == without_spaces(other.title)
        && without_spaces(one.problem) == without_spaces(other.problem)
        && without_spaces(one.reason) == without_spaces(other.reason);
}

std::optional<Suggestion> same_among(
    const std::vector<Suggestion>& suggestions, const SuggestionWords& words)
{
    const auto same = std::find_if(suggestions.begin(), suggestions.end(),
        [&](const Suggestion& one) { return say_the_same(one.words, words); });
    return same == suggestions.end() ? std::nullopt : std::optional(*same);
}

bool is_own(const Suggestion& suggestion, std::string_view actor_id, const Belongings& belongs_to)
{
    if (suggestion.channel == SuggestionChannel::own && suggestion.by_id == actor_id) {
        return true;
    }
    if (!suggestion.for_id.empty() && suggestion.for_id == actor_id) {
        return true;
    }
    return !suggestion.body_id.empty()
        && std::any_of(belongs_to.begin(), belongs_to.end(), [&](const Belonging& one) {
               return one.constituency == suggestion.constituency
                   && one.body_id == suggestion.body_id;
           });
}

SuggestionAnswer answer_of(TopicState state)
{
    switch (state) {
    case TopicState::suggested:
        return SuggestionAnswer::waiting;
    case TopicState::withdrawn:
        return SuggestionAnswer::withdrawn;
    case TopicState::screened:
        return SuggestionAnswer::screened;
    case TopicState::merged:
        return SuggestionAnswer::merged;
    case TopicState::rejected:
        return SuggestionAnswer::not_taken;
    case TopicState::reserved:
        return SuggestionAnswer::reserved;
    case TopicState::passed_on:
        return SuggestionAnswer::passed_on;
    default:
        return SuggestionAnswer::taken; // shortlisted, or a topic of the plan by now
    }
}

bool is_step_of_suggestion(TopicAction action)
{
    return std::find(steps.begin(), steps.end(), action) != steps.end();
}

base::Result<void> may_take_in(const Suggestion& target, const Suggestion& merged)
{
    if (target.id == merged.id) {
        return wrong_target("suggestion.merged_into_itself");
    }
    const bool is_open = std::find(open_to_others.begin(), open_to_others.end(), target.state)
        != open_to_others.end();
    if (!is_open) {
        return wrong_target("suggestion.not_a_target");
    }
    return {};
}

bool is_target_for(const Suggestion& merged, const Suggestion& target, bool of_same_year)
{
    const bool is_past = !of_same_year && answer_of(target.state) == SuggestionAnswer::taken;
    return !is_past && may_take_in(target, merged).has_value();
}

base::Result<void> may_withdraw(const std::vector<Suggestion>& merged_into_it)
{
    if (!merged_into_it.empty()) {
        return base::trouble(base::Trouble::conflict, "suggestion.holds_others");
    }
    return {};
}

base::Result<void> may_unlist(bool is_topic)
{
    if (is_topic) {
        return base::trouble(base::Trouble::conflict, "suggestion.is_topic");
    }
    return {};
}

base::Result<void> editable(const Suggestion& suggestion)
{
    if (suggestion.state != TopicState::suggested) {
        return base::trouble(base::Trouble::conflict, "suggestion.screened_already");
    }
    return {};
}

base::Result<void> same_version(
    const Suggestion& kept, std::int64_t version_seen, const SuggestionWords& asked)
{
    if (kept.version == version_seen) {
        return {};
    }
    base::Error stale{base::Trouble::stale, "suggestion.stale", {}, {}};
    json::for_each_member<SuggestionWords>([&](auto member) {
        if (kept.words.*member.pointer != asked.*member.pointer) {
            stale.fields.push_back(
                {"/" + std::string(member.name), "suggestion.changed_meanwhile", {}});
        }
    });
    return tl::unexpected(std::move(stale));
}

} // namespace xieshang::calls
