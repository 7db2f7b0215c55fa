#include "ledger/act_row.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "calendar/date_text.h"
#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/act_store.h"
#include "ledger/keys.h"
#include "sql/value.h"

namespace credit::ledger {
namespace {

enum Column : std::size_t {
    HomeKey,
    ActId,
    HomeVersion,
    Kind,
    PerformedBy,
    OnBehalfOf,
    Channel,
    OccurredOn,
    RecordedAt,
    LawDigest,
    IdempotencyKey,
    Body,
    SealedKey,
    ErasedBy
};

constexpr std::size_t length_bytes = 4;
constexpr std::size_t number_bytes = 8;

// Fields one after another, each led by its length in four bytes.
class Encoding {
public:
    Encoding() { out_.reserve(512); }
    void add(BytesView field) {
        add_number(field.size(), length_bytes);
        out_.insert(out_.end(), field.begin(), field.end());
    }
    void add(std::string_view field) { add(bytes_of(field)); }
    void add(std::int64_t number) {
        add_number(number_bytes, length_bytes);
        add_number(static_cast<std::uint64_t>(number), number_bytes);
    }
    BytesView bytes() const { return out_; }

private:
    void add_number(std::uint64_t number, std::size_t width) {
        for (std::size_t i = width; i-- > 0;)
            out_.push_back(static_cast<std::uint8_t>(number >> (8U * i)));
    }
    Bytes out_;
};

std::string context_of(std::string_view what, const Act& act) {
    std::string context(what);
    return context.append("/").append(act.home_key).append("/").append(act.id);
}

}  // namespace

ActRow::ActRow(const sql::Row& row)
    : act{.id = row.text(ActId),
          .kind = row.text(Kind),
          .home_key = row.text(HomeKey),
          .performed_by = row.text(PerformedBy),
          .on_behalf_of = row.text(OnBehalfOf),
          .channel = row.text(Channel),
          .occurred_on = row.date(OccurredOn),
          .recorded_at = {row.integer(RecordedAt)},
          .idempotency_key = row.text(IdempotencyKey)},
      home_version(row.integer(HomeVersion)),
      sealed_body(row.bytes(Body)),
      erased_by(row.optional_text(ErasedBy)) {
    // A digest of another length is a changed row: it stays zero, and its commitment will not fit.
    const auto& digest = row.bytes(LawDigest);
    if (digest.size() == act.law_digest.size()) std::ranges::copy(digest, act.law_digest.begin());
    if (!row.is_null(SealedKey)) sealed_key = row.bytes(SealedKey);
}

SealedBody seal_body(const Keys& keys, const Act& act) {
    const auto key = crypto::random_key();
    return {.body = crypto::seal(key, bytes_of(act.body), bytes_of(context_of("body", act))),
            .key = crypto::seal(keys.wrapping, key, bytes_of(context_of("key", act)))};
}

Result<Act> open_row(const Keys& keys, const ActRow& row) {
    Act act = row.act;
    if (!row.sealed_key) {
        if (!row.erased_by)
            return fail(ErrorCode::Unavailable, "ledger.body_key_missing", {act.id});
        act.body_erased = true;
        return act;
    }
    const auto raw =
        TRY(crypto::open(keys.wrapping, *row.sealed_key, bytes_of(context_of("key", act))));
    crypto::Key key{};
    CHECK(raw.size() == key.size());
    std::ranges::copy(raw, key.begin());
    const auto body = TRY(crypto::open(key, row.sealed_body, bytes_of(context_of("body", act))));
    act.body = text_of(body);
    return act;
}

crypto::Digest commitment_of(const Act& act, std::int64_t home_version, BytesView sealed_body) {
    Encoding encoding;
    encoding.add("xinheng act 1");
    encoding.add(act.home_key);
    encoding.add(act.id);
    encoding.add(home_version);
    encoding.add(act.kind);
    encoding.add(act.performed_by);
    encoding.add(act.on_behalf_of);
    encoding.add(act.channel);
    encoding.add(calendar::to_text(act.occurred_on));
    encoding.add(act.recorded_at.milliseconds);
    encoding.add(BytesView(act.law_digest));
    encoding.add(act.idempotency_key);
    encoding.add(BytesView(crypto::sha256(sealed_body)));
    return crypto::sha256(encoding.bytes());
}

}  // namespace credit::ledger
