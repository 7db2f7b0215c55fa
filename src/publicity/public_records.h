// Public records of many organisations at once (批量公开信息), each as its own page shows it.
//
// What a few have of their own (an objection, an item closed, a text that an officer looked at) is
// read one by one, as for their pages; of all others the records are read together.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "publicity/subject_view.h"
#include "sql/session.h"

namespace credit::publicity {

struct RecordsOf {
    std::string name;
    std::string code;
    std::vector<ShownRecord> records;  // of the kind that was asked for, maybe none
};

struct RecordsPage {
    std::vector<RecordsOf> organisations;
    std::string next;  // after which key to go on; empty at the end
};

struct RecordsQuery {
    std::string_view kind;
    std::string_view after;  // subject key; "O" at the beginning
    std::int64_t limit = 0;  // organisations that have, or had, a record of the kind
    Date day{};
};

// Errors are those of view_subject.
Result<RecordsPage> public_records(sql::Session& session, const catalogue::Catalogue& catalogue,
                                   const law::Library& law, const RecordsQuery& query);

}  // namespace credit::publicity
