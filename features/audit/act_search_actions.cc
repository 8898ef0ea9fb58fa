// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/audit/act_search_actions.h"

#include "features/members/member_store.h"
#include "features/people/organisation_store.h"
#include "features/people/record_names_actions.h"
#include "features/people/registered_person_store.h"

#include <algorithm>
#include <set>

namespace xieshang::audit {
namespace {

using Ids = std::vector<std::string>;

constexpr std::ptrdiff_t most_ids = 500; // of one search

void append(Ids& ids, const Ids& more) { ids.insert(ids.end(), more.begin(), more.end()); }

// Whose name the words are a part of. Accounts have many acts, the others few.
struct Called {
    std::set<std::string, std::less<>> accounts;
    Ids others;

    bool has(const std::string& id) const
    {
        return accounts.contains(id) || std::find(others.begin(), others.end(), id) != others.end();
    }
};

Called called(db::Tx& tx, const std::string& words)
{
    const auto by_account = members::people_called(tx, words);
    Called found{{by_account.begin(), by_account.end()}, {}};
    const auto persons = people::registered_called(tx, words);
    const auto ids = persons.empty() ? Ids() : members::person_ids(tx); // in their order
    for (const auto& person : persons) {
        if (std::binary_search(ids.begin(), ids.end(), person)) {
            found.accounts.insert(person);
        } else {
            found.others.push_back(person);
        }
    }
    append(found.others, people::organisations_called(tx, words));
    return found;
}

void add_with_ids(Searches& searches, const record::ActSearch& search, const Ids& ids)
{
    for (auto from = ids.begin(); from != ids.end();) {
        const auto to = from + std::min(most_ids, ids.end() - from);
        searches.push_back(search);
        searches.back().ids.assign(from, to);
        from = to;
    }
}

// An object, and what is somebody's, which the record calls by ids of their own.
Searches each_object(db::Tx& tx, const ActFilter& filter, const record::ActSearch& search)
{
    if (!filter.object) {
        return {search};
    }
    const auto ids = people::objects_of_person(tx, people::PersonId{*filter.object});
    Searches searches;
    searches.push_back(search);
    searches.back().id = filter.object;
    add_with_ids(searches, search, ids);
    return searches;
}

// By one who is called so, or about him.
Searches each_called(
    db::Tx& tx, const ActFilter& filter, const record::ActSearch& search, const Called& found)
{
    Searches searches;
    const bool any_object = !filter.object;
    if (!any_object && found.has(*filter.object)) {
        searches.push_back(search);
    }
    for (const auto& account : found.accounts) {
        if (!filter.person || *filter.person == account) {
            searches.push_back(search);
            searches.back().actor_id = account;
        }
        if (any_object) {
            searches.push_back(search);
            searches.back().id = account;
        }
    }
    if (any_object) {
        auto ids = found.others;
        for (const auto& account : found.accounts) {
            append(ids, people::objects_of_person(tx, people::PersonId{account}));
        }
        for (const auto& other : found.others) {
            append(ids, people::objects_of_person(tx, people::PersonId{other}));
        }
        add_with_ids(searches, search, ids);
    }
    return searches;
}

Searches each_action(const ActFilter& filter, const record::ActSearch& search)
{
    if (!filter.result) {
        return {search};
    }
    if (filter.action) {
        return result_of(*filter.action) == *filter.result ? Searches{search} : Searches{};
    }
    Searches searches;
    if (*filter.result == ActResult::done) {
        searches.push_back(search);
        auto& without = searches.back().without;
        without.assign(denied_actions.begin(), denied_actions.end());
        without.insert(without.end(), alarm_actions.begin(), alarm_actions.end());
        return searches;
    }
    const auto actions = *filter.result == ActResult::alarm
        ? std::vector<std::string>(alarm_actions.begin(), alarm_actions.end())
        : std::vector<std::string>(denied_actions.begin(), denied_actions.end());
    if (search.id || !search.ids.empty()) { // of few acts
        searches.push_back(search);
        searches.back().actions = actions;
        return searches;
    }
    for (const auto& action : actions) {
        searches.push_back(search);
        searches.back().action = action;
    }
    return searches;
}

} // namespace

Searches searches_for(db::Tx& tx, const ActFilter& filter, const record::ActSearch& part)
{
    auto search = part;
    search.actor_id = filter.person;
    search.action = filter.action;
    search.kind = filter.kind;
    search.from = filter.from;
    search.until = filter.until;
    const bool by_words = filter.q && !filter.q->empty();
    const auto found = by_words ? called(tx, *filter.q) : Called{};
    Searches searches;
    for (const auto& of_object : each_object(tx, filter, search)) {
        for (const auto& of_words :
            by_words ? each_called(tx, filter, of_object, found) : Searches{of_object}) {
            const auto each = each_action(filter, of_words);
            searches.insert(searches.end(), each.begin(), each.end());
        }
    }
    return searches;
}

} // namespace xieshang::audit
