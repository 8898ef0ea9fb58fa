# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# Sources of one folder compiled eight at a time, so that what they all instantiate is compiled once: half the time of a build that starts from
# nothing (XIESHANG_PRECOMPILED). In dev each source stands for itself.

# What cannot be read behind its neighbours: a name of its own, within its unnamed namespace, that one of them has, too. A new source that meets a
# "redefinition" or an "ambiguous" name in those builds alone goes here, and one that tests/tidy finds to hide a header's constant.
set(APART
    app/commands/check.cc
    app/commands/keys.cc
    app/commands/plan.cc
    app/oidc_choice.cc
    features/behalf/behalf_workflow.cc
    features/calls/demo_calls_actions.cc
    features/calls/suggestion_routes.cc
    features/calls/topic_call_routes.cc
    features/calls/topic_call_store.cc
    features/calls/topic_call_workflow.cc
    features/draft_opinions/request_store.cc
    features/draft_opinions/request_workflow.cc
    features/members/administration_routes.cc
    features/members/attempts_test.cc
    features/members/member_routes_test.cc
    features/members/oidc_routes_test.cc
    features/members/oidc_store_test.cc
    features/members/passkey_audit_actions.cc
    features/members/passkey_routes.cc
    features/members/person_test.cc
    features/members/setup_routes_test.cc
    features/people/membership_workflow.cc
    features/people/membership_workflow_test.cc
    features/people/older_record_actions_test.cc
    features/people/organisation_routes.cc
    features/people/organisation_store.cc
    features/people/people_actions_test.cc
    features/people/person_routes.cc
    features/people/post_routes.cc
    features/people/post_test.cc
    features/people/re_election_test.cc
    features/people/register_changes_routes_test.cc
    features/people/roster_actions_test.cc
    features/people/roster_files_actions_test.cc
    features/people/roster_gaps_actions_test.cc
    features/people/roster_list_routes.cc
    features/people/roster_many_actions_test.cc
    features/people/roster_memory_actions_test.cc
    features/people/roster_moved_actions_test.cc
    features/people/roster_routes.cc
    features/people/roster_store.cc
    features/people/roster_terms_actions_test.cc
    features/people/roster_workflow.cc
    features/people/roster_workflow_test.cc
    features/people/standing_actions_test.cc
    features/plan/document_routes.cc
    features/plan/document_words_test.cc
    features/plan/mark_words_test.cc
    features/plan/not_a_plan.cc
    features/plan/numbering.cc
    features/plan/paragraph_reading.cc
    features/plan/plan_audit_actions.cc
    features/plan/plan_routes.cc
    features/plan/table_rows_actions_test.cc
    features/plan/topic_kind.cc
    features/scoring/round_routes.cc
    features/scoring/score_routes.cc
    features/settings/deadline_test.cc
    features/settings/setting_routes.cc
    features/shortlists/selection_round_test.cc
    features/shortlists/selection_workflow.cc
    platform/analytics/balanced_shortlist_test.cc
    platform/analytics/base_clusters.cc
    platform/analytics/equal_shares_small_test.cc
    platform/analytics/equal_shares_test.cc
    platform/crypto/totp.cc
    platform/documents/sheet_cells.cc
    platform/documents/word_styles.cc
    platform/documents/xlsx_test.cc
    platform/documents/zip_end.cc
    platform/files/file_store.cc
    platform/http/server_stop_test.cc
    platform/http/server_stream_test.cc
    platform/http/server_test.cc
    platform/json/write_test.cc
    platform/search/index_test.cc
    tests/tidy/source.cc)

# together(TARGET): the sources of TARGET, made ones excepted, in groups of eight by folder
function(together target)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    cmake_path(ABSOLUTE_PATH source OUTPUT_VARIABLE whole)
    file(RELATIVE_PATH name ${CMAKE_SOURCE_DIR} ${whole})
    if(name MATCHES "^(build/|\\.\\./|tests/policies/makers_of_)" OR name IN_LIST APART) # makers name their parts alike
      continue()
    endif()
    cmake_path(GET name PARENT_PATH folder)
    string(MAKE_C_IDENTIFIER ${folder} group)
    math(EXPR count_${group} "${count_${group}} + 1")
    math(EXPR eight "(${count_${group}} - 1) / 8")
    set_source_files_properties(${whole} PROPERTIES UNITY_GROUP ${group}_${eight})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  target_compile_options(${target} PRIVATE -Wno-shadow) # of a neighbour's name
endfunction()
