# Outside libraries, each with the Debian package that brings it. One that is missing is an error
# that names the package: never a silently smaller program.
find_package(PkgConfig REQUIRED)

function(penholder_needs target module package)
  pkg_check_modules(${target} QUIET IMPORTED_TARGET ${module})
  if(NOT ${target}_FOUND)
    message(FATAL_ERROR "${module} is missing: install the Debian package ${package}, "
                        "or run ./quickstart, which installs everything")
  endif()
endfunction()

penholder_needs(LIBXML2 libxml-2.0 libxml2-dev)
penholder_needs(LIBZIP libzip libzip-dev)
penholder_needs(PCRE2 libpcre2-8 libpcre2-dev)
penholder_needs(UTF8PROC libutf8proc libutf8proc-dev)
penholder_needs(JANSSON jansson libjansson-dev)
penholder_needs(SQLITE sqlite3 libsqlite3-dev)

# What most runs have no use for is loaded when it is first used (src/base/library.h), by the name
# that a program linked with it would load.
function(penholder_late target library)
  find_library(${target}_FILE NAMES ${library} HINTS ${${target}_LIBRARY_DIRS} REQUIRED)
  execute_process(COMMAND ${CMAKE_READELF} -d ${${target}_FILE} OUTPUT_VARIABLE head)
  if(NOT head MATCHES "SONAME[^[]*\\[([^]]+)\\]")
    message(FATAL_ERROR "${${target}_FILE} does not say its name")
  endif()
  set(PH_${target} ${CMAKE_MATCH_1} PARENT_SCOPE)
endfunction()

penholder_late(LIBZIP zip)
penholder_late(SQLITE sqlite3)

# PDF files are read by a program of poppler's, which only has to be there when one is read.
find_program(PDFTOHTML pdftohtml)
if(NOT PDFTOHTML)
  message(WARNING "pdftohtml is missing: without it PDF files cannot be read; install the Debian "
                  "package poppler-utils")
endif()

if(PENHOLDER_TESTS)
  penholder_needs(CRITERION criterion libcriterion-dev)
endif()
