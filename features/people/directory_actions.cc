// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/directory_actions.h"

#include "features/members/rename_actions.h"
#include "features/people/directory_store.h"
#include "features/people/membership_store.h"
#include "features/people/post_store.h"
#include "features/people/registered_person_store.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

#include <algorithm>
#include <map>

namespace xieshang::people {
namespace {

using HeldPosts = std::map<std::string, std::vector<HeldPost>>; // by person

base::Result<std::string_view> view_of(const base::Asker& asker, const DirectoryFilter& filter)
{
    const auto view = asker.view(base::Relation::other_body);
    if (!view) {
        return base::trouble(base::Trouble::forbidden, "request.forbidden");
    }
    const bool asks_for_more = filter.term_id || filter.state || filter.sector_id || filter.group_id
        || filter.organisation_id || filter.on || filter.sort == DirectoryOrder::sector;
    if (*view == "names" && asks_for_more) {
        return base::trouble(base::Trouble::forbidden, "directory.hidden");
    }
    return *view;
}

struct Sought {
    DirectoryQuestion question;
    std::optional<Term> term{}; // whose members are asked for: they are read beside it
};

const Term* term_of(
    const std::vector<Term>& terms, const DirectoryFilter& filter, std::string_view day)
{
    if (!filter.term_id) {
        return term_on(terms, day);
    }
    const auto found = std::find_if(
        terms.begin(), terms.end(), [&](const Term& term) { return term.id == *filter.term_id; });
    return found == terms.end() ? nullptr : &*found;
}

void narrow_to_state(Sought& sought, TermStanding standing)
{
    auto& question = sought.question;
    if (sought.term) {
        question.state = state_reading(standing, *sought.term, question.day);
    } else {
        for (const auto state : {MembershipState::none, MembershipState::active,
                 MembershipState::invited, MembershipState::suspended, MembershipState::former}) {
            if (reads_as(state) == standing) {
                question.state = state;
            }
        }
    }
    question.nobody = !question.state;
}

base::Result<Sought> sought_by(
    services::Services& services, db::Tx& tx, const DirectoryFilter& filter)
{
    const auto today = day_of(services.clock.now());
    const auto day = filter.on.value_or(today);
    if (!is_day(day)) {
        return tl::unexpected(base::Error{
            base::Trouble::refused, "people.not_a_day", {}, {{"/on", "period.not_a_day", {}}}});
    }
    const auto terms = all_terms(tx);
    const auto* term = term_of(terms, filter, day);
    Sought sought;
    auto& question = sought.question;
    question.term_id = term == nullptr ? filter.term_id.value_or(TermId{}) : term->id;
    question.words = filter.q.value_or("");
    question.sector_id = filter.sector_id;
    question.group_id = filter.group_id;
    question.organisation_id = filter.organisation_id;
    question.day = day;
    question.of_the_past = day < today;
    question.members_only = filter.term_id.has_value();
    question.order = filter.sort.value_or(DirectoryOrder::strokes);
    if (filter.term_id && term != nullptr) {
        sought.term = *term;
    }
    if (filter.state) {
        narrow_to_state(sought, *filter.state);
    }
    return sought;
}

// Of these people; of many it is sooner done to ask for all.
HeldPosts held_posts(db::Tx& tx, std::string_view day, const std::vector<DirectoryLine>& lines)
{
    constexpr std::size_t many = 200;
    HeldPosts posts;
    const auto add = [&](std::vector<PostHeld>&& all) {
        for (auto& held : all) {
            posts[held.person_id.text].push_back(
                {std::move(held.title), std::move(held.organisation)});
        }
    };
    if (lines.size() > many) {
        add(posts_held_on(tx, day));
        return posts;
    }
    for (const auto& line : lines) {
        add(posts_held_by(tx, line.id, day));
    }
    return posts;
}

RegisteredPersonLine line_of(
    DirectoryLine&& line, const Sought& sought, std::string_view view, HeldPosts& posts)
{
    RegisteredPersonLine shown{.id = std::move(line.id),
        .name = std::move(line.name),
        .invented = line.invented,
        .has_namesake = line.has_namesake};
    if (view != "names") {
        shown.state = sought.term ? reads_as(line.state, *sought.term, sought.question.day)
                                  : reads_as(line.state);
        shown.since = std::move(line.since);
        shown.sector = std::move(line.sector);
        shown.group = std::move(line.group);
        if (line.place_unknown) {
            shown.place_unknown = true;
        }
        shown.posts = std::move(posts[shown.id.text]);
    }
    return shown;
}

DirectoryPage page_of(db::Tx& tx, const Sought& sought, std::string_view view)
{
    DirectoryPage page;
    auto lines = directory(tx, sought.question);
    auto posts = view == "names" ? HeldPosts{} : held_posts(tx, sought.question.day, lines);
    for (auto& line : lines) {
        page.places.push_back(std::move(line.place));
        page.lines.push_back(line_of(std::move(line), sought, view, posts));
    }
    return page;
}

} // namespace

void tell_namesakes_apart(db::Tx& tx, std::vector<RegisteredPersonLine>& lines)
{
    for (auto& line : lines) {
        if (!line.has_namesake) {
            continue;
        }
        if (auto person = find_registered_person(tx, line.id)) {
            auto& words = person->words;
            line.apart = NamesakeMarks{
                std::move(words.birth_month), std::move(words.unit), std::move(words.job)};
        }
    }
}

base::Result<DirectoryPage> list_people(services::Services& services, const base::Asker& asker,
    const DirectoryFilter& filter, const DirectoryPart& part)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<DirectoryPage> {
        const auto view = TRY(view_of(asker, filter));
        auto sought = TRY(sought_by(services, tx, filter));
        sought.question.after = part.after;
        sought.question.most = part.most;
        auto page = page_of(tx, sought, view);
        page.total = directory_count(tx, sought.question);
        if (view == "all" || view == "register") {
            tell_namesakes_apart(tx, page.lines);
        }
        if (view == "all" || view == "names") {
            for (auto& line : page.lines) {
                line.login = members::login_of(tx, line.id);
            }
        }
        return page;
    });
}

base::Result<DirectoryPage> export_people(
    services::Services& services, const base::Asker& asker, const DirectoryFilter& filter)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<DirectoryPage> {
        const auto view = TRY(view_of(asker, filter));
        auto sought = TRY(sought_by(services, tx, filter));
        sought.question.most = most_exported;
        auto page = page_of(tx, sought, view);
        page.total = static_cast<std::int64_t>(page.lines.size());
        record::append(tx, asker.actor, services.clock.now(), services.random,
            {"people.export", "people_export",
                base::new_id<base::Id<struct ExportTag>>(services.clock, services.random).text, 1,
                R"({"lines":)" + json::write(page.total) + R"(,"view":)"
                    + json::write(std::string(view)) + "}"});
        return page;
    });
}

} // namespace xieshang::people
