# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# Libraries' headers read once for all sources (XIESHANG_PRECOMPILED): a build that starts from nothing takes three fifths of the time. The build
# that one works with, dev, does without: there each file shows that it names what it uses, and ccache does the rest.

# precompiled(TARGET [tests|commands|fed]): TARGET begins with the headers below, and those of tests or of commands; fed: see there
function(precompiled target)
  if(NOT XIESHANG_PRECOMPILED)
    return()
  endif()
  set(kind precompiled_headers)
  if("tests" IN_LIST ARGN)
    set(kind precompiled_test_headers)
  elseif("commands" IN_LIST ARGN)
    set(kind precompiled_command_headers)
  elseif("fed" IN_LIST ARGN AND XIESHANG_FUZZ)
    set(kind precompiled_fed_headers)
  endif()
  target_precompile_headers(${target} REUSE_FROM ${kind})
  together(${target})
endfunction()

# fed(TARGET): tells libFuzzer which of its ways were taken. Those alone that a program feeds: it makes them a third larger.
function(fed target)
  if(XIESHANG_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()

if(XIESHANG_PRECOMPILED)
  add_compile_definitions(FMT_SHARED) # as fmt::fmt asks of its users: what is read once has to suit all
  add_compile_options(-pthread) # likewise: some libraries ask for it, and headers are of use only where they were read with the same options
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    add_compile_options("SHELL:-Xclang -fno-pch-timestamp") # ccache
  else()
    add_compile_options(-fpch-preprocess) # ccache
  endif()
  set(headers <algorithm> <array> <atomic> <charconv> <chrono> <cmath> <condition_variable> <cstddef> <cstdint> <filesystem> <fstream>
      <functional> <iostream> <iterator> <limits> <map> <memory> <mutex> <numeric> <optional> <random> <ranges> <set> <span> <sstream>
      <stdexcept> <string> <string_view> <thread> <tuple> <type_traits> <unordered_map> <utility> <variant> <vector>
      <boost/describe.hpp> <boost/json.hpp> <boost/mp11.hpp> <fmt/format.h> <tl/expected.hpp>)
  set(nothing ${CMAKE_BINARY_DIR}/nothing.cc)
  file(CONFIGURE OUTPUT ${nothing} CONTENT "")
  add_library(precompiled_headers OBJECT ${nothing})
  target_precompile_headers(precompiled_headers PRIVATE ${headers})
  if(XIESHANG_FUZZ)
    add_library(precompiled_fed_headers OBJECT ${nothing})
    target_precompile_headers(precompiled_fed_headers PRIVATE ${headers})
    fed(precompiled_fed_headers)
  endif()
  find_package(spdlog REQUIRED)
  find_package(tomlplusplus REQUIRED)
  add_library(precompiled_command_headers OBJECT ${nothing})
  target_link_libraries(precompiled_command_headers PRIVATE spdlog::spdlog tomlplusplus::tomlplusplus)
  target_compile_definitions(precompiled_command_headers PRIVATE SPDLOG_COMPILED_LIB SPDLOG_FMT_EXTERNAL)
  target_precompile_headers(precompiled_command_headers PRIVATE ${headers} <CLI/CLI.hpp> <spdlog/spdlog.h> <toml++/toml.h>)
  if(XIESHANG_TESTS)
    find_package(GTest REQUIRED)
    add_library(precompiled_test_headers OBJECT ${nothing})
    target_link_libraries(precompiled_test_headers PRIVATE GTest::gmock)
    target_precompile_headers(precompiled_test_headers PRIVATE ${headers} <gmock/gmock.h> <gtest/gtest.h> <rapidcheck.h>)
  endif()
endif()
