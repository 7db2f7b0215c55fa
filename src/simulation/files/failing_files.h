// A file layer that fails: SQLite's files of this process, with a power cut whenever one is wanted.
//
// It keeps, beside each file, what the file was at its last sync. A write, a sync, a truncation or
// an opening can be made to fail; when the power is cut nothing can be changed any more, and when
// it is back each file is what it was at its last sync, with an arbitrary part of what was written
// since. Nothing waits for a disk, so that a sync costs a copy in memory.

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "demo/synthetic.h"
#include "foundation/bytes.h"

namespace credit::simulation {

class FailingFiles {
public:
    // SQLite opens its files through it from here on. One at a time; before any file is opened.
    FailingFiles();
    FailingFiles(const FailingFiles&) = delete;
    FailingFiles& operator=(const FailingFiles&) = delete;
    // When all files are closed.
    ~FailingFiles();

    // The change after that many others fails; with `for_good` every later one too.
    void fail_after(std::uint64_t changes, bool for_good);
    // Whether something failed since the last heal().
    bool failed() const;
    void heal();

    void cut_power();
    // When all files are closed: what a machine finds when it starts again.
    void restore_power(demo::Dice& dice);
    // All files are closed and another store is to be looked at: forgets what was kept.
    void forget();

    // For the layer itself: whether this change is carried out.
    bool admits_change();
    void wrote(const std::string& path, std::uint64_t offset, BytesView bytes);
    void cut(const std::string& path, std::uint64_t size);
    void synced(const std::string& path);
    void opened(const std::string& path);
    void removed(const std::string& path);

private:
    struct Change {
        std::uint64_t offset = 0;
        Bytes bytes;
        bool truncation = false;  // to the offset
    };
    struct Kept {
        Bytes durable;
        std::vector<Change> since;
    };

    static void apply(Bytes& content, const Change& change);
    static void restore(const std::string& path, Kept& kept, demo::Dice& dice);

    mutable std::mutex guard_;
    std::map<std::string, Kept> files_;
    std::optional<std::uint64_t> fails_after_;
    bool for_good_ = false;
    bool failed_ = false;
    bool without_power_ = false;
};

}  // namespace credit::simulation
