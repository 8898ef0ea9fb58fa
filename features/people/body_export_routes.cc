// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Organisations, the posts of one and the terms, as CSV.
#include "features/people/body_page_actions.h"
#include "features/people/body_tables.h"
#include "features/people/people_policies.h"
#include "features/people/people_routes.h"
#include "platform/texts/texts.h"

namespace xieshang::people {
namespace {

TextOf texts_of(const http::Call& call)
{
    return [language = call.language()](std::string_view code, const base::Params& params) {
        return texts::built_in().text(language, code, params);
    };
}

http::Download table(std::string text, std::string file_name)
{
    return {.text = std::move(text),
        .file_name = std::move(file_name),
        .content_type = "text/csv; charset=utf-8"};
}

base::Result<http::Download> organisations(
    http::Call& call, const http::Options<OrganisationFilter>& asked)
{
    const auto text = texts_of(call);
    const auto lines = organisation_list(call.services(), asked.given);
    const auto all = organisation_list(call.services());
    return table(organisations_table(lines.items, all.items, text),
        text("people.export.organisations_file", {}));
}

base::Result<http::Download> posts(
    http::Call& call, const OrganisationId& id, const http::Options<DayChoice>& options)
{
    const auto text = texts_of(call);
    const auto list = TRY(posts_of_organisation(call.services(), id, options->on.value_or("")));
    const auto organisation = TRY(organisation_page(call.services(), call.actor(), id));
    return table(posts_table(organisation.name, list, text),
        text("people.export.posts_file", {{"organisation", organisation.name}, {"day", list.day}}));
}

base::Result<http::Download> terms(http::Call& call)
{
    const auto text = texts_of(call);
    const auto list = term_list(call.services(), call.actor());
    return table(terms_table(list.items, day_of(call.services().clock.now()), text),
        text("people.export.terms_file", {}));
}

} // namespace

void add_body_export_routes(http::Api& api)
{
    api.get("/api/organisations/export", organisations,
        {.name = "exportOrganisations",
            .summary = "The organisations that fit as CSV",
            .policy = policies::see_bodies,
            .exports = true});
    api.get("/api/organisations/{id}/posts/export", posts,
        {.name = "exportPosts",
            .summary = "The posts of an organisation with their holders on a day as CSV",
            .policy = policies::see_bodies,
            .exports = true});
    api.get("/api/terms/export", terms,
        {.name = "exportTerms",
            .summary = "All terms as CSV",
            .policy = policies::see_bodies,
            .exports = true});
}

} // namespace xieshang::people
