// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/document_workflow.h"

#include "features/plan/document_policies.h"

#include <gtest/gtest.h>

namespace xieshang::plan {
namespace {

constexpr auto office = members::bit(members::Role::office);
constexpr auto reader = members::bit(members::Role::reader);

Document an_import(DocumentState state)
{
    Document document;
    document.state = state;
    return document;
}

TEST(DocumentWorkflow, DiscardsAnImportOnlyWithAReason)
{
    const auto kept = an_import(DocumentState::kept);
    EXPECT_EQ(take(kept, DocumentAction::discard, office, {}).error().code, "document.no_reason");
    EXPECT_EQ(take(kept, DocumentAction::discard, office, {.has_reason = true}),
        (DocumentWorkflowStep{
            DocumentState::kept, DocumentState::discarded, DocumentAction::discard}));
}

TEST(DocumentWorkflow, RestoresOnlyWhatWasDiscarded)
{
    const DocumentFacts explained{.has_reason = true};
    EXPECT_EQ(
        take(an_import(DocumentState::discarded), DocumentAction::restore, office, explained)->to,
        DocumentState::kept);
    EXPECT_EQ(take(an_import(DocumentState::kept), DocumentAction::restore, office, explained)
                  .error()
                  .code,
        "workflow.no_such_step");
}

TEST(DocumentWorkflow, LetsADocumentWithAPlanAlone)
{
    const auto kept = an_import(DocumentState::kept);
    EXPECT_EQ(take(kept, DocumentAction::discard, office, {.has_plan = true, .has_reason = true})
                  .error()
                  .code,
        "document.has_plan");
    EXPECT_TRUE(offers(kept, office, true).empty());
    EXPECT_EQ(offers(kept, office, false).size(), 1U);
}

TEST(DocumentWorkflow, LetsAReaderTakeNoStep)
{
    for (const auto state : {DocumentState::kept, DocumentState::discarded}) {
        for (const auto& offer : offers(an_import(state), reader, false)) {
            EXPECT_EQ(offer.refusal, "workflow.wrong_role");
        }
    }
}

TEST(DocumentWorkflow, GoesOnWithNothingThatWasDiscarded)
{
    EXPECT_TRUE(may_go_on(an_import(DocumentState::kept)));
    EXPECT_EQ(may_go_on(an_import(DocumentState::discarded)).error().code, "document.discarded");
}

TEST(DocumentWorkflow, ShowsAReaderNoDocumentWithoutAPlan)
{
    const auto sees = [](base::Roles roles, DocumentState state, bool has_plan) {
        return document_readers
            .view({"p1", "王小协", roles}, base::Relation::other_body,
                state_name(an_import(state), has_plan))
            .has_value();
    };
    EXPECT_FALSE(sees(reader, DocumentState::kept, false));
    EXPECT_FALSE(sees(reader, DocumentState::discarded, false));
    EXPECT_TRUE(sees(reader, DocumentState::kept, true));
    EXPECT_TRUE(sees(office, DocumentState::kept, false));
}

} // namespace
} // namespace xieshang::plan
