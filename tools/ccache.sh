# How the compiler's cache is used; for `.`: paths as seen from this clone, so that another one hits, and precompiled
# headers known by the sum beside them (cmake/precompiled.cmake).
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1 CCACHE_PCH_EXTSUM=1 CCACHE_SLOPPINESS=pch_defines,time_macros
