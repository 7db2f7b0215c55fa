#include "credit_reporting/feed.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "catalogue/offices/authority.h"
#include "credit_reporting/change.h"
#include "credit_reporting/feed.sql.h"
#include "credit_reporting/feed_item.h"
#include "credit_reporting/organisation.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act_store.h"
#include "records/accept_submission.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::credit_reporting {
namespace {

constexpr std::int64_t acts_at_once = 256;
constexpr std::int64_t rows_at_once = 64;
constexpr std::size_t acts_looked_at_max = 4096;
constexpr std::size_t rows_looked_at_max = 1024;

class Walk {
public:
    Walk(const FeedReading& reading, const Place& from, std::size_t limit)
        : reading_(reading), limit_(limit) {
        page_.next = from;
    }

    Result<FeedPage> run() {
        while (true) {
            const auto entries = TRY(reading_.session.query(
                statements::entries_from, {page_.next.entry, page_.next.entry + acts_at_once}));
            for (const auto& entry : entries) {
                if (full() || !TRY(look_at(entry))) return std::move(page_);
                page_.next = {.entry = entry.integer(0) + 1};
            }
            if (entries.size() < static_cast<std::size_t>(acts_at_once)) return std::move(page_);
        }
    }

private:
    bool full() {
        page_.more = page_.items.size() >= limit_ || acts_ >= acts_looked_at_max ||
                     rows_ >= rows_looked_at_max;
        return page_.more;
    }

    // False when the page ends within it.
    Result<bool> look_at(const sql::Row& entry) {
        ++acts_;
        const auto& home = entry.text(1);
        const auto& kind = entry.text(3);
        if (kind == records::accept_submission_kind) return look_at_rows(home, entry.text(2));
        if (!home.starts_with('O') || !turn_of(kind)) return true;
        const auto& organisation = *TRY(organisation_of(home));
        take(organisation.changed_at(page_.next.entry), organisation);
        return true;
    }

    Result<bool> look_at_rows(const std::string& home, const std::string& act_id) {
        const auto act = TRY(ledger::read_act(reading_.session, reading_.keys, home, act_id));
        if (act.body_erased) return true;
        const auto body = TRY(parse_object(act.body));
        if (TRY(read_text(body, "kind")) != "penalty") return true;
        const auto submission = TRY(read_text(body, "submission"));
        // Rows become visible after the act: until all are, the reader waits here.
        const auto spread = TRY(reading_.session.find(statements::find_spread, {submission}));
        if (spread && spread->integer(0) < spread->integer(1)) return false;
        while (true) {
            const auto rows = TRY(reading_.session.query(
                statements::rows_after, {submission, page_.next.row, rows_at_once}));
            for (const auto& row : rows) {
                if (full()) return false;
                TRY(take_row(row));
            }
            if (rows.size() < static_cast<std::size_t>(rows_at_once)) return true;
        }
    }

    Result<void> take_row(const sql::Row& row) {
        ++rows_;
        page_.next.row = row.integer(2);
        const auto& organisation = *TRY(organisation_of(row.text(0)));
        take(organisation.brought_at(page_.next.entry, row.text(1)), organisation);
        return {};
    }

    void take(std::vector<FeedItem> items, const Organisation& organisation) {
        for (auto& item : items) {
            page_.versions.emplace(item.subject_key, organisation.version());
            page_.items.push_back(std::move(item));
        }
    }

    Result<const Organisation*> organisation_of(const std::string& subject_key) {
        if (const auto known = known_.find(subject_key); known != known_.end()) {
            return &known->second;
        }
        auto organisation = TRY(Organisation::read(reading_, subject_key));
        return &known_.emplace(subject_key, std::move(organisation)).first->second;
    }

    const FeedReading& reading_;
    std::size_t limit_;
    FeedPage page_;
    std::size_t acts_ = 0;
    std::size_t rows_ = 0;
    std::map<std::string, Organisation, std::less<>> known_;
};

std::optional<std::int64_t> read_number(std::string_view digits) {
    std::int64_t number = 0;
    const auto read = std::from_chars(digits.begin(), digits.end(), number);
    if (read.ec != std::errc() || read.ptr != digits.end() || number < 0) return std::nullopt;
    return number;
}

}  // namespace

std::string Place::text() const {
    return std::to_string(entry) + "-" + std::to_string(row);
}

std::optional<Place> Place::parse(std::string_view text) {
    const auto mark = text.find('-');
    if (mark == std::string_view::npos) return std::nullopt;
    const auto entry = read_number(text.substr(0, mark));
    const auto row = read_number(text.substr(mark + 1));
    if (!entry || !row) return std::nullopt;
    return Place{.entry = *entry, .row = *row};
}

Grounds judge_agency(const catalogue::Catalogue& catalogue, std::string_view office, Date day) {
    const auto found = catalogue.authorities.find(office, day);
    if (!found || !(*found)->has_function(function)) {
        return {{.word = "credit_reporting.not_an_agency"}};
    }
    return catalogue.purposes.refusals(purpose, ground, access::id_of(access::Role::Bank), day);
}

Result<FeedPage> read_feed(const FeedReading& reading, const Place& from, std::size_t limit) {
    return Walk(reading, from, limit).run();
}

Result<bool> still_stands(sql::Session& session, const FeedPage& page) {
    for (const auto& [subject_key, version] : page.versions) {
        if (TRY(ledger::home_version(session, subject_key)) != version) return false;
    }
    return true;
}

}  // namespace credit::credit_reporting
