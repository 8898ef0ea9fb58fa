// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The code that is proposed for an organisation: the initials of its name (jjj of 经济界), with a
// number behind them where another has them already. Pure.
#pragma once

#include "features/people/organisation.h"

namespace xieshang::people {

// One that acceptable() takes and none of `all` has. A name without a letter takes the kind.
std::string code_proposed(
    std::string_view name, OrganisationKind kind, const std::vector<Organisation>& all);

} // namespace xieshang::people
