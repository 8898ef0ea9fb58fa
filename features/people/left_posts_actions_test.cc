// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/left_posts_actions.h"

#include "features/people/register_desk_test.h"

#include <gmock/gmock.h>

namespace xieshang::people {
namespace {

using testing::ElementsAre;
using testing::Field;

class LeftPosts : public RegisterDesk {
protected:
    void SetUp() override
    {
        RegisterDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        const auto body = add_organisation(OrganisationKind::department, "d-1");
        post_ = {new_id<PostId>(), body.id, "局长", false, 1, {7}, false};
        transact([&](db::Tx& tx) { insert_post(tx, post_); });
    }
    RegisteredPerson holder(const std::string& name, std::optional<std::string> until)
    {
        PersonWords words;
        words.name = name;
        auto person = add_person(std::move(words));
        transact([&](db::Tx& tx) {
            insert_tenure(tx,
                {new_id<TenureId>(), post_.id, person.id, {"2017-01-01", std::move(until)}, 1,
                    {7}});
        });
        return person;
    }
    std::vector<LeftPost> named(const std::string& text)
    {
        return db().read([&](db::Tx& tx) { return named_without_post(tx, text, "2022-03-14"); });
    }
    Post post_;
};
ON_EVERY_DATABASE(LeftPosts);

TEST_P(LeftPosts, NameWhomATextNamesAndWhoHoldsNoPostAnyMore)
{
    holder("欧阳明", "2021-12-31");
    holder("诸葛亮亮", {});
    holder("司马光光", "2020-01-01");
    const auto left = named("由欧阳明牵头，诸葛亮亮负责。");
    ASSERT_THAT(left, ElementsAre(Field(&LeftPost::name, "欧阳明")));
    EXPECT_EQ(left.front().post, "局长");
    EXPECT_EQ(left.front().organisation, "d-1");
    EXPECT_EQ(left.front().until, "2021-12-31");
}

TEST_P(LeftPosts, DoNotNameWhoHoldsAnotherOneOrWillLeaveLater)
{
    const auto person = holder("欧阳明", "2021-12-31");
    transact([&](db::Tx& tx) {
        insert_tenure(
            tx, {new_id<TenureId>(), post_.id, person.id, {"2022-01-01", "2022-12-31"}, 1, {7}});
    });
    EXPECT_THAT(named("由欧阳明牵头"), ElementsAre());
}

} // namespace
} // namespace xieshang::people
