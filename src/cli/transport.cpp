#include "cli/transport.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "access/token_file.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "http/message.h"
#include "http/wire/client.h"
#include "ledger/store_places.h"
#include "server/house.h"

namespace credit::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 10s;
constexpr auto pause = 50ms;

bool is_locked(const Error& error) {
    return error.grounds.front().word == "sql.locked";
}

std::filesystem::path token_file_of(const Options& options, const ledger::StorePlaces& places) {
    if (!options.token_file.empty()) return options.token_file;
    const char* const named = std::getenv("XINHENG_TOKEN_FILE");  // NOLINT(concurrency-mt-unsafe)
    if (named != nullptr && *named != '\0') return named;
    return std::filesystem::exists(places.tokens) ? places.tokens : std::filesystem::path();
}

// Of the authority if it has one; else the first of the roles, and the register says what is wrong.
const access::TokenEntry* choose(const std::vector<access::TokenEntry>& entries,
                                 const Wanted& wanted) {
    const access::TokenEntry* second_best = nullptr;
    for (const access::Role role : wanted.roles) {
        for (const auto& entry : entries) {
            if (entry.role != role) continue;
            if (wanted.authority.empty() || entry.authority == wanted.authority) return &entry;
            if (second_best == nullptr) second_best = &entry;
        }
    }
    const bool alone = entries.size() == 1 && entries.front().role == access::Role::Public;
    return alone ? &entries.front() : second_best;
}

// Each once, in the order of the roles.
std::string names_of(std::vector<access::Role> roles) {
    std::ranges::sort(roles);
    const auto twice = std::ranges::unique(roles);
    roles.erase(twice.begin(), twice.end());
    std::string names;
    for (const auto role : roles) {
        if (!names.empty()) names += ", ";
        names += access::id_of(role);
    }
    return names;
}

std::string encoded(std::string_view value) {
    constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const char character : value) {
        if (plain.contains(character)) {
            text += character;
            continue;
        }
        const auto byte = static_cast<unsigned char>(character);
        text += {'%', digits[byte >> 4U], digits[byte & 0x0FU]};
    }
    return text;
}

}  // namespace

Result<Transport> Transport::open(const Options& options) {
    const auto home = options.home_of_store();
    const auto places = TRY(ledger::StorePlaces::of(options.store, home));
    const auto last = std::chrono::steady_clock::now() + patience;
    while (true) {
        if (auto client = http::Client::connect(places.socket)) {
            return Transport(*std::move(client));
        }
        auto house = server::House::open({.store = options.store, .home = home});
        if (house) return Transport(*std::move(house));
        if (!is_locked(house.error()) || std::chrono::steady_clock::now() > last) {
            return std::unexpected(std::move(house).error());
        }
        std::this_thread::sleep_for(pause);
    }
}

Result<http::Response> Transport::send(http::Request request, const Progress& progress) {
    if (client_) {
        const std::uint64_t size = request.file ? request.file->size() : 0;
        const auto sent = [&](std::uint64_t bytes) {
            if (progress) progress("上传 upload", bytes, size);
        };
        return client_->send(request, sent);
    }
    request.received_at = house_->clock().now();
    request.channel = "cli";
    return house_->router().answer(std::move(request));
}

Result<std::string> authorization(const Options& options, const Wanted& wanted) {
    const auto places = TRY(ledger::StorePlaces::of(options.store, options.home_of_store()));
    const auto file = token_file_of(options, places);
    if (file.empty()) return std::string();
    const auto entries = TRY(access::read_token_file(file));
    const auto* const entry = choose(entries, wanted);
    if (entry != nullptr) return "Bearer " + entry->token;
    if (entries.empty()) return std::string();
    std::vector<access::Role> held;
    held.reserve(entries.size());
    for (const auto& each : entries) held.push_back(each.role);
    return fail(ErrorCode::NotPermitted, "access.token_role",
                {names_of(wanted.roles), names_of(std::move(held))});
}

http::Request post(std::string target, std::string_view content_type) {
    constexpr std::size_t key_length = 32;
    http::Request request;
    request.method = http::Method::Post;
    request.target = std::move(target);
    request.content_type = content_type;
    request.idempotency_key = to_base32(crypto::random_key()).substr(0, key_length);
    return request;
}

std::string query_of(const std::vector<std::pair<std::string_view, std::string_view>>& parameters) {
    std::string query;
    for (const auto& [name, value] : parameters) {
        query += query.empty() ? "?" : "&";
        query += std::string(name) + "=" + encoded(value);
    }
    return query;
}

}  // namespace credit::cli
