// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How a list stands to its slots and wanted places, and the list as a table. Pure.
#pragma once

#include "features/shortlists/selection_views.h"

#include <functional>

namespace xieshang::shortlists {

// Of each form that has slots or something listed, in the order of the forms; the last is of
// topics without one.
std::vector<FormCount> forms_of(const RoundWords& words, const std::vector<ListedTopic>& listed);
std::vector<FieldOnList> fields_of(const RoundWords& words, const std::vector<ListedTopic>& listed);

// The list with its counts, then why each change was made, as rows of words with their heads.
// `text`: code → words.
std::vector<std::vector<std::string>> shortlist_rows(
    const RoundView& round, const std::function<std::string(std::string_view)>& text);

} // namespace xieshang::shortlists
