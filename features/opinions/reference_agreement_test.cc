// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The engine gives the answers of both references on real conversations, where they are at hand.
#include "features/opinions/reference_agreement_test.h"

#include <gtest/gtest.h>
#include <iostream>

namespace xieshang::opinions {
namespace {

using analytics::Reference;

class ReferenceAgreement : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override
    {
        if (!tests::source_file(reference_folder + std::string(GetParam()) + "/comments.csv")) {
            GTEST_SKIP() << "the conversations with reference results are not on this machine";
        }
    }

    static Agreement held_against(Reference reference)
    {
        const auto conversation = load_conversation(GetParam());
        const auto map = map_of(conversation, reference);
        const auto found = ReferenceComparison(GetParam(), map, reference).run();
        std::cout << found.people << " people, k " << found.k << ", labels differing "
                  << found.labels_differing << ", rand " << found.rand_index << ", 1-cos "
                  << 1 - found.cosine << ", projection " << found.projection << ", lists "
                  << found.lists_differing << "/" << found.lists << " figures "
                  << found.list_figures << ", group-aware " << found.group_aware << ", priorities "
                  << found.priorities << "\n";
        return found;
    }
};

TEST_P(ReferenceAgreement, WithRedDwarf)
{
    const auto found = held_against(Reference::reddwarf);
    const bool is_exact = std::string(GetParam()) == "brexit-consensus";
    EXPECT_EQ(found.people_missing, 0);
    EXPECT_EQ(found.k, found.reference_k);
    EXPECT_EQ(found.labels_differing, 0);
    EXPECT_LE(found.projection, is_exact ? 1e-6 : 2e-4); // else it took a randomized SVD
    EXPECT_EQ(found.lists_differing, 0);
    EXPECT_LE(found.list_figures, 1e-6); // rounded to six decimals there
    EXPECT_LE(found.group_aware, 1e-9);
    EXPECT_LE(found.priorities, 1e-6);
}

TEST_P(ReferenceAgreement, WithPolis)
{
    const auto found = held_against(Reference::polis);
    EXPECT_EQ(found.people_missing, 0);
    EXPECT_GE(found.cosine, 0.9999);
    EXPECT_EQ(found.k, found.reference_k);
    EXPECT_EQ(found.labels_differing, 0);
    EXPECT_EQ(found.lists_differing, 0);
    EXPECT_LE(found.list_figures, 1e-6); // single precision there
    EXPECT_LE(found.group_aware, 1e-9);
    EXPECT_LE(found.priorities, 1e-6);
}

INSTANTIATE_TEST_SUITE_P(
    Real, ReferenceAgreement, testing::ValuesIn(reference_names), [](const auto& tested) {
        std::string name = tested.param;
        std::erase_if(
            name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; });
        return name;
    });

} // namespace
} // namespace xieshang::opinions
