// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/directory_store.h"

#include "features/people/register_desk_test.h"

namespace xieshang::people {
namespace {

using Names = std::vector<std::string>;

class DirectoryStore : public RegisterDesk {
protected:
    void SetUp() override
    {
        RegisterDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        term_ = add_term(2, {"2021-12-20", {}});
        culture_ = add_organisation(OrganisationKind::sector, "s-1");
        medicine_ = add_organisation(OrganisationKind::sector, "s-2");
        add_membership(term_, add_person({"单雄"}), medicine_);
        add_membership(term_, add_person({"王芳"}), culture_, MembershipState::suspended);
        add_membership(term_, add_person({"丁一"}), medicine_);
        add_person({"曾国"}); // no member
    }

    Names names(DirectoryQuestion question)
    {
        question.term_id = term_.id;
        Names found;
        for (const auto& line : db().read([&](db::Tx& tx) { return directory(tx, question); })) {
            found.push_back(line.name);
        }
        return found;
    }

    Term term_;
    Organisation culture_;
    Organisation medicine_;
};
ON_EVERY_DATABASE(DirectoryStore);

TEST_P(DirectoryStore, OrdersByStrokesByPinyinAndBySector)
{
    EXPECT_EQ(names({.order = DirectoryOrder::strokes}), (Names{"丁一", "王芳", "单雄", "曾国"}));
    EXPECT_EQ(names({.order = DirectoryOrder::pinyin}), (Names{"丁一", "单雄", "王芳", "曾国"}));
    EXPECT_EQ(names({.order = DirectoryOrder::sector}), (Names{"曾国", "王芳", "丁一", "单雄"}));
}

TEST_P(DirectoryStore, FindsByNamePinyinAndInitialsAndTakesSignsAsTheyAre)
{
    EXPECT_EQ(names({.words = "shan"}), Names{"单雄"});
    EXPECT_EQ(names({.words = "wf"}), Names{"王芳"});
    EXPECT_EQ(names({.words = "一"}), Names{"丁一"});
    EXPECT_TRUE(names({.words = "%"}).empty());
}

TEST_P(DirectoryStore, KeepsToASectorAndAState)
{
    EXPECT_EQ(names({.sector_id = medicine_.id}), (Names{"丁一", "单雄"}));
    EXPECT_EQ(names({.state = MembershipState::suspended}), Names{"王芳"});
    EXPECT_EQ(names({.state = MembershipState::none}), Names{"曾国"});
    EXPECT_TRUE(names({.sector_id = medicine_.id, .state = MembershipState::suspended}).empty());
}

TEST_P(DirectoryStore, PagesThroughEveryoneOnceInEachOrder)
{
    for (const auto order :
        {DirectoryOrder::strokes, DirectoryOrder::pinyin, DirectoryOrder::sector}) {
        DirectoryQuestion question{.term_id = term_.id, .order = order, .most = 1};
        Names paged;
        for (;;) {
            const auto page = db().read([&](db::Tx& tx) { return directory(tx, question); });
            if (page.empty()) {
                break;
            }
            paged.push_back(page.back().name);
            ASSERT_LE(paged.size(), 4U);
            question.after = page.back().place;
        }
        EXPECT_EQ(paged, names({.order = order}));
    }
}

} // namespace
} // namespace xieshang::people
