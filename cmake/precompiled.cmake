# Heavy headers, read once for all sources. That every file includes what it uses is held by clang-tidy.
#
# ccache knows a precompiled header by the sum beside it (CCACHE_PCH_EXTSUM, tools/ccache.sh): by its
# bytes, which hold the path of the build, no other clone of the repository would ever hit.

set(headers ${CMAKE_SOURCE_DIR}/cmake/heavy_headers.h)
string(TOUPPER "${CMAKE_BUILD_TYPE}" type)
separate_arguments(flags NATIVE_COMMAND "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${type}} -std=c++23")
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # GCC takes NAME.gch for NAME, and says so where it cannot.
    set(copied ${CMAKE_BINARY_DIR}/heavy_headers.h)
    configure_file(${headers} ${copied} COPYONLY)
    set(precompiled ${copied}.gch)
    set(use "SHELL:-Winvalid-pch -fpch-preprocess -include ${copied}")
else()
    set(precompiled ${CMAKE_BINARY_DIR}/heavy_headers.pch)
    set(use "SHELL:-include-pch ${precompiled}")
endif()
add_custom_command(OUTPUT ${precompiled}
    COMMAND ${CMAKE_CXX_COMPILER} ${flags} -w -x c++-header ${headers} -o ${precompiled}
    DEPENDS ${headers})
add_custom_target(precompiled_headers DEPENDS ${precompiled})

execute_process(COMMAND dpkg-query -W libstdc++-12-dev libboost1.81-dev
    OUTPUT_VARIABLE versions ERROR_QUIET)
file(READ ${headers} names)
string(SHA256 sum "${CMAKE_CXX_COMPILER_VERSION} ${flags} ${versions} ${names}")
file(WRITE ${precompiled}.sum ${sum})
target_compile_options(libraries INTERFACE $<$<COMPILE_LANGUAGE:CXX>:${use}>)
