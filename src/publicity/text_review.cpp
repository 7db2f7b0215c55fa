#include "publicity/text_review.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "publicity/text_review.sql.h"
#include "records/accept_submission.h"
#include "records/record.h"
#include "records/record_row.h"
#include "sql/session.h"

namespace credit::publicity {

std::string_view name_of(TextOutcome outcome) {
    return outcome == TextOutcome::Shown ? "shown" : "kept";
}

std::optional<TextOutcome> parse_text_outcome(std::string_view name) {
    for (const auto outcome : {TextOutcome::Shown, TextOutcome::Kept}) {
        if (name == name_of(outcome)) return outcome;
    }
    return std::nullopt;
}

Result<TextReviews> TextReviews::of_subject(sql::Session& session, std::string_view subject_key) {
    TextReviews reviews;
    for (const auto& row : TRY(session.query(statements::reviews_of, {subject_key}))) {
        const auto outcome = parse_text_outcome(row.text(2));
        if (outcome) reviews.outcomes_.emplace(std::pair(row.text(0), row.text(1)), *outcome);
    }
    return reviews;
}

std::optional<TextOutcome> TextReviews::find(const std::string& record_id,
                                             const std::string& column) const {
    const auto found = outcomes_.find({record_id, column});
    return found == outcomes_.end() ? std::nullopt : std::optional(found->second);
}

Result<std::vector<records::Record>> records_filed_by(sql::Session& session,
                                                      std::string_view authority,
                                                      const FilingPlace& after, std::size_t limit) {
    std::vector<records::Record> found;
    const auto home_key = records::home_key_of(authority);
    for (const auto& row :
         TRY(session.query(statements::records_of_authority,
                           {home_key, after.submission_id, after.row_number, limit}))) {
        found.push_back(records::record_in(row));
    }
    return found;
}

}  // namespace credit::publicity
