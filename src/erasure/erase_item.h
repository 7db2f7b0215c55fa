// Erasure (删除): the content of a record or of a piece of evidence is taken out of the register,
// by an act that stays. The proof over it stands too; its keyed digest keeps an equal row out.
//
// Law:    personal-information-protection-law-2021 art. 47 — deletion when the ground is gone
//         sd-social-credit-regulation-2020 art. 38 — deletion past the term of disclosure
//         luzhengfa-2017-44 item 20 — whoever was told of it is told
// Beyond: a restored backup is erased again (journal.h)

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lookups/correction.h"
#include "sql/session.h"

namespace credit::erasure {

enum class What : std::uint8_t { Record, Evidence };

std::string_view name_of(What what);
// InvalidInput "erasure.unknown_what".
Result<What> parse_what(std::string_view name);

struct Erasure {
    What what = What::Record;
    std::string item_id;
    std::string article;          // of the library of law: "… art. 47"
    std::string document_number;  // the decision to erase
    std::string reasons;
    lookups::Reached reached = {};  // by a record
};

// "erasure.erase_item", homed at the subject; whom a record reached is told that it ended. Refused,
// with every ground:
// "erasure.article_unknown", "erasure.document_missing", "erasure.reasons_missing",
// "erasure.already_erased". NotFound "records.no_such_record", "files.no_such_file".
Result<ledger::Draft> erase_item(const access::Occasion& occasion, std::string_view subject_key,
                                 const Erasure& erasure);
// The same again, of an item that came back from a backup: by the register itself.
Result<ledger::Draft> erase_again(const access::Occasion& occasion, std::string_view subject_key,
                                  What what, std::string_view item_id);
// What a repair had ended does not come back when the repair falls: says so in the body of an act
// that erases the record.
Result<void> annul_hidden(sql::Session& session, std::string_view subject_key,
                          std::string_view record_id, JsonObject& body);
Result<void> apply_erase_item(sql::Session& session, const ledger::Act& act);

// Whether content of the item stands in the store.
Result<bool> stands(sql::Session& session, std::string_view subject_key, What what,
                    std::string_view item_id);

}  // namespace credit::erasure
