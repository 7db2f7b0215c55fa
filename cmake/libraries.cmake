# What the register links: libraries of Debian 12 only. Each has its decision record in docs/decisions.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(PACKAGES REQUIRED IMPORTED_TARGET
    sqlite3 libpq openssl fmt libargon2 libzip expat xlsxwriter icu-uc icu-i18n libcurl)

add_library(libraries INTERFACE)
target_link_libraries(libraries INTERFACE PkgConfig::PACKAGES roaring boost_json boost_url Threads::Threads)
target_compile_options(libraries INTERFACE -Wall -Wextra -Wconversion -Wnon-virtual-dtor
    -Woverloaded-virtual $<$<BOOL:${XINHENG_STRICT}>:-Werror>)
