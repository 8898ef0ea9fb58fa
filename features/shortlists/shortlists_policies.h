// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who sees selection rounds and shortlists, and who does what with them. The views of a round:
//   all        the counts once marking has ended, the proposal explained, each change with its
//              reason: the office
//   published  what is to be chosen among, and once it is decided the list: everybody who takes
//   part
// Who marked what is in no view: each sees his own marks alone, in either view, and the counts name
// nobody. Before marking has ended nobody sees a count.
#pragma once

#include "features/members/policies.h"

namespace xieshang::shortlists::policies {

using members::Role;
using members::those;

inline constexpr base::Who office = those({Role::office});

inline constexpr base::Policy see_rounds({
    {.who = office, .view = "all"},
    {.who = members::everybody, .view = "published"},
});
inline constexpr base::Policy list_rounds = members::readers;
inline constexpr base::Policy keep_rounds = members::office;
// His own ballot alone; who may mark, the rule says (marking.h).
inline constexpr base::Policy mark = members::readers;
inline constexpr base::Policy export_shortlist = members::office;

} // namespace xieshang::shortlists::policies
