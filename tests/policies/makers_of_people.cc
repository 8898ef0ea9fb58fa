// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

#include <fmt/format.h>

namespace xieshang::policies {
namespace {

using Ids = std::function<Ask(const std::string&)>; // what is asked of the one of that id

std::string own_relation(const Visitor&) { return "own"; }

// Of the visitor himself; who is not in the register finds nothing.
Case own(std::string name, const Ids& ask, std::string Visitor::*id, int status)
{
    Case made;
    made.name = std::move(name);
    made.ask = [ask, id](const Visitor& visitor) {
        return ask((visitor.*id).empty() ? std::string(no_id) : visitor.*id);
    };
    made.relation = own_relation;
    made.status_of = [status, id](const Visitor& visitor) {
        const bool is_there = id == &Visitor::id ? visitor.seated : !visitor.membership.empty();
        return is_there ? status : 404;
    };
    return made;
}

struct Whose { // object of each relation
    std::string Visitor::*own;
    std::string Things::*same_body;
    std::string Things::*other_body;
    std::string Things::*other_term;
};
constexpr Whose persons{&Visitor::id, &Things::colleague, &Things::person, &Things::predecessor};
constexpr Whose memberships{
    &Visitor::membership, &Things::colleagueship, &Things::membership, &Things::predecessorship};

std::string sectors_relation(const Visitor& visitor)
{
    return visitor.seated ? "same_body" : "other_body";
}

// Of each relation, and none.
std::function<Cases(const Things&)> each_of(
    std::string folder, const Whose& whose, std::string rest = {})
{
    return [=](const Things& things) {
        const auto ask = [=](const std::string& id) {
            return Ask{"/api/" + folder + "/" + id + rest};
        };
        auto colleagues = one("of the own body", ask(things.*whose.same_body));
        colleagues.relation = sectors_relation;
        auto former = one("of another term", ask(things.*whose.other_term));
        former.relation = [](const Visitor&) { return std::string("other_term"); };
        return Cases{one("another's", ask(things.*whose.other_body)), colleagues, former,
            own("own", ask, whose.own, 200), nothing(ask(std::string(no_id)))};
    };
}

// As VisitedHouse kept them, one after the other.
std::int64_t version_of(const std::string& contact)
{
    return contact == "telephone" ? 1 : contact == "email" ? 2 : 3;
}

// The same of each contact.
std::function<Cases(const Things&)> each_contact(
    std::string rest, std::function<std::string(const std::string&)> body, int status)
{
    return [=](const Things& things) {
        Cases cases;
        for (const std::string contact : {"telephone", "email", "identity_number"}) {
            const auto ask = [=](const std::string& id) {
                return Ask{.path = "/api/people/" + id + "/contacts/" + contact + rest,
                    .body = body(contact),
                    .version = version_of(contact)};
            };
            cases.push_back(one("another's " + contact, ask(things.person), status, contact));
            cases.push_back(own("own " + contact, ask, &Visitor::id, status));
            cases.back().state = contact;
        }
        cases.push_back(
            nothing({.path = "/api/people/" + std::string(no_id) + "/contacts/telephone" + rest,
                .body = body("telephone"),
                .version = 1}));
        return cases;
    };
}

std::string new_value(const std::string& contact)
{
    const auto* value = contact == "telephone" ? "13900000000"
        : contact == "email"                   ? "zhao@example.cn"
                                               : "11010519491231002X";
    return fmt::format(R"({{"value":"{}"}})", value);
}

std::string nothing_more(const std::string&) { return {}; }

std::string a_reason(const std::string&) { return R"({"reason":"核对"})"; }

void add_persons(Makers& makers)
{
    const std::string words = R"({"name":"钱进","former_names":[],"sex":"unsaid"})";
    makers["listPeople"] = [](const Things&) { return Cases{one("all", {"/api/people"})}; };
    makers["exportPeople"] = [](const Things&) {
        return Cases{one("all", {"/api/people/export"})};
    };
    makers["findRegisteredPerson"] = each_of("people", persons);
    makers["personHistory"] = each_of("people", persons, "/history");
    makers["registerPerson"] = [words](const Things&) {
        return Cases{one("new", {.path = "/api/people", .body = words}, 201)};
    };
    makers["editRegisteredPerson"] = [words](const Things& things) {
        const auto ask = [&](const std::string& id) {
            return Ask{.path = "/api/people/" + id, .body = words, .version = 1};
        };
        return Cases{one("a person", ask(things.person)), nothing(ask(std::string(no_id)))};
    };
}

void add_contacts(Makers& makers)
{
    makers["lookAtContact"] = each_contact("/looks", a_reason, 200);
    makers["keepContact"] = each_contact("", new_value, 204);
    makers["eraseContact"] = each_contact("", nothing_more, 200);
    makers["eraseContacts"] = [](const Things& things) {
        return Cases{one("a person's", {"/api/people/" + things.person + "/contacts"}, 200),
            nothing({"/api/people/" + std::string(no_id) + "/contacts"})};
    };
}

void add_memberships(Makers& makers)
{
    makers["findMembership"] = each_of("memberships", memberships);
    makers["membershipHistory"] = each_of("memberships", memberships, "/steps");
    makers["inviteMember"] = [](const Things& things) {
        return Cases{one("a person",
            {.path = "/api/memberships",
                .body = fmt::format(
                    R"({{"term_id":"{}","person_id":"{}","sector_id":"{}","reason":""}})",
                    things.term, things.newcomer, things.sector)},
            201)};
    };
    makers["takeMembershipStep"] = [](const Things& things) {
        const auto ask = [](const std::string& id) {
            return Ask{.path = "/api/memberships/" + id + "/steps",
                .body = R"({"action":"confirm","reason":""})",
                .version = 1};
        };
        return Cases{one("invited", ask(things.membership), 201), nothing(ask(std::string(no_id)))};
    };
    makers["moveMember"] = [](const Things& things) {
        const auto ask = [&](const std::string& id) {
            return Ask{.path = "/api/memberships/" + id + "/place",
                .body = fmt::format(
                    R"({{"sector_id":"{}","reason":"换界别"}})", things.empty_organisation),
                .version = 1};
        };
        return Cases{one("invited", ask(things.membership)), nothing(ask(std::string(no_id)))};
    };
}

} // namespace

void add_makers_of_people(Makers& makers)
{
    add_persons(makers);
    add_contacts(makers);
    add_memberships(makers);
}

} // namespace xieshang::policies
