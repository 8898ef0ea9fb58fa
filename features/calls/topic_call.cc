// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/topic_call.h"

#include <algorithm>
#include <array>
#include <set>

namespace xieshang::calls {
namespace {

using members::Role;
using people::OrganisationKind;

struct OfRole {
    Role role;
    Constituency constituency;
};
constexpr std::array of_roles{
    OfRole{Role::department_handler, Constituency::departments},
    OfRole{Role::department_leader, Constituency::departments},
    OfRole{Role::party_office, Constituency::departments},
    OfRole{Role::government_office, Constituency::departments},
    OfRole{Role::inspection_office, Constituency::departments},
    OfRole{Role::sub_district, Constituency::sub_districts},
    OfRole{Role::convenor, Constituency::sectors},
    OfRole{Role::member, Constituency::members},
    OfRole{Role::chairperson, Constituency::members},
    OfRole{Role::special_committee, Constituency::members},
};

struct OfBody {
    OrganisationKind kind;
    Constituency constituency;
    bool by_itself; // a post of it is enough; else the role is needed, too
};
constexpr std::array of_bodies{
    OfBody{OrganisationKind::department, Constituency::departments, true},
    OfBody{OrganisationKind::party_organ, Constituency::departments, true},
    OfBody{OrganisationKind::government_organ, Constituency::departments, true},
    OfBody{OrganisationKind::party_or_group, Constituency::parties_and_groups, true},
    OfBody{OrganisationKind::sector, Constituency::sectors, false},
    OfBody{OrganisationKind::sub_district, Constituency::sub_districts, false},
};

constexpr std::array all_constituencies{Constituency::departments, Constituency::parties_and_groups,
    Constituency::sectors, Constituency::members, Constituency::sub_districts};

bool has_role_of(base::Roles roles, Constituency constituency)
{
    return std::any_of(of_roles.begin(), of_roles.end(), [&](const OfRole& one) {
        return one.constituency == constituency && (roles & members::bit(one.role)) != 0;
    });
}

base::Error invalid(const char* code) { return {base::Trouble::refused, code, {}, {}}; }

void check_lengths(
    base::Error& wrong, const TopicCall& call, std::int64_t problem, std::int64_t reason)
{
    const base::Params most{{"most", std::to_string(call.words.most_characters)}};
    if (problem > call.words.most_characters) {
        wrong.fields.push_back({"/problem", "topic_call.too_long", most});
    }
    if (reason > call.words.most_characters) {
        wrong.fields.push_back({"/reason", "topic_call.too_long", most});
    }
}

base::Result<void> is_room_left(const TopicCall& call, Constituency as, std::int64_t handed_in)
{
    // A name on the public's form is nobody's proof: what holds it back is the address.
    if (as != Constituency::public_ && handed_in >= call.words.most_suggestions) {
        return base::refuse(
            "topic_call.too_many", {{"most", std::to_string(call.words.most_suggestions)}});
    }
    return {};
}

base::Result<void> is_running(const TopicCall& call, std::string_view today)
{
    switch (phase_of(call, today)) {
    case CallPhase::draft:
        return base::trouble(base::Trouble::conflict, "topic_call.not_open");
    case CallPhase::coming:
        return base::trouble(
            base::Trouble::conflict, "topic_call.not_begun", {{"day", call.words.opens_on}});
    case CallPhase::over:
        return base::trouble(
            base::Trouble::conflict, "topic_call.over", {{"day", call.words.closes_on}});
    case CallPhase::running:
        break;
    }
    return {};
}

tl::unexpected<base::Error> not_asked()
{
    auto wrong = invalid("topic_call.not_asked");
    wrong.fields.push_back({"/constituency", "topic_call.not_asked", {}});
    return tl::unexpected(std::move(wrong));
}

} // namespace

bool asks(const CallWords& words, Constituency constituency)
{
    return std::find(words.constituencies.begin(), words.constituencies.end(), constituency)
        != words.constituencies.end();
}

base::Result<void> acceptable(const CallWords& words)
{
    auto wrong = invalid("topic_call.invalid");
    const std::set<Constituency> distinct(words.constituencies.begin(), words.constituencies.end());
    if (distinct.empty()) {
        wrong.fields.push_back({"/constituencies", "topic_call.nobody_asked", {}});
    } else if (distinct.size() != words.constituencies.size()) {
        wrong.fields.push_back({"/constituencies", "topic_call.asked_twice", {}});
    }
    if (!people::is_day(words.opens_on)) {
        wrong.fields.push_back({"/opens_on", "period.not_a_day", {}});
    }
    if (!people::is_day(words.closes_on)) {
        wrong.fields.push_back({"/closes_on", "period.not_a_day", {}});
    } else if (people::is_day(words.opens_on) && words.closes_on < words.opens_on) {
        wrong.fields.push_back(
            {"/closes_on", "period.ends_before_it_begins", {{"from", words.opens_on}}});
    }
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

CallPhase phase_of(const TopicCall& call, std::string_view today)
{
    if (call.state == CallState::draft) {
        return CallPhase::draft;
    }
    if (call.state == CallState::closed || today > call.words.closes_on) {
        return CallPhase::over;
    }
    return today < call.words.opens_on ? CallPhase::coming : CallPhase::running;
}

Belongings belongings_of(base::Roles roles, const std::vector<ActingBody>& bodies)
{
    Belongings found;
    for (const auto constituency : all_constituencies) {
        const bool has_role = has_role_of(roles, constituency);
        const auto speaks_for = [&](const ActingBody& body) {
            return std::any_of(of_bodies.begin(), of_bodies.end(), [&](const OfBody& one) {
                return one.kind == body.kind && one.constituency == constituency
                    && (one.by_itself || has_role);
            });
        };
        const auto before = found.size();
        for (const auto& body : bodies) {
            if (speaks_for(body)) {
                found.push_back({constituency, body.id.text, body.name});
            }
        }
        if (has_role && found.size() == before) {
            found.push_back({constituency, {}, {}});
        }
    }
    return found;
}

bool bodies_speak_for(people::OrganisationKind kind, Constituency constituency)
{
    return std::any_of(of_bodies.begin(), of_bodies.end(),
        [&](const OfBody& one) { return one.kind == kind && one.constituency == constituency; });
}

base::Result<Belonging> asked_as(
    const CallWords& words, const Belongings& belongs_to, const NamedBelonging& named)
{
    for (const auto constituency : words.constituencies) {
        for (const auto& one : belongs_to) {
            if (one.constituency == constituency
                && named.constituency.value_or(constituency) == constituency
                && (!named.body_id || named.body_id->text == one.body_id)) {
                return one;
            }
        }
    }
    return not_asked();
}

base::Result<void> may_suggest(const TopicCall& call, const Handing& handing)
{
    CHECK(is_running(call, handing.today));
    const auto as = handing.as.constituency;
    if (!asks(call.words, as)) {
        return not_asked();
    }
    CHECK(is_room_left(call, as, handing.handed_in));
    return fits(call, handing.problem_characters, handing.reason_characters);
}

base::Result<void> may_reword(const TopicCall& call, std::string_view today)
{
    if (!is_running(call, today)) {
        return base::trouble(base::Trouble::conflict, "topic_call.edits_over");
    }
    return {};
}

base::Result<void> fits(
    const TopicCall& call, std::int64_t problem_characters, std::int64_t reason_characters)
{
    auto wrong = invalid("topic_call.too_long");
    wrong.params = {{"most", std::to_string(call.words.most_characters)}};
    check_lengths(wrong, call, problem_characters, reason_characters);
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

base::Result<void> may_enter_paper(const TopicCall& call, const PaperHanding& handing)
{
    if (call.state == CallState::draft) {
        return base::trouble(base::Trouble::conflict, "topic_call.not_open");
    }
    auto wrong = invalid("topic_call.paper");
    const auto add_day = [&](const char* code, const std::string& day) {
        wrong.fields.push_back({"/paper_day", code, {{"day", day}}});
    };
    if (!people::is_day(handing.paper_day)) {
        add_day("period.not_a_day", handing.paper_day);
    } else if (handing.paper_day > handing.today) {
        add_day("topic_call.day_to_come", handing.paper_day);
    } else if (handing.paper_day < call.words.opens_on) {
        add_day("topic_call.paper_before", call.words.opens_on);
    } else if (handing.paper_day > call.words.closes_on) {
        add_day("topic_call.paper_after", call.words.closes_on);
    }
    if (!asks(call.words, handing.as)) {
        wrong.fields.push_back({"/constituency", "topic_call.not_asked", {}});
    }
    check_lengths(wrong, call, handing.problem_characters, handing.reason_characters);
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return is_room_left(call, handing.as, handing.handed_in);
}

} // namespace xieshang::calls
