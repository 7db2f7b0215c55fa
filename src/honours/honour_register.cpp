#include "honours/honour_register.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "honours/honour_review.h"
#include "honours/honour_review.sql.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::honours {
namespace {

Result<HonourReview> review_of(const sql::Row& row) {
    const auto content = TRY(parse_object(row.text(0)));
    return read_review(content);
}

}  // namespace

Result<std::string> HonourRegister::home_of(std::string_view review_id) {
    const auto row = TRY(session_.find(statements::find_home, {review_id}));
    if (!row) return fail(ErrorCode::NotFound, "honours.no_such_review");
    return row->text(0);
}

Result<HonourReview> HonourRegister::find(std::string_view subject_key,
                                          std::string_view review_id) {
    const auto row = TRY(session_.find(statements::find_review, {subject_key, review_id}));
    if (!row) return fail(ErrorCode::NotFound, "honours.no_such_review");
    return review_of(*row);
}

Result<bool> HonourRegister::is_opened(const HonourPlace& place) {
    const auto row = TRY(session_.find(statements::find_opened,
                                       {place.subject_key, place.honour_id, place.listing_id}));
    return row.has_value();
}

Result<std::vector<HonourReview>> HonourRegister::open_at(std::string_view authority,
                                                          std::string_view after,
                                                          std::int64_t limit) {
    std::vector<HonourReview> reviews;
    for (const auto& row : TRY(session_.query(statements::open_at, {authority, after, limit}))) {
        reviews.push_back(TRY(review_of(row)));
    }
    return reviews;
}

Result<void> HonourRegister::save(const HonourReview& review) {
    const auto content = to_text(to_json(review));
    TRY(session_.execute(
        statements::save_review,
        {review.subject_key, review.review_id, review.honour_id, review.listing_id,
         review.authority, name_of(review.state), review.open() ? 1 : 0, content}));
    TRY(session_.execute(statements::save_home, {review.review_id, review.subject_key}));
    return {};
}

Result<std::vector<HonourPlace>> not_reviewed(sql::Session& session, Date day,
                                              const HonourPlace& after, std::int64_t limit) {
    std::vector<HonourPlace> places;
    const auto rows =
        TRY(session.query(statements::not_reviewed,
                          {day, after.subject_key, after.honour_id, after.listing_id, limit}));
    places.reserve(rows.size());
    for (const auto& row : rows) {
        places.push_back(
            {.subject_key = row.text(0), .honour_id = row.text(1), .listing_id = row.text(2)});
    }
    return places;
}

}  // namespace credit::honours
