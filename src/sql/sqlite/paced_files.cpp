#include "sql/sqlite/paced_files.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <new>
#include <string>
#include <string_view>

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

// A database with its log; when one of them was last synced, in nanoseconds of the steady clock.
struct Synced {
    std::atomic<std::int64_t> at = 0;
};

// One for each database that was ever opened; never taken away.
class AllSynced {
public:
    Synced* of(std::string_view file) {
        constexpr std::string_view log_suffix = "-wal";
        if (file.ends_with(log_suffix)) file.remove_suffix(log_suffix.size());
        const std::scoped_lock lock(mutex_);
        return &databases_[std::string(file)];
    }

    bool other_since(const Synced* own, std::int64_t moment) {
        const std::scoped_lock lock(mutex_);
        return std::ranges::any_of(databases_, [&](const auto& each) {
            return &each.second != own && each.second.at.load() >= moment;
        });
    }

private:
    std::mutex mutex_;
    std::map<std::string, Synced, std::less<>> databases_;
};
AllSynced all_synced;

// Stands behind the file of the layer beneath, in the same memory.
struct Pace {
    const Methods* methods;
    Synced* database;
    bool synced;  // once: a file that nobody syncs is not waited for here either
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

// The file that this thread wrote to last, by the system's number: SQLite keeps it to itself.
thread_local int written_to = -1;

ssize_t write_at(int file, const void* from, std::size_t count, off_t offset) {
    written_to = file;
    return ::pwrite(file, from, count, offset);
}

std::int64_t now() {
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

int sync_piece(sqlite3_file* file, int flags) {
    Pace& pace = pace_of(file);
    pace.written = 0;
    return pace.methods->beneath->xSync(file, flags);
}

int sync(sqlite3_file* file, int flags) {
    Pace& pace = pace_of(file);
    pace.synced = true;
    pace.database->at = now();
    return sync_piece(file, flags);
}

// Whether somebody else asks the disk for what he wrote, and would wait.
bool is_awaited(const Pace& pace) {
    constexpr std::int64_t recently = 1'000'000'000;
    return all_synced.other_since(pace.database, now() - recently);
}

// The disk begins with what was written, once it has what it began with before. What it cannot do
// so, a file system in memory, say, it need not.
void begin_piece() {
    constexpr unsigned begin = SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE;
    static_cast<void>(::sync_file_range(written_to, 0, 0, begin));
}

int write(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset) {
    Pace& pace = pace_of(file);
    const int code = pace.methods->beneath->xWrite(file, from, count, offset);
    if (code != SQLITE_OK) return code;
    pace.written += count;
    if (pace.written < piece) return SQLITE_OK;
    pace.written = 0;
    if (pace.synced && is_awaited(pace)) return sync_piece(file, SQLITE_SYNC_NORMAL);
    begin_piece();
    return SQLITE_OK;
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
        Pace{.methods = &methods, .database = all_synced.of(name), .synced = false, .written = 0};
    file->pMethods = &methods.paced;
    return SQLITE_OK;
}

void install() {
    beneath = sqlite3_vfs_find("unix");
    CHECK(beneath != nullptr);
    for (const char* const call : {"pwrite", "pwrite64"}) {
        const auto ours = reinterpret_cast<sqlite3_syscall_ptr>(write_at);
        CHECK(beneath->xSetSystemCall(beneath, call, ours) == SQLITE_OK);
    }
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
