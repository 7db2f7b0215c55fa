#include "desk/rebuild.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "desk/effects.h"
#include "desk/rebuild.sql.h"
#include "desk/scratch_store.h"
#include "foundation/bytes.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/act_store.h"
#include "ledger/keys.h"
#include "log/merkle.h"
#include "records/accept_submission.h"
#include "records/record.h"
#include "records/record_row.h"
#include "records/spread/spread_rows.h"
#include "sql/citus/whole_view.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "sql/value.h"

namespace credit::desk {
namespace {

constexpr std::array derived{&statements::opening,
                             &statements::calendar_loaded,
                             &statements::telling_recount,
                             &statements::submission,
                             &statements::record_current,
                             &statements::record_end,
                             &statements::record_tombstone,
                             &statements::subject,
                             &statements::subject_name,
                             &statements::named_person,
                             &statements::naming_home,
                             &statements::subject_industry,
                             &statements::subject_registration,
                             &statements::alias,
                             &statements::subject_role,
                             &statements::succession,
                             &statements::succession_home,
                             &statements::listing,
                             &statements::listing_home,
                             &statements::listing_step,
                             &statements::erasure,
                             &statements::evidence,
                             &statements::objection,
                             &statements::objection_home,
                             &statements::publicity_closed,
                             &statements::commitment,
                             &statements::commitment_home,
                             &statements::consent,
                             &statements::consent_home,
                             &statements::complaint,
                             &statements::complaint_home,
                             &statements::execution,
                             &statements::execution_home,
                             &statements::joint_action,
                             &statements::amendment,
                             &statements::amendment_row,
                             &statements::inspection_plan,
                             &statements::honour_review,
                             &statements::honour_review_home,
                             &statements::incident,
                             &statements::incident_subject,
                             &statements::record_review,
                             &statements::record_released,
                             &statements::text_review,
                             &statements::record_listing,
                             &statements::notice,
                             &statements::notice_home,
                             &statements::notice_unserved,
                             &statements::notice_service,
                             &statements::notice_consent,
                             &statements::notice_channel,
                             &statements::lookup_seal,
                             &statements::lookup_withholding,
                             &statements::lookup_question,
                             &statements::lookup_sign,
                             &statements::protected_subject,
                             &statements::repair_case,
                             &statements::repair_home,
                             &statements::repair_step,
                             &statements::repair_opening,
                             &statements::restraint_order,
                             &statements::order_home,
                             &statements::stay,
                             &statements::reported_case,
                             &statements::reported_count,
                             &statements::tip,
                             &statements::tip_opening,
                             &statements::tip_key,
                             &statements::tip_handlers,
                             &statements::account,
                             &statements::token,
                             &statements::clock,
                             &statements::distribution};

constexpr std::size_t rows_in_chunk = 2000;

sql::Value value_of(const sql::Cell& cell) {
    return std::visit([](const auto& held) -> sql::Value { return {held}; }, cell);
}

// Why the row waits for an officer; empty for a record.
std::string_view reason_in(const sql::Row& row) {
    constexpr auto reason_at = records::record_columns.size();
    return row.cells().size() > reason_at ? std::string_view(row.text(reason_at))
                                          : std::string_view();
}

// By submission, in hexadecimal.
using Roots = std::map<std::string, std::string, std::less<>>;

// A table of rows as they were filed, which no act derives.
struct FiledTable {
    std::string_view name;
    std::span<const std::string_view> columns;
    const sql::Statement& all;  // by submission and row number
};

const FiledTable records_table{
    .name = "record", .columns = records::record_columns, .all = statements::source_records};
const FiledTable quarantine_table{.name = "record_quarantine",
                                  .columns = records::quarantine_columns,
                                  .all = statements::source_quarantined};

// Copies the rows, and finds those that are not what their act accepted.
class RowCopy {
public:
    RowCopy(sql::Session& scratch, const FiledTable& table, const ledger::Keys& keys,
            RebuildReport& report)
        : scratch_(scratch), table_(table), keys_(keys), report_(report) {}

    Result<void> take(const sql::Row& row) {
        ++report_.records;
        const auto record = records::record_in(row);
        const auto digest = records::digest_of(keys_.hmac, record);
        // An erased row has no content left; that an act erased it is seen at the end.
        const bool erased = record.body.empty();
        if (!erased && digest != record.digest) ++report_.changed_records;
        if (record.submission_id != submission_) {
            close_submission();
            submission_ = record.submission_id;
        }
        tree_.add(bytes_of(records::leaf_of(record, reason_in(row))));
        waiting_.push_back(row);
        return waiting_.size() < rows_in_chunk ? Result<void>{} : flush();
    }

    Result<Roots> finish() {
        close_submission();
        TRY(flush());
        return std::move(roots_);
    }

private:
    void close_submission() {
        if (!submission_.empty()) roots_.emplace(submission_, to_hex(tree_.root()));
        tree_ = {};
    }

    Result<void> flush() {
        std::vector<std::vector<sql::Value>> rows;
        for (const auto& row : waiting_) {
            auto& values = rows.emplace_back();
            for (const auto& cell : row.cells()) values.push_back(value_of(cell));
        }
        TRY(scratch_.append_rows(table_.name, table_.columns, rows));
        waiting_.clear();
        return {};
    }

    sql::Session& scratch_;
    const FiledTable& table_;
    const ledger::Keys& keys_;
    RebuildReport& report_;
    std::string submission_;
    log::MerkleRoot tree_;
    std::vector<sql::Row> waiting_;
    Roots roots_;
};

Result<Roots> copy_rows(sql::Session& store, sql::Session& scratch, const FiledTable& table,
                        const ledger::Keys& keys, RebuildReport& report) {
    auto transaction = TRY(sql::Transaction::begin(scratch));
    RowCopy copy(scratch, table, keys, report);
    const auto take = [&copy](const sql::Row& row) { return copy.take(row); };
    TRY(store.visit(table.all, {}, take));
    auto roots = TRY(copy.finish());
    TRY(transaction.commit());
    return roots;
}

// Whether the rows of a submission come to the root that its act committed to.
bool comes_to(const Roots& roots, std::string_view submission, std::string_view root) {
    const auto found = roots.find(submission);
    return found == roots.end() ? root == to_hex(log::empty_root()) : found->second == root;
}

// The rows as they were filed, and the roots they come to.
struct Filed {
    Roots records;
    Roots quarantined;
};

Result<void> apply_submission(sql::Session& scratch, const ledger::Act& act, const Filed& filed,
                              RebuildReport& report) {
    const auto body = TRY(parse_object(act.body));
    const auto submission = TRY(read_text(body, "submission"));
    const auto root = TRY(read_text(body, "root"));
    const auto quarantine_root = TRY(read_text(body, "quarantine_root"));
    if (!comes_to(filed.records, submission, root) ||
        !comes_to(filed.quarantined, submission, quarantine_root)) {
        report.wrong_submissions.push_back(submission);
    }
    return records::spread_submission(scratch, submission);
}

Result<void> apply_again(sql::Session& scratch, const ledger::Act& act, const Filed& filed,
                         RebuildReport& report) {
    if (act.body.empty()) return {};  // erased: its effects went with it
    {
        auto transaction = TRY(sql::Transaction::begin(scratch));
        TRY(carry_out(scratch, act));
        TRY(transaction.commit());
    }
    if (act.kind != records::accept_submission_kind) return {};
    return apply_submission(scratch, act, filed, report);
}

Result<TableFinding> compare(sql::Session& store, sql::Session& scratch,
                             const sql::Statement& statement) {
    TableFinding finding;
    finding.table = statement.name.substr(statement.name.rfind('.') + 1);
    // Both are read in the order of the key; the rebuilt side is held, one table at a time.
    std::vector<sql::Row> rebuilt = TRY(scratch.query(statement));
    const auto by_key = [](const sql::Row& a, const sql::Row& b) { return a.cells() < b.cells(); };
    std::ranges::sort(rebuilt, by_key);
    std::vector<sql::Row> standing = TRY(store.query(statement));
    std::ranges::sort(standing, by_key);
    finding.rows = static_cast<std::int64_t>(standing.size());
    const auto [left, right] = std::ranges::mismatch(
        standing, rebuilt,
        [](const sql::Row& a, const sql::Row& b) { return a.cells() == b.cells(); });
    finding.equal = left == standing.end() && right == rebuilt.end();
    if (!finding.equal) finding.first_difference = left - standing.begin() + 1;
    return finding;
}

}  // namespace

bool RebuildReport::equal() const {
    return changed_records == 0 && wrong_submissions.empty() &&
           std::ranges::all_of(tables, &TableFinding::equal);
}

Result<RebuildReport> rebuild_check(sql::Session& store, const ledger::Keys& keys,
                                    const Progress& progress) {
    // One view of the store: an act that gets its number meanwhile is seen once.
    const auto reading = TRY(sql::WholeView::begin(store));
    return rebuild_check_within(store, keys, progress);
}

Result<RebuildReport> rebuild_check_within(sql::Session& store, const ledger::Keys& keys,
                                           const Progress& progress) {
    const auto scratch = TRY(ScratchStore::create());
    sql::Session& rebuilt = scratch.session();
    RebuildReport report;
    Filed filed;
    filed.records = TRY(copy_rows(store, rebuilt, records_table, keys, report));
    filed.quarantined = TRY(copy_rows(store, rebuilt, quarantine_table, keys, report));
    TRY(ledger::visit_acts(store, keys, [&](const ledger::Act& act) -> Result<void> {
        ++report.acts;
        if (progress) progress(report.acts);
        return apply_again(rebuilt, act, filed, report);
    }));
    report.changed_records += std::ssize(TRY(rebuilt.query(statements::emptied_by_no_act)));
    for (const auto* statement : derived) {
        report.tables.push_back(TRY(compare(store, rebuilt, *statement)));
    }
    return report;
}

}  // namespace credit::desk
