#include "amendments/judge_amendment.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "catalogue/amended/amendment.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/basis.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/instrument.h"

namespace credit::amendments {
namespace {

using catalogue::Catalogue;
using catalogue::RowKind;

bool is_known(const Catalogue& catalogue, RowKind kind, const std::string& id) {
    return kind == RowKind::Standard ? catalogue.standards.find(id) != nullptr
                                     : catalogue.measures.find(id) != nullptr;
}

std::vector<catalogue::Gap> gaps_of(const Catalogue& catalogue, RowKind kind, const std::string& id,
                                    Date day) {
    return kind == RowKind::Standard ? catalogue.standards.find(id)->gaps(day)
                                     : catalogue.measures.find(id)->gaps(day);
}

void judge_ends(Grounds& grounds, const Judging& judging) {
    const Date last_day = judging.amendment.from - std::chrono::days{1};
    for (const auto& row : judging.amendment.ends) {
        const bool known = is_known(judging.before, row.kind, row.id);
        require(grounds, known, "amendments.unknown_row", {row.id});
        if (!known) continue;
        require(grounds, gaps_of(judging.before, row.kind, row.id, last_day).empty(),
                "amendments.not_in_force", {row.id});
    }
}

void judge_begins(Grounds& grounds, const Judging& judging) {
    const Date from = judging.amendment.from;
    for (const auto& row : judging.amendment.begins) {
        const bool known = is_known(judging.before, row.kind, row.id);
        require(grounds, known, "amendments.unknown_row", {row.id});
        if (!known) continue;
        require(grounds, !gaps_of(judging.before, row.kind, row.id, from).empty(),
                "amendments.in_force_already", {row.id});
        // guobanfa-2020-49: only a basis of the level that its group demands switches a row on.
        for (const auto gap : gaps_of(judging.after, row.kind, row.id, from)) {
            require(grounds, false, catalogue::word_of(gap), {row.id});
        }
    }
}

bool carries_the_nation(const catalogue::Basis& basis) {
    switch (basis.level) {
        case law::Level::Law:
        case law::Level::AdministrativeRegulation:
        case law::Level::CentralPolicy:
        case law::Level::DepartmentalRule:
        case law::Level::JudicialInterpretation:
            return true;
        case law::Level::LocalRegulation:
        case law::Level::ProvincialPolicy:
        case law::Level::Standard:
        case law::Level::Normative:
            break;
    }
    return false;
}

bool is_local_measure(const Catalogue& catalogue, const std::string& id, Date day) {
    const auto* const measure = catalogue.measures.find(id);
    return measure != nullptr && std::ranges::none_of(measure->bases_on(day), carries_the_nation);
}

bool is_local_standard(const Catalogue& catalogue, const std::string& id, Date day) {
    const auto* const standard = catalogue.standards.find(id);
    return standard != nullptr &&
           (standard->local || std::ranges::none_of(standard->bases_on(day), carries_the_nation));
}

bool is_local_row(const Judging& judging, RowKind kind, const std::string& id) {
    const Date from = judging.amendment.from;
    return kind == RowKind::Measure ? is_local_measure(judging.after, id, from)
                                    : is_local_standard(judging.after, id, from);
}

bool defines_a_local_row(const Judging& judging) {
    const auto& defines = judging.amendment.defines;
    const auto standard = [&](const auto& row) {
        return is_local_row(judging, RowKind::Standard, row.id);
    };
    const auto measure = [&](const auto& row) {
        return is_local_row(judging, RowKind::Measure, row.id);
    };
    return std::ranges::any_of(defines.standards, standard) ||
           std::ranges::any_of(defines.measures, measure);
}

bool changes_anything(const catalogue::Amendment& amendment) {
    return !amendment.ends.empty() || !amendment.begins.empty() || !amendment.defines.empty() ||
           amendment.memorandum.has_value() || amendment.agreement.has_value();
}

}  // namespace

Grounds judge_amendment(const Judging& judging, Date today) {
    const auto& amendment = judging.amendment;
    Grounds grounds;
    require(grounds, changes_anything(amendment), "amendments.nothing_changed");
    require(grounds, amendment.from > today, "amendments.from_not_later");
    judge_ends(grounds, judging);
    judge_begins(grounds, judging);
    judge_definitions(grounds, judging);
    if (amendment.memorandum) judge_memorandum(grounds, judging);
    if (amendment.agreement) judge_agreement(grounds, judging);
    return grounds;
}

// luzhengfa-2017-44 item 5: local standards are examined above; what a memorandum adds of local
// measures binds as much as a row that begins.
bool is_local(const Judging& judging) {
    const auto& amendment = judging.amendment;
    const bool begins =
        defines_a_local_row(judging) || std::ranges::any_of(amendment.begins, [&](const auto& row) {
            return is_local_row(judging, row.kind, row.id);
        });
    if (begins || !amendment.memorandum) return begins;
    return std::ranges::any_of(amendment.memorandum->lines, [&](const auto& line) {
        return is_local_measure(judging.after, line.measure, amendment.from);
    });
}

}  // namespace credit::amendments
