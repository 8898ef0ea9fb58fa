// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Acts as the auditor reads them: with the names of who did it and of whom it was about, and of the
// content the few words that are none of the assembly's business: roles, operations, reasons of a
// refusal. For one transaction; each name is looked up once.
#pragma once

#include "features/audit/audit_shapes.h"
#include "platform/record/acts.h"

#include <map>
#include <utility>

namespace xieshang::audit {

class ActViews {
public:
    explicit ActViews(db::Tx& tx) : tx_(tx) {}

    ActView of(const record::Act& act);

    // Of an account, a person of the register or an organisation; empty: there is none.
    const std::string& name_now(const std::string& id);
    // Of an account, before the event of that number happened.
    std::string name_then(const std::string& id, std::int64_t sequence);

private:
    using Renamings = std::vector<std::pair<std::int64_t, std::string>>;

    std::string found_name(const std::string& id);
    std::string object_name(const record::Act& act);
    std::vector<std::string> about(const record::Act& act);
    const std::map<std::string, Renamings>& renamings();

    db::Tx& tx_;
    std::map<std::string, std::string> names_;
    std::optional<std::map<std::string, Renamings>> renamings_; // by account
};

} // namespace xieshang::audit
