// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/list_counts.h"

#include <algorithm>
#include <map>

namespace xieshang::shortlists {
namespace {

using Text = std::function<std::string(std::string_view)>;

template <class Enum>
std::string word(const Text& text, const char* family, const std::optional<Enum>& value)
{
    return value ? text(family + std::string(boost::describe::enum_to_string(*value, ""))) : "";
}

const CandidateView* found(const RoundView& round, const SuggestionId& id)
{
    const auto place = std::find_if(round.candidates.begin(), round.candidates.end(),
        [&](const CandidateView& one) { return one.id == id; });
    return place == round.candidates.end() ? nullptr : &*place;
}

// How it came onto the list: in a round of Equal Shares, into a place left empty, by an exchange,
// or by people.
std::string way_of(const RoundView& round, const SuggestionId& id)
{
    const auto& proposal = round.proposal;
    if (!proposal) {
        return "";
    }
    const auto is_it = [&](const auto& one) { return one.suggestion_id == id; };
    const auto enters = [&](const ProposedExchange& one) { return one.enters == id; };
    const bool is_proposed =
        std::find(proposal->listed.begin(), proposal->listed.end(), id) != proposal->listed.end();
    if (!is_proposed) {
        return "people";
    }
    if (std::any_of(proposal->exchanges.begin(), proposal->exchanges.end(), enters)) {
        return "exchange";
    }
    if (std::any_of(proposal->filled.begin(), proposal->filled.end(), is_it)) {
        return "filled";
    }
    return "shares";
}

std::vector<std::string> row_of(
    const RoundView& round, const ListedTopic& topic, std::size_t number, const Text& text)
{
    const auto* counted = found(round, topic.id);
    const auto way = way_of(round, topic.id);
    const bool has_count = counted != nullptr && counted->supporters;
    return {std::to_string(number), topic.title, word(text, "topics.web.kind.", topic.kind),
        word(text, "suggestion.field.", topic.field),
        counted == nullptr
            ? ""
            : word(text, "suggestion.constituency.", std::optional(counted->constituency)),
        has_count ? std::to_string(*counted->supporters) : "",
        way.empty() ? "" : text("shortlist.way." + way)};
}

std::vector<std::string> row_of(const RoundStepView& step, const Text& text)
{
    return {text("shortlist.export.change"),
        step.takes_in ? text("shortlist.export.in") + step.takes_in->title : "",
        step.takes_out ? text("shortlist.export.out") + step.takes_out->title : "", step.reason,
        step.by_name, "", ""};
}

} // namespace

std::vector<FormCount> forms_of(const RoundWords& words, const std::vector<ListedTopic>& listed)
{
    std::map<int, FormCount> counts;
    constexpr int none = 1000;
    for (const auto& form : words.slots) {
        auto& count = counts[static_cast<int>(form.kind)];
        count.kind = form.kind;
        count.slots += form.slots;
    }
    for (const auto& topic : listed) {
        auto& count = counts[topic.kind ? static_cast<int>(*topic.kind) : none];
        count.kind = topic.kind;
        ++count.listed;
    }
    std::vector<FormCount> all;
    for (const auto& [place, count] : counts) {
        if (count.slots != 0 || count.listed != 0) {
            all.push_back(count);
        }
    }
    return all;
}

std::vector<FieldOnList> fields_of(const RoundWords& words, const std::vector<ListedTopic>& listed)
{
    std::vector<FieldOnList> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<TopicField>>([&](auto entry) {
        all.push_back({entry.value, 0, 0});
    });
    all.push_back({});
    const auto of = [&](const std::optional<TopicField>& field) -> FieldOnList& {
        return all[field ? static_cast<std::size_t>(*field) : all.size() - 1];
    };
    for (const auto& one : words.wanted) {
        of(one.field).wanted += one.places;
    }
    for (const auto& topic : listed) {
        ++of(topic.field).listed;
    }
    if (all.back().listed == 0) {
        all.pop_back();
    }
    return all;
}

std::vector<std::vector<std::string>> shortlist_rows(const RoundView& round, const Text& text)
{
    std::vector<std::string> head;
    for (const auto* column :
        {"number", "title", "kind", "field", "constituency", "supporters", "way"}) {
        head.push_back(text(std::string("shortlist.export.") + column));
    }
    std::vector<std::vector<std::string>> rows{std::move(head)};
    for (const auto& topic : round.listed) {
        rows.push_back(row_of(round, topic, rows.size(), text));
    }
    for (const auto& step : round.steps) {
        if (step.action == SelectionRoundAction::change) {
            rows.push_back(row_of(step, text));
        }
    }
    return rows;
}

} // namespace xieshang::shortlists
