#include "desk/submit.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "catalogue/column.h"
#include "catalogue/offices/authority.h"
#include "desk/adopt_listings.h"
#include "desk/desk.h"
#include "desk/submission_reader.h"
#include "desk/turn.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "foundation/text.h"
#include "identity/resident_identity_number.h"
#include "identity/unified_social_credit_code.h"
#include "ledger/act.h"
#include "publicity/leak_detector.h"
#include "records/accept_submission.h"
#include "records/intake/judged_row.h"
#include "records/intake/row.h"
#include "records/intake/staging.h"
#include "records/spread/rows_to_come.h"
#include "records/spread/spread_rows.h"
#include "records/submission_register.h"
#include "sheets/faults_writer.h"
#include "sheets/reader.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "sql/sqlite/bulk_cache.h"

namespace credit::desk {
namespace {

constexpr std::size_t faults_shown_max = 1000;

bool identifies(const catalogue::Column& column) {
    using enum catalogue::ColumnRole;
    switch (column.role) {
        case SubjectCode:
        case RegistrationNumber:
        case OrganisationCode:
        case TaxNumber:
        case PersonDocumentNumber:
        case RepresentativeDocumentNumber:
            return true;
        default:
            return column.free_text;
    }
}

// Long enough to be a number of a person, or what a slip of the hand made of one.
bool has_long_number(std::string_view text) {
    constexpr std::size_t shortest = identity::ResidentIdentityNumber::old_length;
    std::size_t digits = 0;
    while (!text.empty() && digits < shortest) {
        const char32_t character = text::to_half_width(text::take_character(text));
        digits = character >= U'0' && character <= U'9' ? digits + 1 : 0;
    }
    return digits == shortest;
}

std::string only_its_length(const std::string& text) {
    return "…(" + std::to_string(text::count_characters(text)) + ")";
}

// What stands in a column need not be what belongs there: a row that is shifted by one has an
// identity number where the penalty should be. Codes of organisations are public.
std::string without_details(const std::string& text, Date today) {
    if (identity::UnifiedSocialCreditCode::parse(text)) return text;
    if (!has_long_number(text) && publicity::find_leaks(text, today).empty()) return text;
    return only_its_length(text);
}

// What a report may show of a cell: of identifiers and free text only how long they are.
std::string shown_value(const records::Fault& fault, Date today) {
    if (fault.value.empty()) return fault.value;
    if (fault.column != nullptr && identifies(*fault.column)) return only_its_length(fault.value);
    return without_details(fault.value, today);
}

// An earlier row is named as the file shows it.
Ground told_ground(const SubmissionReader& reader, Ground ground) {
    if (ground.word != "records.stands_twice") return ground;
    std::uint64_t number = 0;
    auto& row = ground.arguments.front();
    std::from_chars(row.data(), row.data() + row.size(), number);
    row = reader.place_of(number);
    return ground;
}

RowFault row_fault(const SubmissionReader& reader, const sheets::SheetRow& row,
                   const records::Fault& fault) {
    RowFault shown{.sheet = row.sheet,
                   .row = reader.number_on_sheet(row),
                   .column = {},
                   .header = {},
                   .value = shown_value(fault, reader.filing().day),
                   .ground = told_ground(reader, fault.ground)};
    const bool in_file = fault.column != nullptr &&
                         fault.position < reader.header().columns.size() &&
                         reader.header().columns[fault.position] == fault.column;
    if (in_file) {
        shown.column = sheets::column_letters(fault.position);
        shown.header =
            without_details(reader.header_row().cells[fault.position], reader.filing().day);
    } else if (fault.column != nullptr) {
        shown.header = fault.column->header();
    }
    return shown;
}

// As many as a report shows.
void keep_shown(const SubmissionReader& reader, const sheets::SheetRow& row,
                const records::Faults& found, std::vector<RowFault>& told) {
    for (const auto& fault : found) {
        if (told.size() == faults_shown_max) return;
        told.push_back(row_fault(reader, row, fault));
    }
}

Result<const catalogue::Authority*> submitter_of(const Desk& desk, const Caller& caller,
                                                 const SubmissionFile& file) {
    TRY(access::authorise(caller.principal, "submit", file.authority));
    return desk.catalogue().authorities.find(file.authority, day_of(caller.received_at));
}

std::string words_of(const SubmissionReader& reader, const records::Faults& faults,
                     const Tell& tell) {
    std::string words;
    for (const auto& fault : faults) {
        if (!words.empty()) words += "；";
        if (fault.column != nullptr) words += fault.column->header() + "：";
        words += tell(told_ground(reader, fault.ground));
    }
    return words;
}

void add_left_out(SubmissionReport& report, const SubmissionReader& reader) {
    for (const auto& header : reader.header().unknown) {
        auto shown = without_details(header, reader.filing().day);
        const bool named = std::ranges::find(report.left_out, shown) != report.left_out.end();
        if (!named) report.left_out.push_back(std::move(shown));
    }
}

Result<SubmissionReport> judge_and_stage(SubmissionReader& reader, records::Staging& staging) {
    SubmissionReport report;
    report.kind = reader.kind().id;
    report.version = reader.kind().version;
    const auto judge = [&](std::span<records::JudgedRow> rows) -> Result<void> {
        TRY(staging.add(rows));
        for (const auto& judged : rows) {
            if (!judged.faults.empty()) {
                staging.count_rejected();
            } else if (judged.admission.reference_only) {
                ++report.reference_only;
            }
            keep_shown(reader, judged.sheet_row, judged.faults, report.faults);
            report.faults_total += judged.faults.size();
            keep_shown(reader, judged.sheet_row, judged.admission.warnings, report.warnings);
            report.warnings_total += judged.admission.warnings.size();
        }
        return {};
    };
    for (bool more = true; more; more = TRY(reader.next_sheet())) {
        add_left_out(report, reader);
        TRY(reader.visit(judge));
    }
    report.sheets_left_out = reader.sheets_left_out();
    return report;
}

Result<std::string> submission_of(const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    return read_text(body, "submission");
}

Result<void> accept(Desk& desk, const Caller& caller, const records::StagedSubmission& staged,
                    records::RowsToCome rows) {
    const auto act = TRY(desk.perform(caller, records::home_key_of(staged.authority),
                                      [&](const access::Occasion& occasion) {
                                          return records::accept_submission(occasion, staged);
                                      }));
    // The turn was lost, and the same request came through elsewhere: the next one is told.
    const auto accepted = TRY(submission_of(act));
    if (accepted != staged.submission_id) return fail(ErrorCode::Unavailable, "sql.try_again");
    records::RowSpread spread(staged.submission_id, std::move(rows));
    for (bool more = true; more;) {
        if (!desk.still_open()) return {};  // the next start goes on, as after a crash
        auto lease = TRY(desk.pool().lease(sql::Access::Write));
        more = TRY(spread.next(*lease));
    }
    desk.tell_of_rows();
    const auto* const kind = TRY(desk.catalogue().kinds.find_version(staged.kind, staged.version));
    if (!kind->listing) return {};
    return adopt_listings(desk, caller, staged.submission_id);
}

Result<void> drop(Desk& desk, const std::string& submission_id) {
    auto lease = TRY(desk.pool().lease(sql::Access::Write));
    return records::drop_staged(*lease, submission_id);
}

// The rows are judged again, for what is wrong in them; what came of them stands.
Result<SubmissionReport> report_again(Desk& desk, SubmissionReport report,
                                      std::string_view authority, const ledger::Act& act) {
    const auto id = TRY(submission_of(act));
    auto lease = TRY(desk.pool().lease(sql::Access::Read));
    const auto submission = TRY(records::SubmissionRegister(*lease).find(authority, id));
    report.counts = submission.counts;
    report.submission_id = id;
    report.accepted = true;
    return report;
}

}  // namespace

Result<SubmissionReport> submit(Desk& desk, const Caller& caller, const SubmissionFile& file) {
    const auto* const submitter = TRY(submitter_of(desk, caller, file));
    auto reader =
        TRY(SubmissionReader::open(desk, *submitter, file.path, day_of(caller.received_at)));
    auto turn = TRY(Turn::take(desk));
    const auto cache = TRY(sql::BulkCache::widen(desk.pool()));
    const auto performed = TRY(desk.find_performed(caller, records::home_key_of(file.authority)));
    auto reading = TRY(desk.pool().lease(sql::Access::Read));
    records::Staging staging({.pool = desk.pool(),
                              .reading = *reading,
                              .keys = desk.keys(),
                              .identifiers = desk.identifiers()},
                             reader.filing(), ledger::new_act_id(caller.received_at));
    TRY(staging.begin());
    auto report = TRY(judge_and_stage(reader, staging));
    auto staged = TRY(staging.finish());
    if (performed) {
        TRY(drop(desk, staged.submission_id));
        return report_again(desk, std::move(report), file.authority, *performed);
    }
    staged.file_digest = file.digest;
    report.counts = staged.counts;
    report.accepted = staged.counts.rejected == 0 || file.partial;
    if (!report.accepted) {
        report.counts.accepted = 0;
        report.counts.superseded = 0;
        report.counts.quarantined = 0;
    }
    const bool anything = staged.counts.accepted + staged.counts.quarantined > 0;
    if (!report.accepted || !anything) {
        TRY(drop(desk, staged.submission_id));
        return report;
    }
    TRY(turn.confirm());
    TRY(accept(desk, caller, staged, staging.take_rows_to_come()));
    report.submission_id = staged.submission_id;
    return report;
}

Result<void> write_faults(Desk& desk, const Caller& caller, const SubmissionFile& file,
                          const std::filesystem::path& out, const Tell& tell) {
    const auto* const submitter = TRY(submitter_of(desk, caller, file));
    auto reader =
        TRY(SubmissionReader::open(desk, *submitter, file.path, day_of(caller.received_at)));
    const auto writer =
        TRY(sheets::FaultsWriter::create(out, reader.format().kind, sheets::FaultsRows::All));
    const auto turn = TRY(Turn::take(desk));
    auto reading = TRY(desk.pool().lease(sql::Access::Read));
    records::Staging staging({.pool = desk.pool(),
                              .reading = *reading,
                              .keys = desk.keys(),
                              .identifiers = desk.identifiers()},
                             reader.filing(), ledger::new_act_id(caller.received_at));
    TRY(staging.begin());
    const auto write = [&](std::span<records::JudgedRow> rows) -> Result<void> {
        TRY(staging.add(rows));
        for (auto& judged : rows) {
            judged.sheet_row.number = reader.number_on_sheet(judged.sheet_row);
            TRY(writer->write_row(judged.sheet_row, words_of(reader, judged.faults, tell)));
        }
        return {};
    };
    for (bool more = true; more; more = TRY(reader.next_sheet())) {
        TRY(writer->write_header(reader.header_row()));
        TRY(reader.visit(write));
    }
    const auto staged = TRY(staging.finish());
    TRY(drop(desk, staged.submission_id));
    return writer->finish();
}

}  // namespace credit::desk
