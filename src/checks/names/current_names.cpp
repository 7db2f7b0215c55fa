#include "checks/names/current_names.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <expected>
#include <mutex>
#include <stop_token>
#include <string_view>
#include <thread>
#include <tuple>
#include <vector>

#include "checks/names/confirm_name.sql.h"
#include "checks/names/current_names.sql.h"
#include "checks/names/name_table.h"
#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "foundation/threads/background.h"
#include "ledger/act.h"
#include "records/accept_submission.h"
#include "sql/pool.h"
#include "sql/row_view.h"
#include "sql/session.h"

namespace credit::checks {
namespace {

namespace statements = names::statements;

constexpr std::chrono::seconds between_looks{1};
constexpr std::size_t tidied_after = 100'000;

std::uint64_t number_in(const crypto::Digest& digest) {
    std::uint64_t number = 0;
    std::memcpy(&number, digest.data(), sizeof number);
    return number == 0 ? 1 : number;
}

bool is_subject(std::string_view key) {
    return key.starts_with('O') || key.starts_with('P');
}

}  // namespace

CurrentNames::~CurrentNames() {
    thread_.request_stop();
    changed_.notify_all();
}

// The name's digest is over its subject too: the same name of another is another.
NameTable::Entry CurrentNames::entry_of(std::string_view subject_key, std::string_view name) const {
    constexpr std::array<std::uint8_t, 1> between{0};
    const std::array<BytesView, 2> subject{BytesView(secret_), bytes_of(subject_key)};
    const std::array<BytesView, 4> named{BytesView(secret_), bytes_of(subject_key),
                                         BytesView(between), bytes_of(name)};
    return {.subject = number_in(crypto::sha256(subject)),
            .name = number_in(crypto::sha256(named))};
}

bool CurrentNames::confirms(std::string_view subject_key, std::string_view name) const {
    if (state_.load(std::memory_order_acquire) != State::Filled) return false;
    if (rows_to_come_.load(std::memory_order_acquire)) return false;
    return table_.holds(entry_of(subject_key, name));
}

void CurrentNames::note(const ledger::Act& act) {
    if (is_subject(act.home_key)) subjects_.insert(act.home_key);
    if (act.kind != records::accept_submission_kind) return;
    const auto body = parse_object(act.body);
    const auto kind = body ? read_text(*body, "kind") : std::unexpected(body.error());
    const auto submission = body ? read_text(*body, "submission") : std::unexpected(body.error());
    // Other rows make subjects known, and leave those that are as they are.
    if (!kind || !submission || *kind != "registration") return;
    submissions_.insert(*submission);
    rows_to_come_ = true;
}

void CurrentNames::follow(const ledger::Act& act) {
    if (state_ == State::Empty) return;
    const std::scoped_lock lock(feeding_);
    note(act);
    if (state_ != State::Filled || !is_subject(act.home_key)) return;
    if (read_subject(act.home_key)) subjects_.erase(act.home_key);
}

std::size_t CurrentNames::catch_up() {
    const std::scoped_lock lock(feeding_);
    return state_ == State::Filled ? read_noted() : 0;
}

std::size_t CurrentNames::read_noted() {
    std::erase_if(subjects_, [this](const auto& key) { return read_subject(key); });
    std::erase_if(submissions_, [this](const auto& id) { return read_submission(id); });
    rows_to_come_ = !submissions_.empty();
    return subjects_.size() + submissions_.size();
}

// What cannot be read is asked of the store by whoever wants to know it.
bool CurrentNames::read_subject(std::string_view subject_key) {
    table_.remove(entry_of(subject_key, {}).subject);
    const auto put = [&](const sql::RowView& row) -> Result<void> {
        table_.put(entry_of(subject_key, row.text(0)));
        return {};
    };
    auto lease = pool_.lease(sql::Access::Read);
    return lease && (*lease)->read(statements::find_name, {subject_key}, put);
}

bool CurrentNames::read_submission(std::string_view submission_id) {
    const auto read = [&]() -> Result<bool> {
        auto lease = TRY(pool_.lease(sql::Access::Read));
        if (TRY(records::are_rows_to_come(*lease, submission_id))) return false;
        TRY(lease->scan(statements::current_names_of_submission, {submission_id},
                        [this](const sql::RowView& row) -> Result<void> {
                            table_.put(entry_of(row.text(0), row.text(1)));
                            return {};
                        }));
        return true;
    }();
    return read && *read;
}

Result<void> CurrentNames::read_all() {
    auto lease = TRY(pool_.lease(sql::Access::Read));
    std::size_t read = 0;
    TRY(lease->scan(statements::all_current_names, {},
                    [&](const sql::RowView& row) -> Result<void> {
                        table_.put(entry_of(row.text(0), row.text(1)));
                        if (++read % tidied_after == 0) table_.tidy();
                        return {};
                    }));
    table_.tidy();
    return {};
}

Result<void> CurrentNames::fill() {
    const std::scoped_lock one_at_a_time(filling_);
    if (state_ == State::Filled) return {};
    {
        const std::scoped_lock lock(feeding_);
        state_ = State::Filling;
        auto lease = TRY(pool_.lease(sql::Access::Read));
        for (const auto& row : TRY(lease->query(statements::submissions_to_come)))
            submissions_.insert(row.text(0));
    }
    TRY(read_all());
    const std::scoped_lock lock(feeding_);
    read_noted();
    state_ = State::Filled;
    return {};
}

void CurrentNames::start() {
    thread_ = std::jthread([this](const std::stop_token& stopping) { run(stopping); });
}

void CurrentNames::run(const std::stop_token& stopping) {
    work_in_background();
    while (!stopping.stop_requested()) {
        if (fill()) std::ignore = catch_up();
        std::unique_lock lock(waiting_);
        changed_.wait_for(lock, stopping, between_looks, [] { return false; });
    }
}

}  // namespace credit::checks
