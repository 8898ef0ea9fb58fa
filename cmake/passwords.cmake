# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# Common passwords, made at build time from the npm package that package-lock.json names, and taken into the binary: embedded_passwords.
set(passwords ${CMAKE_BINARY_DIR}/passwords/common_passwords.txt)
set(maker ${CMAKE_SOURCE_DIR}/features/members/known_passwords.mjs)
find_program(XIESHANG_NODE node HINTS ${CMAKE_SOURCE_DIR}/build/tools/node_modules/.bin REQUIRED)
if(NOT EXISTS ${CMAKE_SOURCE_DIR}/node_modules/@zxcvbn-ts/language-common)
  message(FATAL_ERROR "node_modules/@zxcvbn-ts/language-common is missing; bin/setup installs it (npm ci)")
endif()
add_custom_command(OUTPUT ${passwords} COMMAND ${XIESHANG_NODE} ${maker} ${passwords} DEPENDS ${maker} ${CMAKE_SOURCE_DIR}/package-lock.json
                   VERBATIM)
embed_files(passwords FOLDER ${CMAKE_BINARY_DIR}/passwords FILES ${passwords})
target_sources(embedded_passwords PRIVATE ${passwords}) # made in this folder's scope, before the assembler takes it in
