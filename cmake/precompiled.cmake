# Heavy headers, read once for all sources: for the sanitizers' builds alone (GCC 12 warns falsely of
# what it has read before). The linter holds every file to include what it uses.
#
# ccache knows a precompiled header by the sum beside it (CCACHE_PCH_EXTSUM, tools/ccache.sh): by its
# bytes, which hold the path of the build, no other clone of the repository would ever hit.

set(headers ${CMAKE_SOURCE_DIR}/cmake/heavy_headers.h)
set(precompiled ${CMAKE_BINARY_DIR}/heavy_headers.pch)
separate_arguments(flags NATIVE_COMMAND "${CMAKE_CXX_FLAGS} -std=c++23")
add_custom_command(OUTPUT ${precompiled}
    COMMAND ${CMAKE_CXX_COMPILER} ${flags} -x c++-header ${headers} -o ${precompiled}
    DEPENDS ${headers})
add_custom_target(precompiled_headers DEPENDS ${precompiled})

execute_process(COMMAND dpkg-query -W libstdc++-12-dev libboost1.81-dev
    OUTPUT_VARIABLE versions ERROR_QUIET)
file(READ ${headers} names)
string(SHA256 sum "${CMAKE_CXX_COMPILER_VERSION} ${flags} ${versions} ${names}")
file(WRITE ${precompiled}.sum ${sum})
target_compile_options(libraries INTERFACE $<$<COMPILE_LANGUAGE:CXX>:SHELL:-include-pch ${precompiled}>)
