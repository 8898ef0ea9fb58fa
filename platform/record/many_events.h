// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Events of a verb that makes thousands of them, appended together in its transaction: the same
// rows as append() writes, one after the other. From the first until write() nobody else appends in
// that transaction, as the numbers are given here. One thread at a time.
#pragma once

#include "platform/db/new_rows.h"
#include "platform/record/record.h"

namespace xieshang::record {

class ManyEvents {
public:
    explicit ManyEvents(base::Random& random); // which outlives this

    // As append(): what it is told stands in the record after write().
    Receipt append(db::Tx& tx, const base::Actor& actor, base::Instant at, const Event& event);
    void write(db::Tx& tx);

private:
    base::Random& random_;
    std::int64_t sequence_ = 0; // the last one given; 0: to be asked for
    db::NewRows events_;
    db::NewRows contents_;
};

} // namespace xieshang::record
