# Data that lives in the program: named SQL statements as constants; law/, names/ and words/ as bytes.

find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(generated ${CMAKE_BINARY_DIR}/generated)

# src/<folder>/<name>.sql becomes generated/<folder>/<name>.sql.h; migrations are embedded whole.
file(GLOB_RECURSE statement_files CONFIGURE_DEPENDS src/*.sql)
list(FILTER statement_files EXCLUDE REGEX "/migrations/")
set(statement_headers)
foreach(file ${statement_files})
    file(RELATIVE_PATH relative ${CMAKE_SOURCE_DIR}/src ${file})
    set(header ${generated}/${relative}.h)
    add_custom_command(OUTPUT ${header}
        COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/embed_sql.py ${file} ${header}
        DEPENDS ${file} ${CMAKE_SOURCE_DIR}/tools/embed_sql.py)
    list(APPEND statement_headers ${header})
endforeach()

# The parameters of law that the code asks for, so that a missing one stops the start.
file(GLOB_RECURSE asking_sources CONFIGURE_DEPENDS src/*.cpp src/*.h)
add_custom_command(OUTPUT ${generated}/law/asked_parameters.h
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/embed_asked.py ${CMAKE_SOURCE_DIR}/src
            ${generated}/law/asked_parameters.h
    DEPENDS ${asking_sources} ${CMAKE_SOURCE_DIR}/tools/embed_asked.py)
list(APPEND statement_headers ${generated}/law/asked_parameters.h)
add_custom_target(statements DEPENDS ${statement_headers})

# Every file of these folders can be read by its path through foundation/embedded_files.h.
file(GLOB_RECURSE embedded_files CONFIGURE_DEPENDS
    law/*.toml names/*.toml words/*.toml src/sql/migrations/*.sql src/sql/citus/*.toml api/*
    web/embedded/* web/portal/*)
set(embedded_sources ${generated}/embedded_files.cpp)
add_custom_command(OUTPUT ${embedded_sources}
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/embed_files.py ${CMAKE_SOURCE_DIR}
            ${embedded_sources} ${embedded_files}
    DEPENDS ${embedded_files} ${CMAKE_SOURCE_DIR}/tools/embed_files.py)
