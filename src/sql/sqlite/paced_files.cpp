#include "sql/sqlite/paced_files.h"

#include <sqlite3.h>

#include <cstddef>
#include <mutex>
#include <new>

#include "foundation/check.h"

namespace credit::sql {
namespace {

// Larger ones are waited for longer, with smaller ones a large commit lasts much longer.
constexpr int piece = 256 * 1024;

sqlite3_vfs* beneath = nullptr;
sqlite3_vfs layer;

// What can be done with files of one kind: all that the layer beneath can, but for what is changed.
struct Methods {
    const sqlite3_io_methods* beneath = nullptr;
    sqlite3_io_methods paced{};
};
Methods of_database, of_log;

// Stands behind the file of the layer beneath, in the same memory.
struct Pace {
    const Methods* methods;
    bool synced;  // once: a file that nobody syncs is not synced here either
    int written;  // bytes since
};

std::size_t size_beneath() {
    constexpr std::size_t step = alignof(Pace);
    return (static_cast<std::size_t>(beneath->szOsFile) + step - 1) / step * step;
}

Pace& pace_of(sqlite3_file* file) {
    return *std::launder(
        reinterpret_cast<Pace*>(reinterpret_cast<std::byte*>(file) + size_beneath()));
}

int sync(sqlite3_file* file, int flags) {
    Pace& pace = pace_of(file);
    pace.synced = true;
    pace.written = 0;
    return pace.methods->beneath->xSync(file, flags);
}

int write(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset) {
    Pace& pace = pace_of(file);
    const int code = pace.methods->beneath->xWrite(file, from, count, offset);
    if (code != SQLITE_OK || !pace.synced) return code;
    pace.written += count;
    return pace.written < piece ? SQLITE_OK : sync(file, SQLITE_SYNC_NORMAL);
}

// The layer beneath has one table of methods for each kind of file.
const Methods& methods_for(Methods& methods, const sqlite3_file& file) {
    static std::mutex mutex;
    const std::scoped_lock lock(mutex);
    if (methods.beneath == nullptr) {
        methods.beneath = file.pMethods;
        methods.paced = *file.pMethods;
        methods.paced.xWrite = write;
        methods.paced.xSync = sync;
    }
    CHECK(methods.beneath == file.pMethods);
    return methods;
}

int open(sqlite3_vfs* /*layer*/, const char* name, sqlite3_file* file, int flags, int* given) {
    const int code = beneath->xOpen(beneath, name, file, flags, given);
    const bool log = (flags & SQLITE_OPEN_WAL) != 0;
    if (code != SQLITE_OK || (!log && (flags & SQLITE_OPEN_MAIN_DB) == 0)) return code;
    const Methods& methods = methods_for(log ? of_log : of_database, *file);
    new (reinterpret_cast<std::byte*>(file) + size_beneath())
        Pace{.methods = &methods, .synced = false, .written = 0};
    file->pMethods = &methods.paced;
    return SQLITE_OK;
}

void install() {
    beneath = sqlite3_vfs_find("unix");
    CHECK(beneath != nullptr);
    layer = *beneath;
    layer.zName = "xinheng-paced";
    layer.szOsFile = static_cast<int>(size_beneath() + sizeof(Pace));
    layer.xOpen = open;
    CHECK(sqlite3_vfs_register(&layer, 0) == SQLITE_OK);
}

}  // namespace

const char* paced_layer() {
    static std::once_flag once;
    std::call_once(once, install);
    return sqlite3_vfs_find(nullptr) == beneath ? layer.zName : nullptr;
}

}  // namespace credit::sql
