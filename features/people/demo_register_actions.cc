// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/demo_register_actions.h"

#include "features/members/demo_actions.h"
#include "features/members/member_store.h"
#include "features/people/contact_actions.h"
#include "features/people/demo_bodies_actions.h"
#include "features/people/demo_seats.h"
#include "features/people/invented_names.h"
#include "features/people/membership_actions.h"
#include "features/people/membership_store.h"
#include "features/people/people_policies.h"
#include "features/people/post_actions.h"
#include "features/people/register_actions.h"

#include <algorithm>

namespace xieshang::people {
namespace {

constexpr std::string_view past_ends = "2021-12-27";
constexpr std::string_view present_begins = "2021-12-28";
constexpr std::string_view first_leaving = "2022-01-31";
constexpr std::string_view first_suspension = "2022-02-14";

// Of those who are named for the present term, the last; the others stay active.
constexpr std::size_t invited = 6;
constexpr std::size_t suspended = 4;
constexpr std::size_t leaving = 5;
constexpr std::size_t named_members = demo_members + leaving + suspended + invited;
constexpr std::size_t every_third = 3; // was a member in the past term, too
constexpr std::size_t only_past = 90;

// What is made, while it is made.
class DemoRegister {
public:
    DemoRegister(services::Services& services, const base::Actor& actor)
        : services_(services), actor_(actor), bodies_(services, actor)
    {
    }

    base::Result<void> make(const std::vector<members::Person>& accounts)
    {
        CHECK(bodies_.add(OrganisationKind::committee));
        CHECK(bodies_.add(OrganisationKind::sub_district));
        CHECK(bodies_.add(OrganisationKind::sector));
        CHECK(add_accounts(accounts));
        CHECK(add_members());
        CHECK(past_term()); // while the bodies are few: each membership looks at all of them
        for (const auto kind : {OrganisationKind::special_committee, OrganisationKind::party_organ,
                 OrganisationKind::government_organ, OrganisationKind::department,
                 OrganisationKind::party_or_group}) {
            CHECK(bodies_.add(kind));
        }
        CHECK(present_term());
        CHECK(keep_telephones());
        CHECK(seat_accounts());
        CHECK(seat_assembly());
        return seat_heads();
    }

private:
    using Kind = OrganisationKind;

    base::Result<void> add_accounts(const std::vector<members::Person>& accounts)
    {
        for (const auto& account : accounts) {
            if ((account.roles & members::administrators) != 0) {
                continue;
            }
            TRY(register_person(services_, actor_, {{account.name}, account.id, true}));
            if (account.login == members::demo_former_member) {
                former_ = account.id;
                continue;
            }
            for (const auto& seat : demo_seats) {
                if (account.roles == members::bit(seat.role)) {
                    seated_.push_back({account.id, &seat});
                    if (seat.is_member) {
                        members_.push_back(account.id);
                    }
                }
            }
        }
        return {};
    }

    base::Result<PersonId> add_invented()
    {
        return TRY(register_person(services_, actor_, {invented_person(next_++), {}, true})).id;
    }

    base::Result<void> add_members()
    {
        while (members_.size() < named_members) {
            members_.push_back(TRY(add_invented()));
        }
        return {};
    }

    Named named(const PersonId& person, std::size_t number, bool confirmed)
    {
        return {person, bodies_.body(Kind::sector, 1 + number % count_of(Kind::sector)),
            bodies_.body(Kind::sub_district, 1 + number % count_of(Kind::sub_district)), confirmed};
    }

    base::Result<void> was_member(const TermId& term, const PersonId& person, std::size_t number)
    {
        const std::string day(invented_district_begins);
        const auto kept =
            TRY(invite_member(services_, actor_, {term, named(person, number, false), {}, day}));
        CHECK(take_membership_step(services_, actor_,
            {.id = kept.id,
                .version_seen = kept.version,
                .action = MembershipAction::confirm,
                .day = day}));
        return {};
    }

    base::Result<void> past_term()
    {
        const auto term =
            TRY(add_term(services_, actor_, {1, {std::string(invented_district_begins), {}}}));
        for (std::size_t i = 0; i < members_.size(); i += every_third) {
            CHECK(was_member(term.id, members_[i], i));
        }
        for (std::size_t i = 0; i < only_past; ++i) {
            past_.push_back(TRY(add_invented()));
            CHECK(was_member(term.id, past_.back(), i));
        }
        return former_ ? was_member(term.id, *former_, only_past) : base::Result<void>{};
    }

    base::Result<void> present_term()
    {
        std::vector<Named> all;
        for (std::size_t i = 0; i < members_.size(); ++i) {
            all.push_back(named(members_[i], i, i < named_members - invited));
        }
        const auto change =
            TRY(re_elect(services_, actor_, {2, {std::string(present_begins), {}}}, all));
        for (std::size_t i = demo_members; i < demo_members + leaving + suspended; ++i) {
            const auto& kept = change.memberships[i];
            const bool leaves = i < demo_members + leaving;
            CHECK(take_membership_step(services_, actor_,
                {.id = kept.id,
                    .version_seen = kept.version,
                    .action = leaves ? MembershipAction::leave : MembershipAction::suspend,
                    .reason =
                        leaves ? "工作调离本区，本人请辞（演示）" : "接受组织审查期间（演示）",
                    .day = std::string(leaves ? first_leaving : first_suspension)}));
        }
        return {};
    }

    // Of the active members.
    base::Result<void> keep_telephones()
    {
        for (std::size_t i = 0; i < demo_members; ++i) {
            CHECK(keep_contact(services_, {actor_, policies::change_contact}, members_[i],
                {Contact::telephone, invented_telephone(i)}));
        }
        return {};
    }

    base::Result<void> seat(Kind kind, std::size_t number, std::string_view title,
        const PersonId& person, Period period = {std::string(present_begins), {}})
    {
        CHECK(begin_tenure(
            services_, actor_, {bodies_.post(kind, number, title), person, std::move(period)}));
        return {};
    }

    base::Result<void> seat_accounts()
    {
        for (const auto& [person, place] : seated_) {
            if (place->number > 0) {
                CHECK(seat(place->kind, place->number, place->title, person));
            }
        }
        return {};
    }

    // The chairpersons of both terms, and the standing committee.
    base::Result<void> seat_assembly()
    {
        constexpr std::size_t vices = 5;
        constexpr std::size_t standing = 56;
        const Period past{std::string(invented_district_begins), std::string(past_ends)};
        CHECK(seat(Kind::committee, 1, "主席", past_[0], past));
        CHECK(seat(Kind::committee, 1, "秘书长", past_[1], past));
        for (std::size_t i = 0; i < vices; ++i) {
            CHECK(seat(Kind::committee, 1, "副主席", past_[2 + i], past));
            CHECK(seat(Kind::committee, 1, "副主席", member(i)));
        }
        for (std::size_t i = 0; i < standing; ++i) {
            CHECK(seat(Kind::committee, 1, "常务委员", member(vices + i * 5)));
        }
        return {};
    }

    // The others: the first of a kind may be an account's.
    base::Result<void> seat_heads()
    {
        struct Head {
            Kind kind;
            std::string_view title;
            bool is_member;
        };
        std::size_t next = 0;
        for (const auto& [kind, title, is_member] : std::to_array<Head>({
                 {Kind::special_committee, "主任", true},
                 {Kind::special_committee, "副主任", true},
                 {Kind::sub_district, "工委主任", true},
                 {Kind::sector, "召集人", true},
                 {Kind::department, "负责人", false},
             })) {
            for (std::size_t i = 2; i <= count_of(kind); ++i) {
                const auto person = is_member ? member(next++) : TRY(add_invented());
                CHECK(seat(kind, i, title, person));
            }
        }
        return {};
    }

    // The n-th who has no account; always active.
    const PersonId& member(std::size_t number)
    {
        return members_[seated_members() + number % (demo_members - seated_members())];
    }
    std::size_t seated_members() const
    {
        return static_cast<std::size_t>(std::count_if(
            seated_.begin(), seated_.end(), [](const auto& one) { return one.second->is_member; }));
    }

    services::Services& services_;
    const base::Actor& actor_;
    DemoBodies bodies_;
    std::vector<std::pair<PersonId, const DemoSeat*>> seated_;
    std::vector<PersonId> members_; // those with an account first
    std::vector<PersonId> past_;
    std::optional<PersonId> former_;
    std::uint64_t next_ = 0;
};

} // namespace

base::Result<void> seed_demo_register(services::Services& services, const base::Actor& actor)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        if (!all_terms(tx).empty()) {
            return {};
        }
        db::Joined joined(tx, services.db.engine());
        auto inside = services.within(joined);
        return DemoRegister(inside, actor).make(members::demo_people(tx));
    });
}

} // namespace xieshang::people
