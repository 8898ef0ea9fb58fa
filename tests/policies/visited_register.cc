// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/identity_numbers.h"
#include "tests/policies/visited_house.h"

#include <fmt/format.h>
#include <stdexcept>

namespace xieshang::policies {

// Each contact, and one look at the telephone.
void VisitedHouse::keep_contacts(const std::string& person)
{
    const auto& office = visitor(visitors_, "office, none");
    for (const auto& [contact, value] :
        {std::pair<std::string, std::string>{"telephone", "13800000000"},
            {"email", "wang@example.cn"}, {"identity_number", next_identity_number()}}) {
        const auto kept = ask_for_good(office, http::Method::put,
            {.path = "/api/people/" + person + "/contacts/" + contact,
                .body = R"({"value":")" + value + R"("})",
                .version = -1});
        if (kept.status >= 300) {
            throw std::runtime_error(kept.body);
        }
    }
    const auto look = ask_for_good(office, http::Method::post,
        {.path = "/api/people/" + person + "/contacts/telephone/looks",
            .body = R"({"reason":"核对"})"});
    if (look.status != 200) {
        throw std::runtime_error(look.body);
    }
}

void VisitedHouse::make_register()
{
    const auto& office = visitor(visitors_, "office, none");
    const auto first_in = [&](const std::string& path) {
        const auto all = ask_for_good(office, http::Method::get, {path});
        return id_in(boost::json::parse(all.body).at("items").at(0));
    };
    const auto make = [&](const std::string& path, const std::string& body) {
        return made(office, http::Method::post, {.path = path, .body = body});
    };
    things_.term = first_in("/api/terms");
    things_.sector = first_in("/api/organisations");
    things_.organisation = id_in(make("/api/organisations", R"({"kind":"department",
        "name":"教育局","short_name":"教育局","code":"jyj","valid":{"from":"2001-01-01"}})"));
    things_.empty_organisation = id_in(make("/api/organisations", R"({"kind":"sector",
        "name":"科技界","short_name":"科技界","code":"keji","valid":{"from":"2001-01-01"}})"));
    things_.person = id_in(make("/api/people", R"({"name":"赵敏","former_names":["赵小敏"],
        "sex":"female","birth_month":"1971-04","ethnic_group":"回族","party":"民建",
        "education":"大学","unit":"区教育局","job":"教研员"})"));
    things_.newcomer = id_in(make("/api/people", R"({"name":"孙立","former_names":[],
        "sex":"unsaid"})"));
    things_.membership = id_in(make("/api/memberships",
        fmt::format(R"({{"term_id":"{}","person_id":"{}","sector_id":"{}","reason":""}})",
            things_.term, things_.person, things_.sector)));
    make_others_of_the_register();
    things_.post = id_in(make("/api/organisations/" + things_.organisation + "/posts",
        R"({"title":"局长","single_seat":false})"));
    const auto held = make("/api/posts/" + things_.post + "/tenures",
        fmt::format(R"({{"person_id":"{}","from":"2020-01-01"}})", things_.person));
    things_.tenure = std::string(held.at("tenures").at(0).at("tenure_id").as_string());
    keep_contacts(things_.person);
    for (const auto& visitor : visitors_) {
        if (visitor.seated) {
            keep_contacts(visitor.id);
        }
    }
}

// Whom the visitors know from their own sector, and whom nobody meets any more.
void VisitedHouse::make_others_of_the_register()
{
    const auto& office = visitor(visitors_, "office, none");
    const auto make = [&](const std::string& path, const std::string& body) {
        return id_in(made(office, http::Method::post, {.path = path, .body = body}));
    };
    const auto person = [&](std::string_view name) {
        return make("/api/people",
            fmt::format(R"({{"name":"{}","former_names":[],"sex":"male","party":"民进"}})", name));
    };
    const auto member = [&](const std::string& term, const std::string& of) {
        const auto id = make("/api/memberships",
            fmt::format(R"({{"term_id":"{}","person_id":"{}","sector_id":"{}","reason":""}})", term,
                of, things_.sector));
        made(office, http::Method::post,
            {.path = "/api/memberships/" + id + "/steps",
                .body = R"({"action":"confirm","reason":""})",
                .version = 1});
        return id;
    };
    const auto earlier =
        make("/api/terms", R"({"number":1,"period":{"from":"1996-01-01","until":"2000-12-31"}})");
    things_.colleague = person("周同");
    things_.colleagueship = member(things_.term, things_.colleague);
    things_.predecessor = person("吴昔");
    things_.predecessorship = member(earlier, things_.predecessor);
}

} // namespace xieshang::policies
