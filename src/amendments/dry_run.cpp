#include "amendments/dry_run.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "amendments/amendment.sql.h"
#include "amendments/amendment_register.h"
#include "amendments/trial.h"
#include "calendar/date_text.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "sql/row_view.h"
#include "sql/session.h"

namespace credit::amendments {
namespace {

constexpr std::int64_t between_signs = 1000;

// Over before the day: it ends by itself.
bool is_over(const sql::RowView& row, Date day) {
    const auto through = row.optional_date(4);
    const auto last = through ? through : row.optional_date(5);
    return last && *last < day;
}

Result<Likeness> likeness_in(std::string_view line) {
    const auto row = TRY(parse_object(line));
    return Likeness{.standard = TRY(read_text(row, "standard")),
                    .category = TRY(read_text(row, "category")),
                    .authority = TRY(read_text(row, "decided_by")),
                    .adopted = TRY(read_flag(row, "adopted"))};
}

}  // namespace

void Figures::add(const Likeness& likeness, const Difference& difference) {
    using catalogue::SubjectCategory;
    if (likeness.category != catalogue::name_of(SubjectCategory::Organisation)) return;
    ++touched_;
    if (difference.ends) ++released_;
    const auto count = [](Counts& counts, const Change& change) {
        auto& of = counts[change.at];
        ++(change.begins ? of.begun : of.ended);
    };
    for (const auto& change : difference.duties) count(matters_, change);
    for (const auto& change : difference.tasks) count(authorities_, change);
}

JsonArray Figures::to_json(const Counts& counts, std::string_view name) {
    JsonArray array;
    for (const auto& [id, count] : counts) {
        array.push_back(JsonObject{{name, id}, {"begun", count.begun}, {"ended", count.ended}});
    }
    return array;
}

JsonObject Figures::to_json() const {
    return {{"listings_of_organisations", touched_},
            {"released_organisations", released_},
            {"authorities", to_json(authorities_, "authority")},
            {"matters", to_json(matters_, "matter")}};
}

Result<Figures> dry_run(sql::Session& session, Trial& trial, const RowSink& sink,
                        const Progress& progress) {
    Figures figures;
    std::int64_t seen = 0;
    for (const auto& standard : trial.standards()) {
        Likeness likeness{.standard = standard, .category = {}, .authority = {}};
        const auto look = [&](const sql::RowView& row) -> Result<void> {
            if (progress && ++seen % between_signs == 0) progress(seen);
            if (is_over(row, trial.day())) return {};
            likeness.authority = row.text(2);
            likeness.category = row.text(3);
            likeness.adopted = row.integer(6) != 0;
            const auto& difference = trial.difference(likeness);
            if (!difference.any()) return {};
            figures.add(likeness, difference);
            if (!sink) return {};
            return sink(to_text(row_of(likeness, row.text(1), difference)));
        };
        TRY(session.scan(statements::live_under, {standard}, look));
    }
    return figures;
}

Result<Figures> figures_of(sql::Session& session, Trial& trial) {
    Figures figures;
    const auto add = [&](std::string_view line) -> Result<void> {
        const auto likeness = TRY(likeness_in(line));
        figures.add(likeness, trial.difference(likeness));
        return {};
    };
    TRY(AmendmentRegister(session).visit_rows(trial.id(), add));
    return figures;
}

JsonObject report_of(const Trial& trial, const Figures& figures) {
    JsonArray effects;
    for (const auto& [likeness, difference] : trial.differences()) {
        if (difference.any()) effects.push_back(effect_of(likeness, difference));
    }
    return {{"amendment", trial.id()},
            {"from_on", calendar::to_text(trial.day())},
            {"figures", figures.to_json()},
            {"effects", std::move(effects)}};
}

}  // namespace credit::amendments
