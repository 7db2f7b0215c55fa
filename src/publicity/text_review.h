// What officers decided about texts that the leak detector withheld, and where such texts wait.

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "records/record.h"
#include "sql/session.h"

namespace credit::publicity {

enum class TextOutcome {
    Shown,  // 可以公开: holds no personal detail
    Kept,   // 不予公开
};

std::string_view name_of(TextOutcome outcome);  // "shown", "kept"
std::optional<TextOutcome> parse_text_outcome(std::string_view name);

// Of one subject, by record id and column code.
class TextReviews {
public:
    static Result<TextReviews> of_subject(sql::Session& session, std::string_view subject_key);

    std::optional<TextOutcome> find(const std::string& record_id, const std::string& column) const;

private:
    std::map<std::pair<std::string, std::string>, TextOutcome> outcomes_;
};

// The place of a record in what its authority filed.
struct FilingPlace {
    std::string submission_id;
    std::int64_t row_number = 0;
};

// Records of an authority that stand, in the order in which they were filed, those after `after`.
Result<std::vector<records::Record>> records_filed_by(sql::Session& session,
                                                      std::string_view authority,
                                                      const FilingPlace& after, std::size_t limit);

}  // namespace credit::publicity
