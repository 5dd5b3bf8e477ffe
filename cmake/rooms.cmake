# A room is a folder of src/ and a library of its own; libpenholder is all of them together, with
# the files of src/ itself in front. Who may include whom is checked by tests/rooms.sh.
set(rooms base un doc word read learn rules draft compare check archive write)

add_library(libpenholder INTERFACE)
target_include_directories(libpenholder INTERFACE src)
target_compile_definitions(libpenholder INTERFACE
  _POSIX_C_SOURCE=200809L _GNU_SOURCE
  PH_VERSION="${PROJECT_VERSION}"
  PH_SOURCE_DATA="${PROJECT_SOURCE_DIR}"
  PH_BUILT_PACK="${PROJECT_BINARY_DIR}/rules.pack"
  PH_LIBZIP="${PH_LIBZIP}"
  PH_LIBSQLITE="${PH_SQLITE}")

function(penholder_room name)
  add_library(${name} OBJECT ${ARGN})
  target_include_directories(${name} PRIVATE src)
  target_compile_definitions(${name} PRIVATE
    $<TARGET_PROPERTY:libpenholder,INTERFACE_COMPILE_DEFINITIONS>)
  target_include_directories(${name} SYSTEM PRIVATE ${LIBZIP_INCLUDE_DIRS} ${SQLITE_INCLUDE_DIRS})
  target_link_libraries(${name} PUBLIC PkgConfig::LIBXML2 PkgConfig::PCRE2 PkgConfig::UTF8PROC
    PkgConfig::JANSSON ${CMAKE_DL_LIBS} m)
  target_link_libraries(libpenholder INTERFACE ${name} $<TARGET_OBJECTS:${name}>)
endfunction()

foreach(room IN LISTS rooms)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS src/${room}/*.c)
  if(sources)
    penholder_room(room_${room} ${sources})
  endif()
endforeach()
penholder_room(penholder_public src/penholder.c src/in_place.c src/check_word.c src/fit.c
               src/archived.c src/packed.c)
