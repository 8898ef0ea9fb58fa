// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/member_audit_actions.h"
#include "features/members/oidc_actions.h"
#include "features/members/oidc_store.h"
#include "features/members/people_and_sessions_test.h"
#include "platform/oidc/made_up_provider_test.h"

#include <gmock/gmock.h>

namespace xieshang::members {

class IdentitiesAudited : public PeopleAndSessions {
protected:
    void link(const std::string& login)
    {
        provider.subject = "of " + login;
        const auto token = *make_oidc_link(services(), program, login);
        oidc::Client client(oidc::made_up_settings(), provider.fetch(clock), clock);
        const auto way = begin_oidc(services(), client, {"https://zx/callback", "/", token}, {});
        const auto at = way->address.find("&state=") + 7;
        const auto state = way->address.substr(at, way->address.find('&', at) - at);
        provider.nonce = oidc::proof_of(way->browser).nonce;
        ASSERT_TRUE(finish_oidc(services(), client, {"code", state, "", "", way->browser}, {}));
    }
    std::vector<std::string> misfits()
    {
        return db().read([&](db::Tx& tx) {
            std::vector<std::string> fields;
            for (const auto& id : people_to_audit(tx)) {
                for (const auto& misfit : audit_person(tx, id)) {
                    fields.push_back(misfit.params.find("field")->second);
                }
            }
            return fields;
        });
    }
    void change(const std::string& sql)
    {
        db().write([&](db::Tx& tx) {
            tx.execute(sql);
            return true;
        });
    }

    bool link_again(const Person& person) // as somebody does who writes into the database
    {
        return *db().transact([&](db::Tx& tx) -> base::Result<bool> {
            return insert_identity(
                tx, {"https://id.example", "of " + person.login}, person.id, clock.now());
        });
    }

    oidc::MadeUpProvider provider;
};
ON_EVERY_DATABASE(IdentitiesAudited);

TEST_P(IdentitiesAudited, AreThoseThatWereLinkedAndNoOther)
{
    using testing::ElementsAre;
    using testing::IsEmpty;
    add("wang");
    const auto li = add("li");
    link("wang");
    link("li");
    EXPECT_THAT(misfits(), IsEmpty());
    change("UPDATE oidc_identity SET subject = 'a thief' WHERE subject = 'of li'");
    EXPECT_THAT(misfits(), ElementsAre("oidc_identity"));
    change("DELETE FROM oidc_identity WHERE subject = 'a thief'");
    EXPECT_THAT(misfits(), ElementsAre("oidc_identity")) << "a link that went without a word";
    ASSERT_TRUE(link_again(li));
    EXPECT_THAT(misfits(), IsEmpty());
    ASSERT_TRUE(unlink_oidc(services(), program, "li"));
    EXPECT_THAT(misfits(), IsEmpty());
    ASSERT_TRUE(link_again(li));
    EXPECT_THAT(misfits(), ElementsAre("oidc_identity")) << "one that came without a word";
}

} // namespace xieshang::members
