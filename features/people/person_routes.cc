// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/directory_actions.h"
#include "features/people/directory_table.h"
#include "features/people/people_policies.h"
#include "features/people/people_routes.h"
#include "features/people/person_page_actions.h"
#include "features/people/register_actions.h"

namespace xieshang::people {
namespace {

base::Result<RegisteredPersonView> page(
    http::Call& call, const base::Asker& asker, const PersonId& id)
{
    auto view = TRY(person_page(call.services(), asker, id));
    if (view.memberships.given) {
        for (auto& membership : *view.memberships.given) {
            translate(call, membership);
        }
    }
    return view;
}

base::Result<RegisteredPersonView> show(http::Call& call, const PersonId& id)
{
    return page(call, call.asker(), id);
}

base::Result<http::Page<RegisteredPersonLine>> list(
    http::Call& call, const http::Query<DirectoryFilter>& asked)
{
    using Texts = std::tuple<std::string, std::string, std::string>;
    DirectoryPart part{.most = asked.page.size + 1};
    if (auto after = TRY((asked.page.after_values<std::string, std::string, std::string>()))) {
        part.after = {std::get<0>(*after), std::get<1>(*after), std::get<2>(*after)};
    }
    auto found = TRY(list_people(call.services(), call.asker(), asked.filter, part));
    const auto last = std::min(found.places.size(), static_cast<std::size_t>(asked.page.size)) - 1;
    return http::page_of(
        std::move(found.lines), asked.page,
        [&](const RegisteredPersonLine&) {
            const auto& place = found.places.at(last);
            return Texts(place.group, place.key, place.id);
        },
        found.total);
}

base::Result<http::Download> export_all(http::Call& call, const http::Query<DirectoryFilter>& asked)
{
    const auto found = TRY(export_people(call.services(), call.asker(), asked.filter));
    const auto text = [&](std::string_view code) {
        return texts::built_in().text(call.language(), code);
    };
    return http::Download{.text = directory_table(found.lines, text),
        .file_name = text("people.export.file_name"),
        .content_type = "text/csv; charset=utf-8"};
}

base::Result<RegisteredPersonView> make(
    http::Call& call, const http::Options<NewPersonChoice>& options, const PersonWords& body)
{
    const auto made = TRY(register_person(call.services(), call.actor(),
        {.words = body,
            .account = options->account_id,
            .asks_about_namesakes = !options->again.value_or(false)}));
    return page(call, {call.actor(), policies::see_person}, made.id);
}

base::Result<RegisteredPersonView> edit(http::Call& call, const PersonId& id,
    const http::Options<NamesakeChoice>& options, const PersonChange& body)
{
    CHECK(edit_person(call.services(), call.actor(),
        {id, call.version_seen(), body, !options->again.value_or(false)}));
    return page(call, {call.actor(), policies::see_person}, id);
}

base::Result<PersonHistory> history(http::Call& call, const PersonId& id)
{
    return person_history(call.services(), call.asker(), id);
}

} // namespace

void add_people_routes(http::Api& api)
{
    add_person_routes(api);
    add_contact_routes(api);
    add_membership_routes(api);
    add_organisation_routes(api);
    add_post_routes(api);
    add_term_routes(api);
    add_body_export_routes(api);
}

void add_person_routes(http::Api& api)
{
    constexpr std::string_view namesake =
        "Refused with people.namesake, which names one in about, when somebody of this very name "
        "is in the register; unless again is true";
    api.get("/api/people", list,
        {.name = "listPeople",
            .summary = "The directory, filtered and sorted, a page at a time",
            .policy = policies::see_directory});
    api.get("/api/people/export", export_all,
        {.name = "exportPeople",
            .summary = "The filtered directory as CSV; kept in the record",
            .policy = policies::see_directory});
    api.get("/api/people/{id}", show,
        {.name = "findRegisteredPerson",
            .summary = "A person of the register, as far as the caller sees it",
            .policy = policies::see_person});
    api.post("/api/people", make,
        {.name = "registerPerson",
            .summary = "Enter a person into the register",
            .policy = policies::keep_register,
            .status = 201,
            .description = namesake});
    api.patch("/api/people/{id}", edit,
        {.name = "editRegisteredPerson",
            .summary = "Change a person's words; the account takes a new name, too",
            .policy = policies::keep_register,
            .versioned = true,
            .description = "A merge patch (RFC 7396): what is absent stays, null or an empty text "
                           "erases. Another name is refused with people.namesake, which names one "
                           "in about, when somebody of this very name is in the register; unless "
                           "again is true"});
    api.get("/api/people/{id}/history", history,
        {.name = "personHistory",
            .summary = "What was done with a person's rows, by whom and why; never the words",
            .policy = policies::see_history});
}

} // namespace xieshang::people
