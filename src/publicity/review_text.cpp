#include "publicity/review_text.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "catalogue/catalogue.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "publicity/shown_record.h"
#include "publicity/subject_view.h"
#include "publicity/text_review.h"
#include "publicity/text_review.sql.h"
#include "records/record.h"
#include "records/record_register.h"
#include "sql/session.h"
#include "subjects/subject.h"

namespace credit::publicity {
namespace {

// Whether the detector withholds it, whatever was decided about it so far.
Result<bool> is_withheld(const access::Occasion& occasion, const records::Record& record,
                         const std::string& column) {
    const auto key = TRY(identity::SubjectKey::parse(record.subject_key));
    const RecordReading reading{.catalogue = occasion.catalogue,
                                .law = occasion.law,
                                .category = subjects::category_of(subjects::kind_of(key)),
                                .for_public = true,
                                .day = occasion.day};
    const auto shown = TRY(show_record(record, reading));
    return std::ranges::any_of(shown.columns, [&column](const ShownColumn& each) {
        return each.code == column && each.waits;
    });
}

}  // namespace

Result<ledger::Draft> review_text(const access::Occasion& occasion, std::string_view subject_key,
                                  std::string_view record_id, const TextReview& review) {
    const auto& authority = occasion.principal.authority;
    TRY(access::authorise(occasion.principal, "review_text", authority));
    records::RecordRegister records(occasion.session);
    const auto record = TRY(records.find(subject_key, record_id));
    const auto current = TRY(records.current_of_row(subject_key, record.row_key));
    const auto reviews = TRY(TextReviews::of_subject(occasion.session, subject_key));
    const bool withheld = TRY(is_withheld(occasion, record, review.column));
    const auto outcome = parse_text_outcome(review.outcome);
    Grounds grounds;
    require(grounds, current == record_id, "records.already_ended");
    require(grounds, occasion.catalogue.authorities.succeeds(authority, record.authority),
            "records.not_your_record");
    require(grounds, withheld, "publicity.nothing_withheld");
    require(grounds, outcome.has_value(), "publicity.review_outcome");
    require(grounds, !review.reason.empty(), "publicity.review_reason_missing");
    require(grounds, !outcome || reviews.find(record.record_id, review.column) != outcome,
            "publicity.reviewed_so_already");
    if (!grounds.empty()) return refuse(std::move(grounds));

    const JsonObject body{{"record", record.record_id},
                          {"column", review.column},
                          {"outcome", review.outcome},
                          {"reason", review.reason}};
    return ledger::Draft{.kind = "publicity.review_text",
                         .home_key = std::string(subject_key),
                         .occurred_on = occasion.day,
                         .body = to_text(body)};
}

Result<void> apply_review_text(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto record = TRY(read_text(body, "record"));
    const auto column = TRY(read_text(body, "column"));
    const auto outcome = TRY(read_text(body, "outcome"));
    const auto reason = TRY(read_text(body, "reason"));
    TRY(session.execute(statements::save_review,
                        {act.home_key, record, column, outcome, reason, act.occurred_on, act.id}));
    return {};
}

}  // namespace credit::publicity
