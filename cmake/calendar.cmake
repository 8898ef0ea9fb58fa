# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# Holidays and adjusted workdays of the years that are known, made at build time from the npm package that package-lock.json names, and
# taken into the binary: embedded_calendar.
set(calendar ${CMAKE_BINARY_DIR}/calendar/known_days.tsv)
set(maker ${CMAKE_SOURCE_DIR}/features/settings/known_calendar.mjs)
if(NOT EXISTS ${CMAKE_SOURCE_DIR}/node_modules/chinese-days)
  message(FATAL_ERROR "node_modules/chinese-days is missing; bin/setup installs it (npm ci)")
endif()
add_custom_command(OUTPUT ${calendar} COMMAND ${XIESHANG_NODE} ${maker} ${calendar} DEPENDS ${maker} ${CMAKE_SOURCE_DIR}/package-lock.json
                   VERBATIM)
embed_files(calendar FOLDER ${CMAKE_BINARY_DIR}/calendar FILES ${calendar})
target_sources(embedded_calendar PRIVATE ${calendar}) # made in this folder's scope, before the assembler takes it in
