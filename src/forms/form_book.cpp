#include "forms/form_book.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "forms/form.sql.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/keys.h"
#include "sql/session.h"

namespace credit::forms {
namespace {

constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_form = std::size_t{64} * 1024;
constexpr std::int64_t most_forms = 50;

// A name may hold the id of an item: the store holds its keyed hash alone.
crypto::Digest hash_of(const ledger::Keys& keys, std::string_view account, std::string_view name) {
    const auto told = "form/" + std::string(account) + "/" + std::string(name);
    return crypto::hmac_sha256(keys.hmac, bytes_of(told));
}

// It opens only for the account and the form that it was sealed for.
std::string context_of(std::string_view account, BytesView hash) {
    return "form/" + std::string(account) + "/" + to_hex(hash);
}

// Typed again where they are needed: decision 0225.
bool is_never_kept(std::string_view member) {
    return member.starts_with("identifier") || member == "password";
}

bool is_name(std::string_view name) {
    return !name.empty() && name.size() <= longest_name &&
           std::ranges::all_of(name, [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

Result<void> FormBook::save(std::string_view account, std::string_view name,
                            const JsonObject& values, Instant now) {
    if (!is_name(name)) return fail(ErrorCode::InvalidInput, "forms.name", {}, "/form");
    for (const auto& [member, value] : values) {
        if (!is_never_kept(member)) continue;
        return fail(ErrorCode::InvalidInput, "forms.never_kept", {},
                    "/values/" + std::string(member));
    }
    const auto text = to_text(JsonObject{{"form", name}, {"values", values}});
    if (text.size() > longest_form) {
        return fail(ErrorCode::InvalidInput, "forms.too_long", {}, "/values");
    }
    const auto hash = hash_of(keys_, account, name);
    const auto others = TRY(session_.find(statements::count_other_forms, {account, hash}));
    if (others && others->integer(0) >= most_forms) {
        return fail(ErrorCode::Conflict, "forms.too_many");
    }
    const Date day = day_of(now);
    const auto through = law_.calendar().last_day_of(TRY(law_.period("form.kept", day)), day).day;
    const Bytes sealed =
        crypto::seal(keys_.wrapping, bytes_of(text), bytes_of(context_of(account, hash)));
    TRY(session_.execute(statements::save_form,
                         {account, hash, now.milliseconds, through, sealed}));
    return {};
}

Result<void> FormBook::forget(std::string_view account, std::string_view name) {
    TRY(session_.execute(statements::forget_form, {account, hash_of(keys_, account, name)}));
    return {};
}

Result<std::vector<UnsentForm>> FormBook::of_account(std::string_view account, Date day) {
    std::vector<UnsentForm> forms;
    for (const auto& row : TRY(session_.query(statements::forms_of_account, {account, day}))) {
        const auto plain = TRY(crypto::open(keys_.wrapping, row.bytes(3),
                                            bytes_of(context_of(account, row.bytes(0)))));
        const auto form = TRY(parse_object(text_of(plain)));
        forms.push_back({.name = TRY(read_text(form, "form")),
                         .values = *TRY(read_object(form, "values")),
                         .saved_at = Instant{row.integer(1)},
                         .kept_through = row.date(2)});
    }
    return forms;
}

Result<std::int64_t> FormBook::forget_old(sql::Session& session, Date day) {
    return session.execute(statements::forget_old_forms, {day});
}

}  // namespace credit::forms
