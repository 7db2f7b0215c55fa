#include "simulation/files/sqlite_layer.h"

#include <sqlite3.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>

#include "foundation/bytes.h"
#include "foundation/check.h"
#include "simulation/files/failing_files.h"
#include "simulation/files/shared_memory.h"

namespace credit::simulation {
namespace {

// SQLite calls functions without a closure, so the layer belongs to the process.
FailingFiles* failing = nullptr;
sqlite3_vfs* beneath = nullptr;

// What SQLite holds for a file: ours, and behind it, in the same memory, that of the layer beneath.
struct LedFile {
    sqlite3_file base;
    std::string* path;     // null for a temporary file, which nothing needs to survive
    SharedMemory* shared;  // with the other connections to it; null until it is wanted

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

LedFile& led(sqlite3_file* file) {
    return *reinterpret_cast<LedFile*>(file);
}

sqlite3_file* real(sqlite3_file* file) {
    return led(file).real();
}

const sqlite3_io_methods& methods_of(sqlite3_file* file) {
    return *real(file)->pMethods;
}

int close(sqlite3_file* file) {
    const int code = methods_of(file).xClose(real(file));
    delete led(file).path;
    led(file).path = nullptr;
    return code;
}

int read(sqlite3_file* file, void* to, int count, sqlite3_int64 offset) {
    return methods_of(file).xRead(real(file), to, count, offset);
}

int write(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset) {
    if (!failing->admits_change()) return SQLITE_IOERR_WRITE;
    const int code = methods_of(file).xWrite(real(file), from, count, offset);
    if (code == SQLITE_OK && led(file).path != nullptr) {
        failing->wrote(
            *led(file).path, static_cast<std::uint64_t>(offset),
            BytesView(static_cast<const std::uint8_t*>(from), static_cast<std::size_t>(count)));
    }
    return code;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    if (!failing->admits_change()) return SQLITE_IOERR_TRUNCATE;
    const int code = methods_of(file).xTruncate(real(file), size);
    if (code == SQLITE_OK && led(file).path != nullptr) {
        failing->cut(*led(file).path, static_cast<std::uint64_t>(size));
    }
    return code;
}

// The disk beneath is not waited for: what is durable is what was kept here.
int sync(sqlite3_file* file, int /*flags*/) {
    if (!failing->admits_change()) return SQLITE_IOERR_FSYNC;
    if (led(file).path != nullptr) failing->synced(*led(file).path);
    return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return methods_of(file).xFileSize(real(file), size);
}

int lock(sqlite3_file* file, int level) {
    return methods_of(file).xLock(real(file), level);
}

int unlock(sqlite3_file* file, int level) {
    return methods_of(file).xUnlock(real(file), level);
}

int check_reserved_lock(sqlite3_file* file, int* held) {
    return methods_of(file).xCheckReservedLock(real(file), held);
}

int file_control(sqlite3_file* file, int operation, void* argument) {
    return methods_of(file).xFileControl(real(file), operation, argument);
}

int sector_size(sqlite3_file* file) {
    return methods_of(file).xSectorSize(real(file));
}

int device_characteristics(sqlite3_file* file) {
    return methods_of(file).xDeviceCharacteristics(real(file));
}

SharedMemory& shared(sqlite3_file* file) {
    LedFile& here = led(file);
    if (here.shared == nullptr) here.shared = new SharedMemory(*here.path);
    return *here.shared;
}

int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
    *memory = shared(file).region(static_cast<std::size_t>(page), static_cast<std::size_t>(size),
                                  extend != 0);
    return SQLITE_OK;
}

int shm_lock(sqlite3_file* file, int offset, int count, int flags) {
    const SharedMemory::Range range{.first = static_cast<std::size_t>(offset),
                                    .count = static_cast<std::size_t>(count)};
    const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
        shared(file).unlock(range);
        return SQLITE_OK;
    }
    return shared(file).lock(range, exclusive) ? SQLITE_OK : SQLITE_BUSY;
}

void shm_barrier(sqlite3_file* /*file*/) {
    std::atomic_thread_fence(std::memory_order_seq_cst);
}

int shm_unmap(sqlite3_file* file, int /*remove*/) {
    delete led(file).shared;
    led(file).shared = nullptr;
    return SQLITE_OK;
}

// Version 2: without mapping, so that every change passes here.
const sqlite3_io_methods led_methods{.iVersion = 2,
                                     .xClose = close,
                                     .xRead = read,
                                     .xWrite = write,
                                     .xTruncate = truncate,
                                     .xSync = sync,
                                     .xFileSize = file_size,
                                     .xLock = lock,
                                     .xUnlock = unlock,
                                     .xCheckReservedLock = check_reserved_lock,
                                     .xFileControl = file_control,
                                     .xSectorSize = sector_size,
                                     .xDeviceCharacteristics = device_characteristics,
                                     .xShmMap = shm_map,
                                     .xShmLock = shm_lock,
                                     .xShmBarrier = shm_barrier,
                                     .xShmUnmap = shm_unmap,
                                     .xFetch = nullptr,
                                     .xUnfetch = nullptr};

int open(sqlite3_vfs* /*vfs*/, const char* name, sqlite3_file* file, int flags, int* given) {
    file->pMethods = nullptr;
    if (!failing->admits_change()) return SQLITE_CANTOPEN;
    const int code = beneath->xOpen(beneath, name, real(file), flags, given);
    if (code != SQLITE_OK) return code;
    led(file).path = name == nullptr ? nullptr : new std::string(name);
    led(file).shared = nullptr;
    if (name != nullptr) failing->opened(name);
    file->pMethods = &led_methods;
    return SQLITE_OK;
}

int remove(sqlite3_vfs* /*vfs*/, const char* name, int sync_folder) {
    if (!failing->admits_change()) return SQLITE_IOERR_DELETE;
    const int code = beneath->xDelete(beneath, name, sync_folder);
    if (code == SQLITE_OK) failing->removed(name);
    return code;
}

}  // namespace

void install_sqlite_layer(FailingFiles* files) {
    static sqlite3_vfs layer;
    if (files == nullptr) {
        CHECK(sqlite3_vfs_unregister(&layer) == SQLITE_OK);
        CHECK(sqlite3_vfs_register(beneath, 1) == SQLITE_OK);
        failing = nullptr;
        return;
    }
    CHECK(failing == nullptr);
    failing = files;
    if (beneath == nullptr) beneath = sqlite3_vfs_find(nullptr);
    CHECK(beneath != nullptr);
    // All else that it can do is what the layer beneath does.
    layer = *beneath;
    layer.zName = "xinheng-failing";
    layer.szOsFile = static_cast<int>(sizeof(LedFile)) + beneath->szOsFile;
    layer.xOpen = open;
    layer.xDelete = remove;
    CHECK(sqlite3_vfs_register(&layer, 1) == SQLITE_OK);
}

}  // namespace credit::simulation
