// An organisation as the feed sees it (采集对象): what of it is public today, what the agency was
// given before, and which acts changed one or the other.
//
// Natural persons and individual businesses have nothing in it.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "credit_reporting/change.h"
#include "credit_reporting/feed_item.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "ledger/keys.h"
#include "sql/session.h"

namespace credit::credit_reporting {

struct FeedReading {
    sql::Session& session;
    sql::Session& lookups;  // of the look-up store, settled
    const catalogue::Catalogue& catalogue;
    const law::Library& law;
    const ledger::Keys& keys;
    std::string_view agency;  // its code
    Date day{};
};

class Organisation {
public:
    static Result<Organisation> read(const FeedReading& reading, std::string_view subject_key);

    // What the act at that place of the log changed and no later one did, as it stands today.
    std::vector<FeedItem> changed_at(std::int64_t place) const;
    // The same of a record that a submission at that place brought.
    std::vector<FeedItem> brought_at(std::int64_t place, const std::string& record_id) const;
    // Raised by every act about it.
    std::int64_t version() const { return version_; }

private:
    Result<void> read_items(const FeedReading& reading, std::string_view subject_key);
    Result<void> read_held(const FeedReading& reading);
    Result<void> read_kin(sql::Session& session, const std::string& id);

    const FeedItem* find_public(const std::string& id) const;
    bool was_given(const std::string& id) const;
    bool is_replaced(const std::string& id) const;
    const std::vector<std::string>& kin_of(const std::string& id) const;
    enum class Which : std::uint8_t { Any, Opening };
    bool changed_after(std::int64_t place, const std::string& id, Which which) const;
    void add(std::vector<FeedItem>& items, const std::string& id, std::int64_t place,
             Turn turn) const;

    std::string subject_key_;
    std::int64_t version_ = 0;
    std::vector<FeedItem> public_;
    std::vector<std::string> given_;  // to the agency, sorted
    std::vector<std::string> held_;   // listings on hold
    std::vector<Change> changes_;
    std::map<std::string, std::vector<std::string>> kin_;  // what is one item with each
};

}  // namespace credit::credit_reporting
