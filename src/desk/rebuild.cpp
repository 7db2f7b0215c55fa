#include "desk/rebuild.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
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
#include "sql/session.h"
#include "sql/statement.h"
#include "sql/value.h"

namespace credit::desk {
namespace {

constexpr std::array derived{&statements::opening,          &statements::submission,
                             &statements::record_current,   &statements::record_end,
                             &statements::record_tombstone, &statements::subject,
                             &statements::subject_name,     &statements::alias,
                             &statements::subject_role,     &statements::listing,
                             &statements::listing_home,     &statements::listing_step,
                             &statements::restraint_order,  &statements::order_home,
                             &statements::account,          &statements::token,
                             &statements::erasure,          &statements::evidence,
                             &statements::objection,        &statements::objection_home,
                             &statements::publicity_closed, &statements::clock,
                             &statements::distribution};

constexpr std::array<std::string_view, 20> record_columns{
    "subject_key",  "record_id",    "submission_id",   "row_number",     "kind",
    "version",      "authority",    "document_number", "row_key",        "digest",
    "subject_kind", "subject_name", "decided_on",      "conduct_on",     "valid_through",
    "reported_on",  "due_on",       "due_provisional", "reference_only", "body"};

constexpr std::size_t rows_in_chunk = 2000;

sql::Value value_of(const sql::Cell& cell) {
    return std::visit([](const auto& held) -> sql::Value { return {held}; }, cell);
}

records::Record record_of(const sql::Row& row) {
    records::Record record;
    record.subject_key = row.text(0);
    record.kind = row.text(4);
    record.version = row.text(5);
    record.authority = row.text(6);
    record.subject_name = row.text(11);
    record.body = row.text(19);
    return record;
}

// Copies the records, and finds those that are not what their act accepted.
class RecordCopy {
public:
    RecordCopy(sql::Session& scratch, const ledger::Keys& keys, RebuildReport& report)
        : scratch_(scratch), keys_(keys), report_(report) {}

    Result<void> take(const sql::Row& row) {
        ++report_.records;
        const auto digest = records::digest_of(keys_.hmac, record_of(row));
        // An erased row has no content left; that an act erased it is seen at the end.
        const bool erased = row.text(19).empty();
        if (!erased && !std::ranges::equal(digest, row.bytes(9))) ++report_.changed_records;
        if (row.text(2) != submission_) {
            close_submission();
            submission_ = row.text(2);
        }
        tree_.add(row.bytes(9));
        waiting_.push_back(row);
        return waiting_.size() < rows_in_chunk ? Result<void>{} : flush();
    }

    Result<void> finish() {
        close_submission();
        return flush();
    }

    // By submission, in hexadecimal.
    const std::vector<std::pair<std::string, std::string>>& roots() const { return roots_; }

private:
    void close_submission() {
        if (!submission_.empty()) roots_.emplace_back(submission_, to_hex(tree_.root()));
        tree_ = {};
    }

    Result<void> flush() {
        std::vector<std::vector<sql::Value>> rows;
        for (const auto& row : waiting_) {
            auto& values = rows.emplace_back();
            for (const auto& cell : row.cells()) values.push_back(value_of(cell));
        }
        TRY(scratch_.append_rows("record", record_columns, rows));
        waiting_.clear();
        return {};
    }

    sql::Session& scratch_;
    const ledger::Keys& keys_;
    RebuildReport& report_;
    std::string submission_;
    log::MerkleRoot tree_;
    std::vector<sql::Row> waiting_;
    std::vector<std::pair<std::string, std::string>> roots_;
};

Result<void> copy_records(sql::Session& store, sql::Session& scratch, const ledger::Keys& keys,
                          RebuildReport& report) {
    auto transaction = TRY(sql::Transaction::begin(scratch));
    RecordCopy copy(scratch, keys, report);
    const auto take = [&copy](const sql::Row& row) { return copy.take(row); };
    TRY(store.visit(statements::source_records, {}, take));
    TRY(copy.finish());
    TRY(transaction.commit());
    for (const auto& row : TRY(store.query(statements::submission))) {
        const auto& roots = copy.roots();
        const auto found =
            std::ranges::find(roots, row.text(1), &std::pair<std::string, std::string>::first);
        const bool as_accepted =
            found == roots.end() ? row.integer(7) == 0 : found->second == row.text(13);
        if (!as_accepted) report.wrong_submissions.push_back(row.text(1));
    }
    return {};
}

Result<void> apply_again(sql::Session& scratch, const ledger::Act& act) {
    if (act.body.empty()) return {};  // erased: its effects went with it
    {
        auto transaction = TRY(sql::Transaction::begin(scratch));
        TRY(effect_of(act.kind)(scratch, act));
        TRY(transaction.commit());
    }
    if (act.kind != records::accept_submission_kind) return {};
    const auto body = TRY(parse_object(act.body));
    const auto submission = TRY(read_text(body, "submission"));
    return records::spread_submission(scratch, submission);
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
    const auto scratch = TRY(ScratchStore::create());
    sql::Session& rebuilt = scratch.session();
    RebuildReport report;
    TRY(copy_records(store, rebuilt, keys, report));
    TRY(ledger::visit_acts(store, keys, [&](const ledger::Act& act) -> Result<void> {
        ++report.acts;
        if (progress) progress(report.acts);
        return apply_again(rebuilt, act);
    }));
    report.changed_records += std::ssize(TRY(rebuilt.query(statements::emptied_by_no_act)));
    for (const auto* statement : derived) {
        report.tables.push_back(TRY(compare(store, rebuilt, *statement)));
    }
    return report;
}

}  // namespace credit::desk
