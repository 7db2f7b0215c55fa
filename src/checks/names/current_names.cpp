#include "checks/names/current_names.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <mutex>
#include <stop_token>
#include <string_view>
#include <thread>
#include <tuple>

#include "checks/names/confirm_name.sql.h"
#include "checks/names/current_names.sql.h"
#include "checks/names/name_table.h"
#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "foundation/threads/background.h"
#include "records/names/name_feed.h"
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

}  // namespace

CurrentNames::CurrentNames(sql::Pool& pool)
    : pool_(pool),
      feed_(pool, records::NameFeed::Rows::OfRegistrations,
            {.all = [this] { return read_all(); },
             .of_subject = [this](std::string_view key) { return read_subject(key); },
             .of_submission = [this](std::string_view id) { return read_submission(id); }}) {}

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
    if (!feed_.filled() || feed_.rows_to_come()) return false;
    return table_.holds(entry_of(subject_key, name));
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
    const auto put = [&](const sql::RowView& row) -> Result<void> {
        table_.put(entry_of(row.text(0), row.text(1)));
        return {};
    };
    auto lease = pool_.lease(sql::Access::Read);
    return lease && (*lease)->scan(statements::current_names_of_submission, {submission_id}, put);
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

void CurrentNames::start() {
    thread_ = std::jthread([this](const std::stop_token& stopping) { run(stopping); });
}

void CurrentNames::run(const std::stop_token& stopping) {
    work_after_checks();
    while (!stopping.stop_requested()) {
        if (fill()) std::ignore = catch_up();
        std::unique_lock lock(waiting_);
        changed_.wait_for(lock, stopping, between_looks, [] { return false; });
    }
}

}  // namespace credit::checks
