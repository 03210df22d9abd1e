# SPDX-License-Identifier: Apache-2.0
# Project-wide settings and the two helpers every folder uses:
#   parlour_library(Name [QOBJECT] SOURCES ... [PUBLIC libs] [PRIVATE libs])
#     declares static library parlour_name with alias Parlour::Name
#   parlour_tests(program TESTS tst_a tst_b ... LIBS ... [SOURCES ...]
#                 [LABELS ...] [TIMEOUT s])
#     declares one program of the QtTest classes in tst_a.cpp, tst_b.cpp, ... (tests/program) and
#     registers each with CTest, offscreen
include_guard()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
# The shims of protocol/sip/sofia/shims must be visible to the shared library
# that they correct, so every program exports its symbols.
set(CMAKE_ENABLE_EXPORTS ON)

find_package(Qt6 6.4 REQUIRED COMPONENTS Core)
if(PARLOUR_CLIENT)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Network Svg)
else()
  find_package(Qt6 6.4 REQUIRED COMPONENTS Network)
endif()
if(PARLOUR_TESTS)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
  # Without the folders that Qt adds for QFINDTESTDATA, which no test uses:
  # they would keep ccache from finding a test's object in another clone.
  set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
endif()
find_package(SQLite3 REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(SofiaSip REQUIRED IMPORTED_TARGET sofia-sip-ua)

find_program(PARLOUR_CCACHE ccache)
if(PARLOUR_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${PARLOUR_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${PARLOUR_CCACHE})
endif()
find_program(PARLOUR_LLD ld.lld)
if(PARLOUR_LLD)
  add_link_options(-fuse-ld=lld)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wswitch-enum)
if(PARLOUR_WERROR)
  add_compile_options(-Werror)
endif()
if(PARLOUR_SANITIZE)
  list(JOIN PARLOUR_SANITIZE "," _sanitizers)
  add_compile_options(-fsanitize=${_sanitizers} -fno-omit-frame-pointer -fno-sanitize-recover=all -g1)
  add_link_options(-fsanitize=${_sanitizers})
endif()
add_compile_definitions(
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_NO_FOREACH
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400
  PARLOUR_VERSION="${PROJECT_VERSION}")
include_directories(${PROJECT_SOURCE_DIR})

# Most of the time goes into reading headers, so from nothing a few sources at once are much faster.
function(parlour_compile_together target count)
  if(PARLOUR_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${count})
  endif()
endfunction()

function(parlour_library name)
  cmake_parse_arguments(ARG "QOBJECT" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  string(TOLOWER ${name} lower)
  add_library(parlour_${lower} STATIC ${ARG_SOURCES})
  add_library(Parlour::${name} ALIAS parlour_${lower})
  target_link_libraries(parlour_${lower} PUBLIC Qt6::Core ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
  parlour_compile_together(parlour_${lower} 8)
  if(ARG_QOBJECT)
    set_target_properties(parlour_${lower} PROPERTIES AUTOMOC ON)
  endif()
endfunction()

function(parlour_tests program)
  cmake_parse_arguments(ARG "" "TIMEOUT" "TESTS;SOURCES;LIBS;LABELS" ${ARGN})
  set(sources ${ARG_TESTS})
  list(TRANSFORM sources APPEND .cpp)
  add_executable(${program} ${sources} ${ARG_SOURCES})
  set_target_properties(${program} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_link_libraries(${program} PRIVATE parlour_testprogram ${ARG_LIBS})
  parlour_compile_together(${program} 5)
  # GCC 12 at -O2 takes an engaged optional that a test compares for one without a value.
  target_compile_options(${program} PRIVATE $<$<CONFIG:RelWithDebInfo>:-Wno-error=maybe-uninitialized>)
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  if(NOT ARG_LABELS)
    set(ARG_LABELS unit)
  endif()
  foreach(test ${ARG_TESTS})
    add_test(NAME ${test} COMMAND ${program} ${test})
  endforeach()
  set_tests_properties(${ARG_TESTS} PROPERTIES
    TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=*.debug=false;UBSAN_OPTIONS=print_stacktrace=1;LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/lsan.supp")
endfunction()
