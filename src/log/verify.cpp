#include "log/verify.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "log/checkpoint.h"
#include "log/entry_check.h"
#include "log/log_head.h"
#include "log/merkle.h"
#include "log/tiles.h"
#include "sql/session.h"

namespace credit::log {
namespace {

// One run over the log. A step that answers false has found what is wrong, and the run ends.
class Audit {
public:
    Audit(const VerificationInput& input, sql::Session* session)
        : input_(input), session_(session), tiles_(input.log) {}

    Result<Verification> run();

private:
    Result<bool> read_checkpoint();
    Result<bool> read_older();
    Result<bool> walk_files();
    Result<bool> check_bundle(std::uint64_t first, std::size_t width);
    Result<bool> check_entries(std::uint64_t first, std::span<const Hash> entries,
                               std::span<const Hash> leaves);
    Result<bool> compare_with_store(std::uint64_t first, std::span<const Hash> entries,
                                    std::span<const Hash> leaves);
    Result<bool> check_partial_tiles();
    // Checks each row of hashes as long as all was right.
    TileRows::Visitor tile_check(bool& right);
    Result<bool> check_tile(unsigned level, std::uint64_t index, std::span<const Hash> hashes);
    Result<bool> check_root();
    Result<bool> check_store_head();
    Result<bool> check_newest_entries(const LogHead& head);
    Result<bool> check_outside_log();

    bool found(std::string_view word, std::optional<std::uint64_t> entry,
               std::vector<std::string> arguments = {});
    // A file that is missing or misshapen is a finding; one that cannot be read is an error.
    Result<bool> found_in_file(const Error& error, std::uint64_t entry);

    const VerificationInput& input_;
    sql::Session* session_;
    TileReader tiles_;
    TreeHead published_;
    std::optional<TreeHead> older_;
    TileRows rows_;
    Verification outcome_;
};

bool Audit::found(std::string_view word, std::optional<std::uint64_t> entry,
                  std::vector<std::string> arguments) {
    if (entry) arguments.insert(arguments.begin(), std::to_string(*entry));
    outcome_.first_wrong = entry;
    outcome_.finding = Ground{.word = std::string(word), .arguments = std::move(arguments)};
    return false;
}

Result<bool> Audit::found_in_file(const Error& error, std::uint64_t entry) {
    if (error.code == ErrorCode::Unavailable) return std::unexpected(error);
    outcome_.first_wrong = entry;
    outcome_.finding = error.grounds.front();
    return false;
}

Result<Verification> Audit::run() {
    using Step = Result<bool> (Audit::*)();
    for (const Step step : {&Audit::read_older, &Audit::read_checkpoint, &Audit::walk_files,
                            &Audit::check_partial_tiles, &Audit::check_root,
                            &Audit::check_store_head, &Audit::check_outside_log}) {
        if (!TRY((this->*step)())) return std::move(outcome_);
    }
    outcome_.ok = true;
    return std::move(outcome_);
}

Result<bool> Audit::read_older() {
    if (input_.older) {
        const auto older = TRY(open_checkpoint(*input_.older, input_.verifier));
        older_ = older.head;
    }
    return true;
}

Result<bool> Audit::read_checkpoint() {
    const auto text = tiles_.checkpoint();
    if (!text && text.error().code != ErrorCode::NotFound) return std::unexpected(text.error());
    if (!text) {
        outcome_.root = empty_root();
        // Before its first act a log may be unpublished.
        const bool begun = session_ == nullptr || TRY(find_head(*session_)).has_value();
        return begun ? found("log.no_checkpoint", std::nullopt) : true;
    }
    outcome_.checkpoint = *text;
    const auto checkpoint = open_checkpoint(*text, input_.verifier);
    if (!checkpoint) return found(checkpoint.error().grounds.front().word, std::nullopt);
    published_ = checkpoint->head;
    outcome_.entries = published_.size;
    outcome_.root = published_.root;
    if (older_ && older_->size > published_.size)
        return found("log.found_rollback", published_.size, {std::to_string(older_->size)});
    return true;
}

Result<bool> Audit::walk_files() {
    for (std::uint64_t first = 0; first < published_.size; first += tile_width) {
        const auto width = std::min<std::uint64_t>(tile_width, published_.size - first);
        if (!TRY(check_bundle(first, width))) return false;
    }
    return true;
}

Result<bool> Audit::check_bundle(std::uint64_t first, std::size_t width) {
    const auto entries = tiles_.entries(first / tile_width, width);
    if (!entries) return found_in_file(entries.error(), first);
    const auto leaves = tiles_.tile(0, first / tile_width, width);
    if (!leaves) return found_in_file(leaves.error(), first);
    if (session_ != nullptr && !TRY(compare_with_store(first, *entries, *leaves))) return false;
    return check_entries(first, *entries, *leaves);
}

// Three witnesses of each entry: its bundle, its leaf and its row in the store. Where one differs
// from the other two, it is the one that was changed.
Result<bool> Audit::compare_with_store(std::uint64_t first, std::span<const Hash> entries,
                                       std::span<const Hash> leaves) {
    std::uint64_t next = first;
    bool right = true;
    TRY(visit_entries(*session_, first, first + entries.size(), [&](const StoredEntry& entry) {
        if (!right) return Result<void>();
        const auto& published = entries[static_cast<std::size_t>(next - first)];
        const auto& leaf = leaves[static_cast<std::size_t>(next - first)];
        if (entry.index != next) {
            right = found("log.found_entry_missing", next);
        } else if (leaf_hash(published) != leaf) {
            right = found(published == entry.commitment ? "log.found_tile_changed"
                                                        : "log.found_bundle_changed",
                          next);
        } else if (entry.commitment != published) {
            right = found("log.found_entry_changed", next);
        } else if (!entry.fault.empty()) {
            right = found(entry.fault, next);
        }
        ++next;
        return Result<void>();
    }));
    if (right && next != first + entries.size()) return found("log.found_entry_missing", next);
    return right;
}

Result<bool> Audit::check_entries(std::uint64_t first, std::span<const Hash> entries,
                                  std::span<const Hash> leaves) {
    bool right = true;
    const auto check = tile_check(right);
    for (std::size_t i = 0; right && i < entries.size(); ++i) {
        const auto leaf = leaf_hash(entries[i]);
        if (leaf != leaves[i]) return found("log.found_bundle_changed", first + i);
        TRY(rows_.add(leaf, check));
        if (right && older_ && rows_.size() == older_->size && rows_.head() != *older_)
            return found("log.found_fork", std::nullopt, {std::to_string(older_->size)});
    }
    return right;
}

Result<bool> Audit::check_partial_tiles() {
    bool right = true;
    TRY(rows_.visit_partial(tile_check(right)));
    return right;
}

TileRows::Visitor Audit::tile_check(bool& right) {
    return [this, &right](unsigned level, std::uint64_t index,
                          std::span<const Hash> hashes) -> Result<void> {
        if (right) right = TRY(check_tile(level, index, hashes));
        return {};
    };
}

// Level 0 was compared entry by entry.
Result<bool> Audit::check_tile(unsigned level, std::uint64_t index, std::span<const Hash> hashes) {
    if (level == 0) return true;
    const auto under = [&](std::uint64_t hash) { return hash << (tile_height * level); };
    const auto tile = tiles_.tile(level, index, hashes.size());
    if (!tile) return found_in_file(tile.error(), under(index * tile_width));
    const auto differs = std::ranges::mismatch(*tile, hashes).in2 - hashes.begin();
    if (differs == std::ssize(hashes)) return true;
    const auto hash = (index * tile_width) + static_cast<std::uint64_t>(differs);
    return found("log.found_tile_changed", under(hash));
}

Result<bool> Audit::check_root() {
    const auto head = rows_.head();
    outcome_.root = head.root;
    if (published_.size == 0 && outcome_.checkpoint.empty()) return true;
    if (head != published_) return found("log.found_other_root", std::nullopt);
    return true;
}

// The store may be ahead of the files by what is not yet published, never behind them.
Result<bool> Audit::check_store_head() {
    if (session_ == nullptr) return true;
    const auto head = find_head(*session_);
    if (!head && head.error().code == ErrorCode::Unavailable) return std::unexpected(head.error());
    if (!head) return found("log.found_head_changed", std::nullopt);
    const auto& stored = *head;
    if (!stored) {
        if (published_.size == 0) return true;
        return found("log.found_store_behind", std::uint64_t{0});
    }
    const auto at = stored->head();
    if (at.size < published_.size) return found("log.found_store_behind", at.size);
    const auto checkpoint = open_checkpoint(stored->checkpoint, input_.verifier);
    if (!checkpoint || checkpoint->head != at) return found("log.found_head_changed", std::nullopt);
    return check_newest_entries(*stored);
}

Result<bool> Audit::check_newest_entries(const LogHead& head) {
    const auto size = head.tree.size();
    std::uint64_t next = published_.size;
    bool right = true;
    while (right && next < size) {
        const auto last = std::min(next + tile_width, size);
        TRY(visit_entries(*session_, next, last, [&](const StoredEntry& entry) -> Result<void> {
            if (right && entry.index != next) right = found("log.found_entry_missing", next);
            if (right && !entry.fault.empty()) right = found(entry.fault, next);
            ++next;
            return rows_.add(leaf_hash(entry.commitment),
                             [](auto, auto, auto) { return Result<void>(); });
        }));
        if (right && next != last) right = found("log.found_entry_missing", next);
    }
    if (right && rows_.head() != head.head()) return found("log.found_head_changed", std::nullopt);
    return right;
}

Result<bool> Audit::check_outside_log() {
    if (session_ == nullptr) return true;
    auto fault = TRY(find_fault_outside_log(*session_));
    if (!fault) return true;
    outcome_.finding = *std::move(fault);
    return false;
}

}  // namespace

Result<Verification> verify_files(const VerificationInput& input) {
    return Audit(input, nullptr).run();
}

Result<Verification> verify(sql::Session& session, const VerificationInput& input) {
    return Audit(input, &session).run();
}

}  // namespace credit::log
