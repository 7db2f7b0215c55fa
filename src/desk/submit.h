// Submission of a file (报送): read, judged row by row, staged, accepted by one act, made visible.
//
// Nothing of a file with a rejected row is accepted unless the submitter said that partial
// acceptance is wanted. The same file again changes nothing, and the same request again is told
// what came of it before.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "records/accept_submission.h"

namespace credit::desk {

struct SubmissionFile {
    std::filesystem::path path;
    std::string authority;  // code of the authority that files
    bool partial = false;
    crypto::Digest digest{};
};

// One thing wrong in one cell, or in the row where there is no column. Identifiers are masked.
struct RowFault {
    std::string sheet;
    std::uint64_t row = 0;
    std::string column;  // letters, as a spreadsheet shows them
    std::string header;
    std::string value;
    Ground ground;
};

struct SubmissionReport {
    std::string submission_id;  // of the accepted submission; empty when nothing was
    std::string kind;
    std::string version;
    records::Counts counts;
    std::vector<RowFault> faults;  // the first thousand
    std::uint64_t faults_total = 0;
    std::vector<RowFault> warnings;  // the first thousand; nothing was refused on them
    std::uint64_t warnings_total = 0;
    std::vector<std::string> left_out;  // headers that no column has: what they say is not taken in
    std::vector<std::string> sheets_left_out;  // worksheets that are no tables of records
    std::int64_t reference_only = 0;           // listings without all that they must carry
    bool accepted = false;
};

// InvalidInput "sheets.…" for a file that is no table, "catalogue.header_not_recognised",
// "records.header_incomplete", "records.sheets_differ"; Refused for a kind not in force;
// NotPermitted for an authority that is not the caller's; Unavailable when the store is away, and
// then nothing is visible of it.
Result<SubmissionReport> submit(Desk& desk, const Caller& caller, const SubmissionFile& file);

// The same file back with a column that says what is wrong in each row, in Chinese; also what the
// register alone knows (a name that disagrees). Sheets that are no tables of records are not in it.
// Nothing of it stays.
using Tell = std::function<std::string(const Ground&)>;
Result<void> write_faults(Desk& desk, const Caller& caller, const SubmissionFile& file,
                          const std::filesystem::path& out, const Tell& tell);

}  // namespace credit::desk
