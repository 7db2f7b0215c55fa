// Staging (暂存): rows of a submission on their way into the store, unseen until it is accepted.
//
// Identifiers of persons wait beside the rows until these are visible, and go into the vault then;
// the record holds keys. Rows are written in chunks, each in its own transaction, so that a million
// rows need little memory and a crash leaves only rows that nobody can see and the next turn drops.
// The right to write is taken for a chunk only, so that other acts go on beside a large submission.
// A chunk is written on a thread of its own while the rows of the next are judged.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/crypto.h"
#include "foundation/result.h"
#include "foundation/threads/side_thread.h"
#include "identity/identifier.h"
#include "identity/subject_key.h"
#include "ledger/keys.h"
#include "log/merkle.h"
#include "records/accept_submission.h"
#include "records/intake/intake_rules.h"
#include "records/intake/judged_row.h"
#include "records/intake/known_rows.h"
#include "records/intake/row.h"
#include "records/intake/seen_rows.h"
#include "records/record.h"
#include "records/spread/rows_to_come.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "subjects/identifiers.h"

namespace credit::records {

class Staging {
public:
    // All must outlive it.
    struct Means {
        sql::Pool& pool;
        sql::Session& reading;
        const ledger::Keys& keys;
        const subjects::Identifiers& identifiers;
    };

    Staging(const Means& means, const Filing& filing, std::string submission_id)
        : pool_(means.pool),
          reading_(means.reading),
          known_(means.reading, filing.catalogue, means.keys.hmac),
          filing_(filing),
          keys_(means.keys),
          identifiers_(means.identifiers) {
        staged_.submission_id = std::move(submission_id);
        staged_.authority = filing.submitter.code;
        staged_.kind = filing.kind.id;
        staged_.version = filing.kind.version;
    }

    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;

    // Marks the submission as begun, so that what it stages can be found again.
    Result<void> begin();
    // Takes those of the rows that intake admitted, without faults. What only the register knows
    // may still stand against one (the name, a row withdrawn before, a row that stood earlier in
    // the file): then it is added to its faults and nothing is staged.
    Result<void> add(std::span<JudgedRow> rows);
    void count_rejected() { ++staged_.counts.rejected; }
    // Writes what waits and closes the tree; what remains is to accept.
    Result<StagedSubmission> finish();
    // Of what was staged, once it is finished.
    RowsToCome take_rows_to_come();

private:
    struct Waiting {
        Record record;
        std::string earlier_key;
        std::optional<identity::Identifier> person;          // for the vault
        std::optional<identity::Identifier> representative;  // for the vault
        std::string quarantine;                              // word; empty: a record
    };

    // No value when the register does not confirm who is meant; then it is a fault of the row.
    Result<std::optional<Waiting>> make(JudgedRow& judged) const;
    Result<std::optional<identity::SubjectKey>> find_key(JudgedRow& judged) const;
    // Whose number is not confirmed is left out, and a warning of the row says so.
    Result<std::optional<identity::SubjectKey>> find_representative(JudgedRow& judged,
                                                                    Waiting& waiting) const;
    Result<std::vector<Known>> find_known(std::span<const Waiting> rows);
    Result<void> add(JudgedRow& judged, Waiting waiting, const Known& known);
    Result<bool> stands_against(const Row& row, const Record& record, const Known& known,
                                Faults& faults);
    std::string decided_by(const Row& row, const Record& record) const;
    Result<void> flush();
    Result<void> write(const std::vector<Waiting>& chunk);
    static std::vector<RowToCome> part_of(const std::vector<Waiting>& chunk);
    static std::vector<const Waiting*> by_subject(const std::vector<Waiting>& chunk);
    Result<void> insert(sql::Session& session, const std::vector<Waiting>& chunk) const;
    Result<void> insert_piece(sql::Session& session, std::span<const Waiting* const> piece) const;

    sql::Pool& pool_;
    sql::Session& reading_;
    KnownRows known_;
    const Filing& filing_;
    const ledger::Keys& keys_;
    const subjects::Identifiers& identifiers_;
    StagedSubmission staged_;
    SeenRows seen_;
    std::vector<Waiting> waiting_;
    log::MerkleRoot tree_;
    log::MerkleRoot quarantine_tree_;
    RowsToCome rows_to_come_;  // of the writing thread, until it has finished
    SideThread writing_;       // of the chunk before
};

}  // namespace credit::records
