#include "records/corrections/tell_correction.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "catalogue/catalogue.h"
#include "catalogue/record_kind.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/distribution.h"
#include "ledger/draft.h"
#include "lookups/correction.h"
#include "records/corrections/correction_register.h"
#include "records/listing_elements.h"
#include "records/record.h"
#include "records/record_register.h"
#include "sql/session.h"

namespace credit::records {
namespace {

constexpr std::string_view corrected = "corrected";

Result<bool> is_told(sql::Session& session, std::string_view subject_key,
                     std::string_view record_id) {
    bool told = TRY(CorrectionRegister(session).is_noticed(subject_key, record_id));
    TRY(ledger::visit_told(session, subject_key, record_id,
                           [&](const ledger::Told& each) -> Result<void> {
                               told = told || each.what == corrected || each.what == "ended" ||
                                      each.what == "restitution_apology";
                               return {};
                           }));
    return told;
}

Result<bool> says_performed(const access::Occasion& occasion, const catalogue::RecordKind& kind,
                            const Record& record) {
    if (!kind.listing || record.reference_only) return false;
    const auto row = TRY(listing_row_of(record, kind, occasion.catalogue));
    const auto judged = judge_listing(occasion.law, occasion.catalogue, row);
    return judged.missing.empty() && judged.elements.performed;
}

}  // namespace

Result<std::optional<JsonObject>> correction_of(const access::Occasion& occasion, const Record& by,
                                                std::string_view replaced,
                                                const lookups::Reached& reached) {
    const auto* const kind = TRY(occasion.catalogue.kinds.find_version(by.kind, by.version));
    if (!kind->adverse || TRY(is_told(occasion.session, by.subject_key, replaced))) {
        return std::nullopt;
    }
    const bool performed = TRY(says_performed(occasion, *kind, by));
    const auto told = performed
                          ? TRY(lookups::told_ended(occasion, reached, "performed", by.authority))
                          : TRY(lookups::told_wrong(occasion, reached, corrected, by.authority));
    if (performed && told.empty()) return std::nullopt;
    JsonObject correction{{"record", replaced},
                          {"told", lookups::to_json(told)},
                          {"told_openly", lookups::told_openly(reached)}};
    if (performed) correction["performed"] = true;
    return correction;
}

// personal-information-protection-law-2021 art. 46: whoever is concerned learns that it was put
// right, and with whom.
void add_correction(JsonObject& body, JsonObject correction, const Record& by) {
    if (!correction.contains("performed")) {
        body["corrected_row"] = JsonObject{{"record", correction.at("record")},
                                           {"replaced_by", by.record_id},
                                           {"document_number", by.document_number}};
    }
    body["correction"] = std::move(correction);
}

Result<void> apply_correction(sql::Session& session, const ledger::Act& act,
                              const JsonObject& correction) {
    const auto replaced = TRY(read_text(correction, "record"));
    const auto* const told = TRY(read_array(correction, "told"));
    return lookups::apply_told(session, act, replaced, *told);
}

Result<ledger::Draft> tell_correction(const access::Occasion& occasion,
                                      const Replacement& replacement,
                                      const lookups::Reached& reached) {
    const auto record =
        TRY(RecordRegister(occasion.session).find(replacement.subject_key, replacement.record));
    auto correction = TRY(correction_of(occasion, record, replacement.replaced, reached));
    if (!correction) return refuse({{.word = "records.nobody_to_tell"}});
    JsonObject body{{"replaced_by", replacement.record}};
    add_correction(body, *std::move(correction), record);
    return ledger::Draft{.kind = "records.tell_correction",
                         .home_key = replacement.subject_key,
                         .occurred_on = occasion.day,
                         .body = to_text(body)};
}

Result<void> apply_tell_correction(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const correction = TRY(read_object(body, "correction"));
    return apply_correction(session, act, *correction);
}

}  // namespace credit::records
