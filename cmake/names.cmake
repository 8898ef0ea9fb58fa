# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# The table of platform/names, made at build time from the strokes of Debian's rime-data-stroke and the readings of the installed ICU.
function(character_table target)
  set(strokes /usr/share/rime-data/stroke.dict.yaml)
  if(NOT EXISTS ${strokes})
    message(FATAL_ERROR "${strokes} is missing; bin/setup installs it (rime-data-stroke)")
  endif()
  add_executable(make_character_table ${CMAKE_SOURCE_DIR}/platform/names/table/make_character_table.cc)
  target_link_libraries(make_character_table PRIVATE platform_folding ICU::i18n ICU::uc ICU::data)
  set(table ${CMAKE_BINARY_DIR}/names/character_table.cc)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/names)
  add_custom_command(OUTPUT ${table} COMMAND make_character_table ${strokes} > ${table} DEPENDS make_character_table ${strokes} VERBATIM)
  target_sources(${target} PRIVATE ${table})
endfunction()
