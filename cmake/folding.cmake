# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# The table of platform/folding, made at build time from the data of the ICU and OpenCC that are installed.
function(folding_table target)
  add_executable(make_folding_table ${CMAKE_SOURCE_DIR}/platform/folding/table/make_folding_table.cc)
  target_link_libraries(make_folding_table PRIVATE ICU::i18n ICU::uc ICU::data PkgConfig::opencc)
  set(table ${CMAKE_BINARY_DIR}/folding/folding_table.cc)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/folding)
  add_custom_command(OUTPUT ${table} COMMAND make_folding_table > ${table} DEPENDS make_folding_table VERBATIM)
  target_sources(${target} PRIVATE ${table})
endfunction()
