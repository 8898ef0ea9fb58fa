// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For the demo's plans: their way through the reviews and an amendment, by the verbs that everybody
// uses, each step dated back to when it would have been taken. Within one transaction.
#pragma once

#include "features/amendments/amendment_actions.h"
#include "features/plan/plan_actions.h"

namespace xieshang::amendments {

// So many days before now.
class EarlierClock final : public base::Clock {
public:
    explicit EarlierClock(base::Clock& now) : now_(now) {}
    void set(std::int64_t days_ago) { days_ago_ = days_ago; }
    base::Instant now() override;

private:
    base::Clock& now_;
    std::int64_t days_ago_ = 0;
};

class DemoRound {
public:
    // All three must outlive it.
    DemoRound(services::Services& services, db::Tx& tx, const base::Actor& office);

    // The services of that day.
    services::Services& at(std::int64_t days_ago);
    // Whoever has that role in the demo.
    base::Actor account(members::Role role);

    base::Result<void> step(
        const plan::PlanId& plan, std::int64_t days_ago, members::Role by, plan::StepRequest asked);
    // Submitted that many days ago; reviewed, issued, and in force 35 days later.
    base::Result<void> go(const plan::PlanId& plan, std::int64_t days_ago);
    // Proposed then, decided and carried out ten days later.
    base::Result<void> amend(
        const plan::PlanId& plan, const AmendmentWords& words, std::int64_t days_ago);

private:
    EarlierClock clock_;
    services::Services services_;
    db::Tx& tx_;
    const base::Actor& office_;
};

} // namespace xieshang::amendments
