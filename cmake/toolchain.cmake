# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# Compiler settings and the libraries of Debian 12.
find_program(CCACHE ccache)
if(CCACHE)
  # Headers read once (XIESHANG_PRECOMPILED) are told apart by their content.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wno-missing-field-initializers -Werror=return-type)
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT XIESHANG_SANITIZE)
  add_compile_definitions(_FORTIFY_SOURCE=2)
endif()
if(XIESHANG_SANITIZE)
  add_compile_options(-fsanitize=${XIESHANG_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${XIESHANG_SANITIZE})
  if(XIESHANG_SANITIZE MATCHES undefined)
    # A quarter of the build: checks before each use of a member, of what AddressSanitizer finds at the use itself (no object, a dead one) or
    # what this machine permits.
    add_compile_options(-fno-sanitize=null,alignment,vptr,object-size)
  endif()
else()
  add_compile_options(-fstack-protector-strong)
endif()
include_directories(${CMAKE_SOURCE_DIR})

# Boost 1.81 beside a possible 1.74: only the versioned package has Boost.JSON.
set(Boost_NO_WARN_NEW_VERSIONS ON)
find_package(Boost 1.81 EXACT REQUIRED COMPONENTS json)
find_package(SQLite3 REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(Threads REQUIRED)
find_package(CURL REQUIRED)
find_package(fmt REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(prometheus-cpp REQUIRED CONFIG)
find_package(pugixml REQUIRED CONFIG)
find_package(EXPAT REQUIRED)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(fido2 REQUIRED IMPORTED_TARGET libfido2)
pkg_check_modules(jemalloc REQUIRED IMPORTED_TARGET jemalloc)
pkg_check_modules(opencc REQUIRED IMPORTED_TARGET opencc) # for a table that is made at build time only
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip) # its CMake package asks for zipcmp, which no program here needs
