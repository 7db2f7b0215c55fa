// What is kept of reviews of honours (荣誉撤销台账). Its statements are in honour_review.sql.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "honours/honour_review.h"
#include "sql/session.h"

namespace credit::honours {

struct HonourPlace {
    std::string subject_key;
    std::string honour_id;
    std::string listing_id;
};

class HonourRegister {
public:
    explicit HonourRegister(sql::Session& session) : session_(session) {}

    // The subject of a review. NotFound "honours.no_such_review".
    Result<std::string> home_of(std::string_view review_id);
    // NotFound "honours.no_such_review".
    Result<HonourReview> find(std::string_view subject_key, std::string_view review_id);
    Result<bool> is_opened(const HonourPlace& place);
    // Open ones that one authority has to decide, after that id, at most `limit`.
    Result<std::vector<HonourReview>> open_at(std::string_view authority, std::string_view after,
                                              std::int64_t limit);

    // For apply alone.
    Result<void> save(const HonourReview& review);

private:
    sql::Session& session_;
};

// Honours in force that no review was opened for although a listing is in force, after that place,
// at most `limit`.
Result<std::vector<HonourPlace>> not_reviewed(sql::Session& session, Date day,
                                              const HonourPlace& after, std::int64_t limit);

}  // namespace credit::honours
