#include "pages/publicity/newest.h"

#include <algorithm>
#include <charconv>
#include <chrono>
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

#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "pages/html/place.h"
#include "pages/portal.h"
#include "pages/portal.sql.h"
#include "publicity/subject_view.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::pages {
namespace {

constexpr std::int64_t submissions_at_once = 64;
constexpr std::int64_t rows_at_once = 64;
constexpr std::size_t rows_looked_at_max = 320;
constexpr std::string_view last_submission = "~";  // later than every id
constexpr Date first_day{};
constexpr Date last_day{std::chrono::year{9999} / 12 / 31};

struct Filed {
    std::string submission;
    Date on{};
};

class Search {
public:
    Search(sql::Session& session, const Place& place, const Portal& portal, const Wanted& wanted)
        : session_(session), place_(place), portal_(portal), wanted_(wanted) {}

    Result<Newest> run() {
        std::string before(wanted_.after.submission.empty() ? last_submission
                                                            : wanted_.after.submission);
        while (true) {
            const auto rows =
                TRY(session_.query(statements::submissions_before,
                                   {std::string_view(wanted_.kind), std::string_view(before),
                                    wanted_.from.value_or(first_day),
                                    wanted_.through.value_or(last_day), submissions_at_once}));
            for (const auto& row : rows) {
                if (row.text(0) == passed_ || !wants(row.text(1))) continue;
                passed_ = row.text(0);
                if (!TRY(look_at({.submission = row.text(0), .on = row.date(2)}))) return newest_;
            }
            if (rows.size() < submissions_at_once) return newest_;
            before = rows.back().text(0);
            passed_ = before;
        }
    }

private:
    // Of the wanted authority and region; the home key is 'A' and the authority's code.
    bool wants(const std::string& home_key) const {
        const auto code = std::string_view(home_key).substr(1);
        if (!wanted_.authority.empty() && code != wanted_.authority) return false;
        if (wanted_.region.empty()) return true;
        const auto office = place_.catalogue.authorities.find(code);
        return office && (*office)->region == wanted_.region;
    }

    // False when the page is full.
    Result<bool> look_at(const Filed& filed) {
        std::int64_t after = filed.submission == wanted_.after.submission ? wanted_.after.row : 0;
        while (true) {
            const auto rows = TRY(session_.query(statements::organisations_rows,
                                                 {filed.submission, after, rows_at_once}));
            for (const auto& row : rows) {
                if (newest_.records.size() == wanted_.limit || looked_at_ == rows_looked_at_max) {
                    newest_.next = After{.submission = filed.submission, .row = after};
                    return false;
                }
                ++looked_at_;
                after = row.integer(2);
                TRY(take(row, filed));
            }
            if (rows.size() < rows_at_once) return true;
        }
    }

    Result<void> take(const sql::Row& row, const Filed& filed) {
        const auto& view = *TRY(view_of(row.text(0)));
        const auto found =
            std::ranges::find(view.records, row.text(1), &publicity::ShownRecord::record_id);
        if (found == view.records.end()) return {};
        const auto key = TRY(identity::SubjectKey::parse(row.text(0)));
        newest_.records.push_back({.record = *found,
                                   .subject_name = view.name,
                                   .subject_id = portal_.addresses.id_of(key),
                                   .filed_on = filed.on});
        return {};
    }

    Result<const publicity::SubjectView*> view_of(const std::string& subject) {
        if (const auto known = views_.find(subject); known != views_.end()) return &known->second;
        const auto key = TRY(identity::SubjectKey::parse(subject));
        auto view = TRY(publicity::view_subject(session_, place_.catalogue, place_.law,
                                                {.subject = key, .day = place_.day}));
        return &views_.emplace(subject, std::move(view)).first->second;
    }

    sql::Session& session_;
    const Place& place_;
    const Portal& portal_;
    const Wanted& wanted_;
    Newest newest_;
    std::string passed_;  // the submission that was looked at last
    std::size_t looked_at_ = 0;
    std::map<std::string, publicity::SubjectView, std::less<>> views_;
};

}  // namespace

std::string After::text() const {
    return submission + "-" + std::to_string(row);
}

std::optional<After> After::parse(std::string_view text) {
    const auto mark = text.find('-');
    if (mark == std::string_view::npos) return std::nullopt;
    After after{.submission = std::string(text.substr(0, mark))};
    const auto digits = text.substr(mark + 1);
    const auto read = std::from_chars(digits.begin(), digits.end(), after.row);
    const bool whole = read.ec == std::errc() && read.ptr == digits.end();
    const bool plain = std::ranges::all_of(
        after.submission, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
    if (!whole || !plain || after.submission.empty()) return std::nullopt;
    return after;
}

Result<Newest> read_newest(sql::Session& session, const Place& place, const Portal& portal,
                           const Wanted& wanted) {
    return Search(session, place, portal, wanted).run();
}

}  // namespace credit::pages
