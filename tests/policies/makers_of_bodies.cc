// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

#include <fmt/format.h>

namespace xieshang::policies {
namespace {

// A thing of that folder, and none.
std::function<Cases(const Things&)> one_of(std::string folder, std::string Things::*id,
    std::string rest = {}, std::string body = {}, std::int64_t version = 0, int status = 200)
{
    return [=](const Things& things) {
        const auto ask = [&](const std::string& which) {
            return Ask{
                .path = "/api/" + folder + "/" + which + rest, .body = body, .version = version};
        };
        return Cases{one("one", ask(things.*id), status), nothing(ask(std::string(no_id)))};
    };
}

std::function<Cases(const Things&)> only(Ask ask, int status = 200)
{
    return [=](const Things&) { return Cases{one("all", ask, status)}; };
}

void add_organisations(Makers& makers)
{
    const std::string words = R"({"kind":"department","name":"卫生局","short_name":"卫生局",
        "code":"wsj","valid":{"from":"2001-01-01"}})";
    makers["listOrganisations"] = only({"/api/organisations"});
    makers["exportOrganisations"] = only({"/api/organisations/export"});
    makers["proposeOrganisationCode"] =
        only({.path = "/api/organisations/code", .query = "name=%E6%95%99%E8%82%B2"});
    makers["findOrganisation"] = one_of("organisations", &Things::organisation);
    makers["makeOrganisation"] = only({.path = "/api/organisations", .body = words}, 201);
    makers["editOrganisation"] = one_of("organisations", &Things::organisation, "", words, 1);
    makers["closeOrganisation"] = one_of("organisations", &Things::empty_organisation, "/closing",
        R"({"last_day":"2025-12-31","reason":"撤销"})", 1);
}

void add_posts(Makers& makers)
{
    const std::string post = R"({"title":"副局长","single_seat":false})";
    makers["listPosts"] = one_of("organisations", &Things::organisation, "/posts");
    makers["exportPosts"] = one_of("organisations", &Things::organisation, "/posts/export");
    makers["makePost"] = one_of("organisations", &Things::organisation, "/posts", post, 0, 201);
    makers["findPost"] = one_of("posts", &Things::post);
    makers["editPost"] = one_of("posts", &Things::post, "", post, 1);
    makers["holdersOfPost"] = one_of("posts", &Things::post, "/holders");
    makers["beginTenure"] = [](const Things& things) {
        return one_of("posts", &Things::post, "/tenures",
            fmt::format(R"({{"person_id":"{}","from":"2021-01-01"}})", things.newcomer), 0,
            201)(things);
    };
    makers["endTenure"] =
        one_of("tenures", &Things::tenure, "/end", R"({"last_day":"2025-12-31"})", 1);
    makers["correctTenure"] =
        one_of("tenures", &Things::tenure, "", R"({"until":"2025-12-31","reason":"录入有误"})", 1);
    makers["withdrawTenure"] =
        one_of("tenures", &Things::tenure, "/withdrawal", R"({"reason":"录错了人"})", 1);
}

} // namespace

void add_makers_of_bodies(Makers& makers)
{
    add_organisations(makers);
    add_posts(makers);
    makers["listTerms"] = only({"/api/terms"});
    makers["exportTerms"] = only({"/api/terms/export"});
    makers["makeTerm"] = only({.path = "/api/terms", .body = R"({"number":3,
            "period":{"from":"1991-01-01","until":"1995-12-31"}})"},
        201);
    makers["previewReElection"] =
        only({.path = "/api/terms/re-election", .query = "from=2027-01-01"});
    makers["reElect"] =
        only({.path = "/api/terms/re-election",
                 .body = R"({"number":3,"period":{"from":"2027-01-01"},"named":[]})"},
            201);
}

} // namespace xieshang::policies
