// Rows that wait for an officer (待核实): filed, neither recorded nor sent back, and never lost.
//
// Each stays with the word that says why until an officer releases or refuses it, or a later row of
// the same document about the same subject overtakes it.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "records/record.h"
#include "sql/session.h"

namespace credit::records {

struct QuarantinedRow {
    Record record;                             // as it was filed
    std::string reason;                        // word: "records.minority_possible"
    std::optional<std::string> reviewed = {};  // "released", "refused"
};

class QuarantineRegister {
public:
    explicit QuarantineRegister(sql::Session& session) : session_(session) {}

    // Reviewed or not. NotFound "records.no_such_record".
    Result<QuarantinedRow> find(std::string_view subject_key, std::string_view record_id);
    // What waits for an authority, by record id, those after `after`.
    Result<std::vector<QuarantinedRow>> page_of(std::string_view authority, std::string_view after,
                                                std::size_t limit);

private:
    sql::Session& session_;
};

}  // namespace credit::records
