// Record (信用记录): what an authority decided about a credit subject, as it was filed.
//
// A record is never changed. A corrected row is a further record that supersedes it; a withdrawal,
// a repair, a correction and an erasure end it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"

namespace credit::records {

struct Record {
    std::string subject_key;
    std::string record_id;  // submission and row: "01J…-17"
    std::string submission_id;
    std::int64_t row_number = 0;
    std::string kind;
    std::string version;
    std::string authority;        // code of the authority that filed it
    std::string document_number;  // 文书号
    std::string row_key;          // the same row again has the same key: see row_key_of
    crypto::Digest digest{};      // keyed, of everything the row says
    std::string subject_kind;     // "organisation", "individual_business", "natural_person"
    std::string subject_name;
    Date decided_on{};                       // 作出决定日期
    std::optional<Date> conduct_on = {};     // 行为日期
    std::optional<Date> valid_through = {};  // 有效期至
    Date reported_on{};                      // 报送日期
    Date due_on{};                           // last day of the clock for publicity
    bool due_provisional = false;            // the clock runs into a year without a notice
    bool reference_only = false;             // a listing filed without all it must carry
    std::string body;                        // JSON: column code → value

    // Filed after its last day. A provisional day never makes anyone late.
    bool late() const { return reported_on > due_on && !due_provisional; }
};

// "01J…-17" of the seventeenth row.
std::string record_id_of(std::string_view submission_id, std::int64_t row_number);

// A row is the same row by kind, deciding authority, document number and subject. Keyed, so that it
// outlives the content of an erased row without telling of it.
struct RowName {
    std::string_view kind;
    std::string_view authority;        // that decided
    std::string_view document_number;  // in the form in which it is compared
};
std::string row_key_of(const crypto::Key& key, const RowName& row);
inline constexpr std::size_t row_key_length = 26;  // 128 bits in base 32

// Keyed, so that an erased row's digest tells nothing about the row.
crypto::Digest digest_of(const crypto::Key& key, const Record& record);

// What the act of a submission commits to for a row: its digest and everything that was found about
// it besides, all of which outlives an erasure. `waits`: the word of a row that waits for an
// officer.
std::string leaf_of(const Record& record, std::string_view waits = {});

// How a record ended; a row that an officer refused never was one.
enum class Ending { Superseded, Withdrawn, Corrected, Repaired, Erased, Refused };
std::string_view name_of(Ending ending);

}  // namespace credit::records
