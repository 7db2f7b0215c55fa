#include "records/quarantine/review_quarantined.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "catalogue/record_kind.h"
#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/minority.h"
#include "identity/subject_key.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lookups/correction.h"
#include "records/corrections/tell_correction.h"
#include "records/intake/body.h"
#include "records/quarantine.sql.h"
#include "records/quarantine/quarantine.h"
#include "records/record.h"
#include "records/record.sql.h"
#include "records/record_register.h"
#include "records/spread/spread_rows.h"
#include "sql/session.h"

namespace credit::records {
namespace {

void add(Grounds& grounds, Grounds more) {
    for (auto& ground : more) grounds.push_back(std::move(ground));
}

// From the resident number in the vault; of other documents it must be given.
Result<std::optional<Date>> known_birth_date(sql::Session& session, const ReviewMeans& means,
                                             std::string_view subject_key, Date day) {
    const auto key = TRY(identity::SubjectKey::parse(subject_key));
    const auto sealed = TRY(means.identifiers.find_sealed(session, key));
    if (!sealed) return std::nullopt;
    const auto identifier = TRY(means.identifiers.open(*sealed, day));
    return identifier.born_on();
}

// A later row of the same document about the same subject has been recorded meanwhile; that it
// ended since makes no way for an earlier one.
Result<bool> is_overtaken(sql::Session& session, const Record& waiting) {
    const auto later = TRY(session.find(statements::find_later_of_row,
                                        {waiting.subject_key, waiting.row_key, waiting.record_id}));
    return later.has_value();
}

// With what it lacked the row may be equal to one that ended.
Result<bool> is_barred(sql::Session& session, std::string_view subject_key,
                       const JsonObject& released) {
    const auto text = TRY(read_text(released, "digest"));
    const auto digest = TRY(from_hex(text));
    const auto ended = TRY(session.find(statements::find_barred, {subject_key, BytesView(digest)}));
    return ended.has_value();
}

// The row as it would have been recorded had it been filed with what it lacked: what is added, and
// the digest of the whole. The content itself is in no act, so that erasing the row erases it.
Result<JsonObject> released(const access::Occasion& occasion, const ReviewMeans& means,
                            Record record, const std::optional<Date>& given) {
    const bool lacks = !record.conduct_on.has_value();
    if (lacks) record.conduct_on = given;
    CHECK(record.conduct_on.has_value());
    const auto conduct_on = calendar::to_text(*record.conduct_on);
    JsonObject object{{"conduct_on", conduct_on}};
    const auto* const kind =
        TRY(occasion.catalogue.kinds.find_version(record.kind, record.version));
    const auto* const column = kind->find_role(catalogue::ColumnRole::ConductOn);
    if (lacks && column != nullptr) {
        const auto supplement = TRY(supplement_of(*kind, record.body, column->code, conduct_on));
        record.body = TRY(body_with(record.body, supplement));
        object["column"] = supplement.column;
        object["before"] = supplement.before;
    }
    object["digest"] = to_hex(digest_of(means.hmac, record));
    return object;
}

// Whoever was shown the record that the row replaces is told.
Result<void> correct_replaced(const access::Occasion& occasion, JsonObject& body, const Record& by,
                              std::string_view replaced, const lookups::Reached& reached) {
    auto correction = TRY(correction_of(occasion, by, replaced, reached));
    if (correction) add_correction(body, *std::move(correction), by);
    return {};
}

Result<void> record_released(sql::Session& session, const ledger::Act& act, const JsonObject& body,
                             const QuarantinedRow& row) {
    const auto* const object = TRY(read_object(body, "released"));
    const auto conduct_text = TRY(read_text(*object, "conduct_on"));
    const auto conduct_on = TRY(calendar::parse_date(conduct_text));
    const auto digest_text = TRY(read_text(*object, "digest"));
    const auto digest = TRY(from_hex(digest_text));
    auto text = row.record.body;
    if (object->contains("column")) {
        const auto column = TRY(read_text(*object, "column"));
        const auto before = TRY(read_text(*object, "before"));
        text = TRY(body_with(text, {.column = column, .value = conduct_text, .before = before}));
    }
    TRY(session.execute(
        statements::release_quarantined,
        {act.home_key, row.record.record_id, act.id, conduct_on, text, BytesView(digest)}));
    return make_visible(session, act.id, row.record.row_number - 1, row.record.row_number);
}

}  // namespace

Grounds judge_release(const law::Library& law, const QuarantinedRow& row, const Review& review,
                      const std::optional<Date>& born_on) {
    Grounds grounds;
    const Record& record = row.record;
    const auto conduct_on = record.conduct_on ? record.conduct_on : review.conduct_on;
    require(grounds, conduct_on.has_value(), "records.conduct_date_missing");
    if (conduct_on) {
        require(grounds, *conduct_on <= record.decided_on, "records.conduct_after_decision");
    }
    require(grounds, born_on.has_value(), "records.born_on_missing");
    const auto adult_age = law.period("person.adult_age", record.decided_on);
    if (conduct_on && born_on && adult_age) {
        // juvenile-crime-prevention-law-2020 art. 59: sealed, whatever it is filed for.
        require(grounds,
                !identity::was_minor(*born_on, *conduct_on, std::chrono::years(adult_age->amount)),
                "records.minor");
    }
    require(grounds, !review.proof.empty(), "records.proof_missing");
    return grounds;
}

Result<ledger::Draft> review_quarantined(const access::Occasion& occasion, const ReviewMeans& means,
                                         std::string_view subject_key, std::string_view record_id,
                                         const Review& review) {
    const auto& authority = occasion.principal.authority;
    TRY(access::authorise(occasion.principal, "review_quarantined", authority));
    const auto row = TRY(QuarantineRegister(occasion.session).find(subject_key, record_id));
    const bool releases = review.outcome == "released";
    Grounds grounds;
    require(grounds, !row.reviewed, "records.already_reviewed");
    require(grounds, occasion.catalogue.authorities.succeeds(authority, row.record.authority),
            "records.not_your_record");
    require(grounds, releases || review.outcome == "refused", "records.review_outcome");
    if (releases) {
        auto born_on = TRY(known_birth_date(occasion.session, means, subject_key, occasion.day));
        if (!born_on) born_on = review.born_on;
        add(grounds, judge_release(occasion.law, row, review, born_on));
        require(grounds, !TRY(is_overtaken(occasion.session, row.record)),
                "records.newer_row_stands");
    } else {
        require(grounds, !review.reason.empty(), "records.refusal_reason_missing");
    }
    if (!grounds.empty()) return refuse(std::move(grounds));

    JsonObject body{{"record", record_id},
                    {"outcome", review.outcome},
                    {"reason", review.reason},
                    {"proof", review.proof}};
    if (releases) {
        auto whole = TRY(released(occasion, means, row.record, review.conduct_on));
        if (TRY(is_barred(occasion.session, subject_key, whole))) {
            return refuse({{.word = "records.ended_never_returns"}});
        }
        body["released"] = std::move(whole);
        const auto replaced =
            TRY(RecordRegister(occasion.session).current_of_row(subject_key, row.record.row_key));
        if (replaced) TRY(correct_replaced(occasion, body, row.record, *replaced, review.reached));
    }
    return ledger::Draft{.kind = "records.review_quarantined",
                         .home_key = std::string(subject_key),
                         .occurred_on = occasion.day,
                         .body = to_text(body)};
}

Result<void> apply_review_quarantined(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto record_id = TRY(read_text(body, "record"));
    const auto outcome = TRY(read_text(body, "outcome"));
    const auto reason = TRY(read_text(body, "reason"));
    // Read from the rows as they were filed, which nothing changes.
    const auto row = TRY(QuarantineRegister(session).find(act.home_key, record_id));
    TRY(session.execute(statements::insert_review,
                        {act.home_key, record_id, outcome, reason, act.occurred_on, act.id}));
    if (body.contains("correction")) {
        const auto* const correction = TRY(read_object(body, "correction"));
        TRY(apply_correction(session, act, *correction));
    }
    if (outcome == "released") return record_released(session, act, body, row);
    TRY(session.execute(statements::insert_tombstone,
                        {act.home_key, row.record.digest, name_of(Ending::Refused), act.id}));
    return {};
}

Result<void> apply_end_of_quarantined(sql::Session& session, const ledger::Act& act,
                                      const JsonObject& ending) {
    const auto record_id = TRY(read_text(ending, "record"));
    const auto ended_as = TRY(read_text(ending, "ended_as"));
    const auto reason = TRY(read_text(ending, "reason"));
    const auto row = TRY(QuarantineRegister(session).find(act.home_key, record_id));
    TRY(session.execute(statements::insert_review,
                        {act.home_key, record_id, ended_as, reason, act.occurred_on, act.id}));
    TRY(session.execute(statements::insert_tombstone,
                        {act.home_key, row.record.digest, ended_as, act.id}));
    return {};
}

}  // namespace credit::records
