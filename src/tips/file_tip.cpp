#include "tips/file_tip.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/domain.h"
#include "files/evidence.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "sql/session.h"
#include "tips/competence.h"
#include "tips/step.h"
#include "tips/tip.h"
#include "tips/tip_register.h"

namespace credit::tips {
namespace {

constexpr std::size_t passphrase_size = 26;
constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";

// Twelve characters of sixty bits, in threes of four.
std::string new_receipt() {
    std::array<std::uint8_t, 12> bytes{};
    crypto::fill_random(bytes);
    std::string receipt = "T";
    for (std::size_t place = 0; place < bytes.size(); ++place) {
        if (place % 4 == 0) receipt += '-';
        receipt += to_base32(BytesView(&bytes.at(place), 1)).front();
    }
    return receipt;
}

}  // namespace

Result<std::string> read_passphrase(std::string_view typed) {
    std::string passphrase;
    for (const char c : typed) {
        if (c == ' ' || c == '-') continue;
        passphrase += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const bool formed = passphrase.size() == passphrase_size &&
                        std::ranges::all_of(passphrase, [](char c) { return letters.contains(c); });
    if (!formed) return fail(ErrorCode::InvalidInput, "tips.passphrase_form");
    return passphrase;
}

Result<void> judge_filing(sql::Session& session, const catalogue::Catalogue& catalogue,
                          const Filing& filing, Date day) {
    const bool known = catalogue::find_domain(filing.domain).has_value();
    const auto office = catalogue.authorities.find(filing.authority, day);
    const auto keys = TRY(TipRegister(session).keys_of(home_of_authority(filing.authority)));
    const bool has_key = std::ranges::any_of(
        keys, [&](const TipKey& key) { return key.key_id == filing.key_id && key.in_force(day); });
    Grounds grounds;
    require(grounds, known, "tips.no_such_domain");
    require(grounds, !known || (office && is_competent(**office, filing.domain)),
            "tips.not_competent");
    require(grounds, has_key, "tips.no_key");
    if (!grounds.empty()) return refuse(std::move(grounds));
    return {};
}

Result<ledger::Draft> file_tip(const access::Occasion& occasion, const Filing& filing,
                               const files::Evidence& sealed) {
    TRY(access::authorise(occasion.principal, "file_tip", {}));
    TRY(judge_filing(occasion.session, occasion.catalogue, filing, occasion.day));
    Tip tip;
    tip.home_key = home_of_authority(filing.authority);
    tip.tip_id = occasion.act_id + "-t";
    tip.receipt = new_receipt();
    tip.passphrase = filing.passphrase;
    tip.authority = filing.authority;
    tip.domain = filing.domain;
    tip.subject_key = filing.subject_key;
    tip.key_id = filing.key_id;
    tip.digest = sealed.digest;
    tip.sealed_key = to_hex(sealed.sealed_key);
    tip.size = sealed.size;
    tip.filed_on = occasion.day;
    Step step{.kind = "tips.file_tip", .tip = std::move(tip), .happened_on = occasion.day};
    TRY(start_clock(occasion, step, "tip.answer", answer_clock));
    return draft_of(step);
}

}  // namespace credit::tips
