// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/account_actions.h"
#include "features/members/member_audit_actions.h"

#include "features/members/demo_actions.h"
#include "features/members/people_and_sessions_test.h"

#include <gmock/gmock.h>

namespace xieshang::members {

class PeopleAudited : public PeopleAndSessions {
protected:
    std::vector<std::string> audit_after(const std::string& sql)
    {
        db().write([&](db::Tx& tx) {
            tx.execute(sql);
            return true;
        });
        return db().read([&](db::Tx& tx) {
            std::vector<std::string> fields;
            for (const auto& id : people_to_audit(tx)) {
                for (const auto& misfit : audit_person(tx, id)) {
                    fields.push_back(misfit.params.contains("field")
                            ? misfit.params.find("field")->second
                            : misfit.code);
                }
            }
            return fields;
        });
    }
};
ON_EVERY_DATABASE(PeopleAudited);

TEST_P(PeopleAudited, AreWhatTheRecordSaysAndBetrayWhatItDoesNot)
{
    using testing::ElementsAre;
    const base::Actor actor{"", "test", 0};
    seed_demo_people(services());
    const auto added =
        add_person(services(), actor, {"wang", "王小协", "right password", bit(Role::office)});
    ASSERT_TRUE(added);
    ASSERT_TRUE(change_state(services(), actor, added->id, PersonState::suspended));
    const std::string wang = " WHERE login = 'wang'";
    EXPECT_THAT(audit_after("DELETE FROM session"), testing::IsEmpty());
    EXPECT_THAT(audit_after("UPDATE person SET roles = 3" + wang), ElementsAre("roles"));
    EXPECT_THAT(
        audit_after("UPDATE person SET roles = 1, state = 'active'" + wang), ElementsAre("state"));
    EXPECT_THAT(audit_after("UPDATE person SET state = 'suspended', name = 'x'" + wang),
        ElementsAre("name"));
    EXPECT_THAT(audit_after("UPDATE person SET id = 'forged'" + wang),
        ElementsAre("check.no_row", "check.no_event"));
}

} // namespace xieshang::members
