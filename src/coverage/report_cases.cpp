#include "coverage/report_cases.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/matter.h"
#include "catalogue/duties/measure.h"
#include "catalogue/subject_category.h"
#include "coverage/coverage_register.h"
#include "coverage/reported_case.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "ledger/act.h"
#include "ledger/distribution.h"
#include "ledger/draft.h"
#include "sql/session.h"
#include "subjects/subject.h"

namespace credit::coverage {
namespace {

// 办结当日及以前查询的，为已查。
State state_of(const access::Occasion& occasion, const CaseRow& row, Date decided_on) {
    if (!must_check(occasion, row.matter, decided_on)) return State::NotNeeded;
    if (!row.seen) return State::Missing;
    return row.seen->looked_on <= decided_on ? State::Checked : State::Late;
}

class Taking {
public:
    explicit Taking(const access::Occasion& occasion)
        : occasion_(occasion), home_key_("A" + occasion.principal.authority) {}

    Result<void> take(std::size_t place, const CaseRow& row) {
        const auto word = fault_of(row);
        if (!word.empty() || !row.decided_on) {
            refuse_row("cases", place, word);
            return {};
        }
        auto reported = TRY(case_of(row, *row.decided_on));
        CoverageRegister kept(occasion_.session);
        const auto before = TRY(kept.find(home_key_, row.matter, row.case_number));
        if (before && (before->subject_key != reported.subject_key ||
                       before->decided_on != reported.decided_on)) {
            refuse_row("cases", place, "coverage.reported_otherwise");
            return {};
        }
        if (before && before->state == reported.state) {
            ++unchanged_;
            return {};
        }
        if (before) reported.case_id = before->case_id;
        unchecked_ |= reported.of_organisation() && reported.unchecked();
        cases_.push_back(to_json(reported));
        return {};
    }

    Result<void> take(std::size_t place, const CountRow& row) {
        const auto word = fault_of(row);
        if (!word.empty() || !row.counted_on) {
            refuse_row("counts", place, word);
            return {};
        }
        CoverageRegister kept(occasion_.session);
        const auto before = TRY(kept.find_count(home_key_, row.matter, *row.counted_on));
        if (before && before->organisations == row.organisations &&
            before->looked_up == row.looked_up) {
            ++unchanged_;
            return {};
        }
        unchecked_ |= row.looked_up < row.organisations;
        counts_.push_back(to_json(ReportedCount{.matter = row.matter,
                                                .counted_on = *row.counted_on,
                                                .count_id = next_id(),
                                                .organisations = row.organisations,
                                                .looked_up = row.looked_up}));
        return {};
    }

    Result<ledger::Draft> draft() {
        if (cases_.empty() && counts_.empty()) {
            if (refused_.empty()) return refuse({{.word = "coverage.nothing_new"}});
            return refuse(grounds());
        }
        const JsonObject body{
            {"cases", std::move(cases_)}, {"counts", std::move(counts_)},
            {"unchanged", unchanged_},    {"refused", std::move(refused_)},
            {"unchecked", unchecked_},    {"authority", occasion_.principal.authority}};
        return ledger::Draft{.kind = "coverage.report_cases",
                             .home_key = home_key_,
                             .occurred_on = occasion_.day,
                             .body = to_text(body)};
    }

private:
    std::string fault_of_day(const std::string& matter, const std::optional<Date>& day) const {
        const auto* const known = occasion_.catalogue.matters.find(matter);
        if (known == nullptr) return "coverage.unknown_matter";
        if (!day) return "coverage.day_missing";
        return *day > occasion_.day ? "coverage.day_in_future" : "";
    }
    std::string fault_of(const CaseRow& row) const {
        auto word = fault_of_day(row.matter, row.decided_on);
        if (!word.empty()) return word;
        if (row.case_number.empty()) return "coverage.case_missing";
        return row.subject_key.empty() ? "coverage.subject_unknown" : "";
    }
    std::string fault_of(const CountRow& row) const {
        auto word = fault_of_day(row.matter, row.counted_on);
        if (!word.empty()) return word;
        return row.organisations < 0 ? "coverage.not_a_count" : "";
    }

    Result<ReportedCase> case_of(const CaseRow& row, Date decided_on) {
        const auto key = TRY(identity::SubjectKey::parse(row.subject_key));
        ReportedCase reported{
            .matter = row.matter,
            .case_number = row.case_number,
            .case_id = next_id(),
            .subject_key = row.subject_key,
            .category =
                std::string(catalogue::name_of(subjects::category_of(subjects::kind_of(key)))),
            .decided_on = decided_on,
            .state = state_of(occasion_, row, decided_on)};
        if (row.seen) {
            reported.lookup_id = row.seen->lookup_id;
            reported.looked_on = row.seen->looked_on;
        }
        return reported;
    }

    std::string next_id() { return occasion_.act_id + "-" + std::to_string(++ordinal_); }

    void refuse_row(std::string_view what, std::size_t place, std::string_view word) {
        refused_.push_back(JsonObject{{"in", what}, {"row", place + 1}, {"ground", word}});
    }
    Grounds grounds() const {
        Grounds all;
        for (const auto& each : refused_) {
            std::string word(each.as_object().at("ground").as_string());
            if (std::ranges::find(all, word, &Ground::word) == all.end()) {
                all.push_back({.word = std::move(word)});
            }
        }
        return all;
    }

    const access::Occasion& occasion_;
    std::string home_key_;
    JsonArray cases_;
    JsonArray counts_;
    JsonArray refused_;
    int unchanged_ = 0;
    int ordinal_ = 0;
    bool unchecked_ = false;
};

}  // namespace

bool must_check(const access::Occasion& occasion, std::string_view matter, Date day) {
    const auto* const known = occasion.catalogue.matters.find(matter);
    if (known == nullptr || !known->validity.covers(day)) return false;
    return std::ranges::any_of(
        occasion.catalogue.measures.all(), [&](const catalogue::Measure& measure) {
            return measure.in_force(day) && catalogue::binds_at(*known, measure);
        });
}

Result<ledger::Draft> report_cases(const access::Occasion& occasion, const Report& report) {
    TRY(access::authorise(occasion.principal, "report_cases", occasion.principal.authority));
    if (report.cases.size() + report.counts.size() > rows_max) {
        return refuse({{.word = "coverage.too_many", .arguments = {std::to_string(rows_max)}}});
    }
    Taking taking(occasion);
    std::size_t place = 0;
    for (const auto& row : report.cases) TRY(taking.take(place++, row));
    place = 0;
    for (const auto& row : report.counts) TRY(taking.take(place++, row));
    return taking.draft();
}

Result<void> apply_report(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    CoverageRegister kept(session);
    for (const auto& each : *TRY(read_array(body, "cases"))) {
        const auto reported = TRY(read_case(each.as_object()));
        TRY(kept.save(act.home_key, reported));
    }
    for (const auto& each : *TRY(read_array(body, "counts"))) {
        const auto count = TRY(read_count(each.as_object()));
        TRY(kept.save(act.home_key, count));
    }
    const bool unchecked = TRY(read_flag(body, "unchecked"));
    if (!unchecked) return {};
    // luzhengfa-2017-44 item 26: named among the overdue until the authority has acknowledged it.
    return ledger::tell(session, {.subject_key = act.home_key,
                                  .distribution_id = act.id + "-t",
                                  .act_id = act.id,
                                  .recipient_kind = "authority",
                                  .recipient = TRY(read_text(body, "authority")),
                                  .about_id = act.id,
                                  .what = "cases_not_checked",
                                  .urgent = true,
                                  .due_on = act.occurred_on});
}

}  // namespace credit::coverage
