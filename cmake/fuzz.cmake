# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# A file x_fuzz.cc beside what it feeds with made-up bytes becomes the program x_fuzz (libFuzzer; bin/fuzz runs them all).
function(fuzz_target name)
  file(GLOB source ${CMAKE_SOURCE_DIR}/platform/*/${name}.cc ${CMAKE_SOURCE_DIR}/features/*/${name}.cc)
  add_executable(${name} ${source})
  target_link_libraries(${name} PRIVATE ${ARGN})
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  add_dependencies(fuzz ${name})
endfunction()

if(XIESHANG_FUZZ)
  find_package(ZLIB REQUIRED)
  add_library(fuzz_support STATIC EXCLUDE_FROM_ALL tests/support/zip_writer.cc tests/support/office_files.cc)
  target_link_libraries(fuzz_support PUBLIC ZLIB::ZLIB)
  add_custom_target(fuzz)
  fuzz_target(zip_fuzz platform_documents)
  fuzz_target(docx_fuzz platform_documents fuzz_support)
  fuzz_target(xlsx_fuzz platform_documents fuzz_support)
  fuzz_target(mapper_fuzz platform_json)
  fuzz_target(router_fuzz platform_http)
  fuzz_target(plan_text_fuzz features_rules)
  fuzz_target(polis_files_fuzz features_rules)
endif()
