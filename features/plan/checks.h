// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What in a document does not add up. Warnings only, with their lines:
//   reading.number_gap       {expected, found}   numbers are missing
//   reading.number_repeated  {found}             a number stands twice
//   reading.number_back      {before, found}     numbers go back
//   reading.count_differs    {stated, found}     a heading or sentence says another count than it
//   lists reading.total_differs    {stated, found}     so does the document as a whole
//   reading.title_repeated   {title, first}      a topic stands twice; first: the other's line
//   reading.no_topics                            nothing was found that could be a topic
// Of tables (row_reading.cc):
//   reading.row_without_title  {number}  it has a number, but its cell for the title is empty
//   reading.row_of_title_alone {title}   it has a title, but no other cell is filled in
// Pure, linear.
#pragma once

#include "features/plan/findings.h"
#include "features/plan/outline.h"
#include "features/plan/roles.h"

#include <vector>

namespace xieshang::plan {

// `topics_before` as place_outline returned it.
void check_numbers(
    Findings& findings, const std::vector<Node>& nodes, const std::vector<Role>& roles);
void check_counts(Findings& findings, const std::vector<Node>& nodes,
    const std::vector<Role>& roles, const std::vector<int>& topics_before);
void check_stated(Findings& findings, const std::vector<Node>& nodes,
    const std::vector<int>& topics_before); // what the text says about the whole document
void check_titles(Reading& reading);

} // namespace xieshang::plan
