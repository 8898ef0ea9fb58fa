// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/left_posts_actions.h"

#include "features/people/organisation_store.h"
#include "features/people/post_store.h"
#include "features/people/registered_person_store.h"

#include <algorithm>

namespace xieshang::people {
namespace {

constexpr std::size_t one_character = 3; // bytes of a Chinese character in UTF-8

// The tenure that ended last, if the person holds no post on that day.
std::optional<Tenure> last_tenure(db::Tx& tx, const PersonId& person, std::string_view day)
{
    std::optional<Tenure> last;
    for (auto& tenure : tenures_of_person(tx, person)) {
        if (!tenure.period.until || *tenure.period.until >= day) {
            return std::nullopt; // holds it still, or will
        }
        if (!last || *last->period.until < *tenure.period.until) {
            last = std::move(tenure);
        }
    }
    return last;
}

} // namespace

std::vector<LeftPost> named_without_post(db::Tx& tx, std::string_view text, std::string_view day)
{
    std::vector<LeftPost> left;
    for (const auto& person : all_registered_people(tx)) {
        const auto& name = person.words.name;
        if (name.size() <= one_character || text.find(name) == std::string_view::npos) {
            continue;
        }
        const auto last = last_tenure(tx, person.id, day);
        if (!last) {
            continue;
        }
        const auto post = find_post(tx, last->post_id).value();
        const auto body = find_organisation(tx, post.organisation_id).value();
        left.push_back({name, post.title,
            body.words.short_name.empty() ? body.words.name : body.words.short_name,
            *last->period.until});
    }
    return left;
}

} // namespace xieshang::people
