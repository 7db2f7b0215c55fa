// What the register knows about rows that are filed (已登记情况): the record of their document, how
// equal rows ended, whether the name agrees.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "records/record.h"
#include "sql/session.h"

namespace credit::records {

struct Known {
    std::string row_key = {};   // under which the document has a record; empty: it has none
    bool same = false;          // which says the same
    bool ended = false;         // an equal row ended
    bool refused = false;       // by an officer
    bool others_ended = false;  // not an equal one, but others of the subject
    bool name_agrees = false;   // letter for letter, or the subject has no name yet

    bool current() const { return !row_key.empty(); }
};

// A row, and the key that it would have had before decision 0242.
struct AskedRow {
    const Record& record;
    std::string_view earlier_key;
};

// The errors of the store.
class KnownRows {
public:
    // All must outlive it.
    KnownRows(sql::Session& session, const catalogue::Catalogue& catalogue, const crypto::Key& key)
        : session_(session), catalogue_(catalogue), key_(key) {}

    // Of all of them at once, in their order.
    Result<std::vector<Known>> find(std::span<const AskedRow> rows);

    // Whether a row of the same document that ended for good said the same, written otherwise. What
    // its authority withdrew another may still decide.
    Result<bool> ended_alike(const Record& record);
    // How an equal row ended that an authority had filed whose work the filing one took over; empty
    // where none did. Also of an erased row, whose content cannot be compared.
    Result<std::string> ended_before_succession(const Record& record);
    // Whether an earlier version of the row did, which a corrected one has replaced by saying
    // something else.
    Result<bool> superseded_alike(const Record& record, std::string_view row_key);
    // Whether an equal row waits, or was released with what it lacked.
    Result<bool> waits(const Record& record);
    Result<bool> name_disagrees(const Record& record);

private:
    std::vector<crypto::Digest> digests_of(const Record& record) const;
    Result<bool> says(const Record& record, std::string_view version, std::string_view body) const;

    sql::Session& session_;
    const catalogue::Catalogue& catalogue_;
    const crypto::Key& key_;
};

}  // namespace credit::records
