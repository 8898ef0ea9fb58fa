# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# A folder of platform/ is a library; a layer of features/ is an object library over all slices, found by suffix (ADR 0001).
# Test files (*_test.cc) stand beside what they test and become one executable a library or layer.

set(LAYER_SUFFIXES _store _actions _routes)
set(ARITHMETIC analytics names)

function(drop_special_sources variable)
  list(FILTER ${variable} EXCLUDE REGEX "_(test|fuzz|bench)\\.cc$")
  set(${variable} ${${variable}} PARENT_SCOPE)
endfunction()

# platform_library(NAME LINKS targets...): platform/NAME/*.cc → platform_NAME, tests → platform_NAME_test
function(platform_library name)
  cmake_parse_arguments(ARG "" "" "LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/platform/${name}/*.cc)
  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/platform/${name}/*_test.cc)
  drop_special_sources(sources)
  if(sources)
    add_library(platform_${name} STATIC ${sources})
    if(name IN_LIST ARITHMETIC) # options of its own; without any optimization its tests take minutes under AddressSanitizer
      if(XIESHANG_SANITIZE MATCHES address)
        target_compile_options(platform_${name} PRIVATE -O1)
      endif()
    else()
      precompiled(platform_${name})
    endif()
    target_link_libraries(platform_${name} PUBLIC ${ARG_LINKS})
  else()
    add_library(platform_${name} INTERFACE)
    target_link_libraries(platform_${name} INTERFACE ${ARG_LINKS})
  endif()
  layer_test(platform_${name}_test "${tests}" platform_${name})
endfunction()

# feature_layer(NAME SUFFIX s LINKS targets...): features/*/*s.cc → objects features_NAME, tests → features_NAME_test.
# A layer links all layers before it.
function(feature_layer name)
  cmake_parse_arguments(ARG "" "SUFFIX" "LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/features/*/*${ARG_SUFFIX}.cc)
  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/features/*/*${ARG_SUFFIX}_test.cc)
  drop_special_sources(sources)
  if("${ARG_SUFFIX}" STREQUAL "") # an empty argument leaves the variable undefined
    foreach(suffix IN LISTS LAYER_SUFFIXES)
      list(FILTER sources EXCLUDE REGEX "${suffix}\\.cc$")
      list(FILTER tests EXCLUDE REGEX "${suffix}_test\\.cc$")
    endforeach()
  endif()
  get_property(below GLOBAL PROPERTY FEATURE_LAYERS)
  if(sources)
    add_library(features_${name} OBJECT ${sources})
    precompiled(features_${name})
    target_link_libraries(features_${name} PUBLIC ${ARG_LINKS} ${below})
    set_property(GLOBAL APPEND PROPERTY FEATURE_LAYERS features_${name})
    list(APPEND below features_${name})
  endif()
  layer_test(features_${name}_test "${tests}" "${below}")
endfunction()

function(layer_test name tests links)
  if(NOT XIESHANG_TESTS OR NOT tests)
    return()
  endif()
  find_package(GTest REQUIRED)
  add_executable(${name} ${tests})
  precompiled(${name} tests)
  target_link_libraries(${name} PRIVATE ${links} tests_support GTest::gmock_main rapidcheck)
  add_test(NAME ${name} COMMAND ${name})
endfunction()
enable_testing()
