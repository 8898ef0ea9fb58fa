// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// docs/operating.md, Rosters: if the register changed after the office looked, nothing is written.
#include "features/people/contact_actions.h"
#include "features/people/organisation_store.h"
#include "features/people/people_policies.h"
#include "features/people/roster_desk_test.h"

#include <fmt/format.h>

namespace xieshang::people {
namespace {

using testing::ElementsAre;

// Numbers of invented people, each another one (GB 11643-1999).
std::string identity_number(int serial)
{
    auto number = fmt::format("11010519491231{:03}", serial);
    const std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        sum += (number[i] - '0') * weights[i];
    }
    return number + "10X98765432"[sum % 11];
}

class RosterMoved : public RosterDesk {
protected:
    using Meanwhile = std::function<void(const RegisteredPerson&)>;
    struct Case {
        std::string what;
        std::string columns; // of the roster, beside the name
        std::string values;
        Meanwhile meanwhile;
        bool was_bare = false; // without contacts and membership until then
    };

    Case words(const std::string& column, const std::string& value,
        const std::function<void(PersonWords&)>& change)
    {
        return {column, column, value, [this, change](const RegisteredPerson& who) {
                    auto words = who.words;
                    change(words);
                    ASSERT_TRUE(edit_person(
                        services_ref(), clerk, {who.id, who.version, change_to(words)}));
                }};
    }
    Meanwhile keep(Contact contact)
    {
        return [this, contact](const RegisteredPerson& who) {
            const auto value = contact == Contact::telephone ? "13800138003"
                : contact == Contact::email                  ? "newer@example.cn"
                                                             : identity_number(++serial_);
            ASSERT_TRUE(keep_contact(services_ref(), {clerk, policies::change_contact}, who.id,
                {contact, value, version_of_contact(who.id, contact)}));
        };
    }
    Meanwhile erase(Contact contact)
    {
        return [this, contact](const RegisteredPerson& who) {
            ASSERT_TRUE(
                erase_contact(services_ref(), {clerk, policies::change_contact}, who.id, contact));
        };
    }
    Meanwhile step(MembershipAction action, std::optional<OrganisationId> sector = {})
    {
        return [this, action, sector](const RegisteredPerson& who) {
            const auto before = memberships(who).at(0);
            ASSERT_TRUE(take_membership_step(services_ref(), clerk,
                {before.id, before.version, action, "会议决定", sector, before.group_id}));
        };
    }
    Meanwhile invite()
    {
        return [this](const RegisteredPerson& who) {
            ASSERT_TRUE(invite_member(services_ref(), clerk, {term_.id, {who.id, schools_.id}}));
        };
    }
    // Of a term; and of two sectors, whose names are exchanged.
    Meanwhile lengthen_term()
    {
        return [this](const RegisteredPerson&) {
            term_.period.from = "2016-12-01";
            const auto before = term_.version++;
            db().write([&](db::Tx& tx) { return update_term(tx, term_, before).has_value(); });
        };
    }
    Meanwhile exchange_names()
    {
        return [this](const RegisteredPerson&) {
            std::swap(economy_.words.name, schools_.words.name);
            std::swap(economy_.words.short_name, schools_.words.short_name);
            for (auto* place : {&economy_, &schools_}) {
                const auto before = place->version++;
                db().write([&](db::Tx& tx) {
                    return update_organisation(tx, *place, before).has_value();
                });
            }
        };
    }

    RegisteredPerson entered(const Case& one, const std::string& name)
    {
        const auto bare = "姓名\n" + name + "\n";
        const auto whole = "姓名,手机,邮箱,身份证号,界别,小组\n" + name
            + ",13800138001,old@example.cn," + identity_number(++serial_) + ",经济界,河东街道\n";
        EXPECT_TRUE(confirm(chosen(one.was_bare ? bare : whole)));
        return people().at(name);
    }

    // The row means that person, whatever else it says.
    RosterDraft seen(const Case& one, const RegisteredPerson& who)
    {
        const bool renames = one.columns == "姓名";
        auto draft = chosen(renames
                ? "姓名\n" + one.values + "\n"
                : "姓名," + one.columns + "\n" + who.words.name + "," + one.values + "\n");
        draft.options.people = {{2, who.id}};
        return choose(draft.import.id, draft.options);
    }

    std::string everything_of(const RegisteredPerson& who)
    {
        return db().read([&](db::Tx& tx) {
            auto all = json::write(find_registered_person(tx, who.id).value().words)
                + json::write(memberships_of(tx, who.id));
            for (const auto contact : all_contacts) {
                vault_.holds(tx, place_of_contact(who.id, contact), [&](std::string_view kept) {
                    all += kept;
                    return true;
                });
            }
            return all;
        });
    }

    void expect_nothing_lost(const std::vector<Case>& cases)
    {
        for (const auto& one : cases) {
            SCOPED_TRACE(one.what);
            const auto who = entered(one, fmt::format("王芳{}", ++serial_));
            const auto draft = seen(one, who);
            ASSERT_EQ(preview(draft).outcomes.at(0).kind, RowKind::changed);
            ASSERT_THAT(preview(draft).moved, ElementsAre(false));
            one.meanwhile(who);
            const auto newer = everything_of(who);
            EXPECT_THAT(preview(draft).moved, ElementsAre(true));
            const auto confirmed = confirm(draft);
            EXPECT_EQ(confirmed ? "written" : confirmed.error().code, "roster.register_changed");
            EXPECT_EQ(everything_of(who), newer);
            const auto again = choose(draft.import.id, draft.options);
            EXPECT_THAT(preview(again).moved, ElementsAre(false)) << "seen as it is now";
        }
    }

    void expect_contact_kept(Contact contact, const std::string& column, const std::string& in_file)
    {
        const auto set_again = [&](const RegisteredPerson& who) {
            erase(contact)(who);
            keep(contact)(who);
        };
        expect_nothing_lost({
            {"first " + column, column, in_file, keep(contact), true},
            {column + " set anew", column, in_file, keep(contact)},
            {column + " erased", column, in_file, erase(contact)},
            {column + " erased and set again", column, in_file, set_again},
        });
    }

    int serial_ = 100;
};
ON_EVERY_DATABASE(RosterMoved);

TEST_P(RosterMoved, WordsThatChangedMeanwhileStay)
{
    expect_nothing_lost({
        words("姓名", "王方", [](PersonWords& words) { words.name += "芸"; }),
        words("性别", "女", [](PersonWords& words) { words.sex = Sex::male; }),
        words("出生年月", "1949-12", [](PersonWords& words) { words.birth_month = "1949-11"; }),
        words("民族", "回族", [](PersonWords& words) { words.ethnic_group = "满族"; }),
        words("党派", "民盟", [](PersonWords& words) { words.party = "民建"; }),
        words("学历", "本科", [](PersonWords& words) { words.education = "博士"; }),
        words("单位", "第一中学", [](PersonWords& words) { words.unit = "第二中学"; }),
        words("职务", "校长", [](PersonWords& words) { words.job = "主任"; }),
    });
}

TEST_P(RosterMoved, ContactsThatChangedMeanwhileStay)
{
    expect_contact_kept(Contact::telephone, "手机", "13800138002");
    expect_contact_kept(Contact::email, "邮箱", "new@example.cn");
    expect_contact_kept(Contact::identity_number, "身份证号", identity_number(1));
}

TEST_P(RosterMoved, MembershipsThatChangedMeanwhileStay)
{
    expect_nothing_lost({
        {"place", "界别", "教育界", step(MembershipAction::suspend)},
        {"state", "状态", "离任", step(MembershipAction::move, schools_.id)},
        {"state", "状态", "停职", step(MembershipAction::leave)},
        {"first", "界别", "教育界", invite(), true},
        {"of a term that changed", "界别", "教育界", lengthen_term(), true},
        {"of a place whose name another has now", "界别", "教育界", exchange_names(), true},
    });
}

} // namespace
} // namespace xieshang::people
