#include "records/listing_elements.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "calendar/date_text.h"
#include "calendar/period.h"
#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "catalogue/code_list.h"
#include "catalogue/column.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/term.h"
#include "catalogue/offices/authority.h"
#include "catalogue/record_kind.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "law/library.h"
#include "records/intake/row.h"
#include "records/record.h"
#include "subjects/subject.h"

namespace credit::records {
namespace {

using catalogue::ColumnRole;
using catalogue::Effective;
using catalogue::ListStandard;
using catalogue::Term;
using catalogue::TermKind;

// Codes of law/codes.toml.
constexpr std::string_view by_a_court = "filed_by_court";
constexpr std::string_view on_a_date = "date";
constexpr std::string_view all_performed = "full";

std::optional<Date> day_in(std::string_view text) {
    const auto day = calendar::parse_date(text);
    return day ? std::optional(*day) : std::nullopt;
}

template <typename Text>
void fill(ListingRow& row, const Text& text) {
    row.standard = text(ColumnRole::ListStandard);
    row.grounds = text(ColumnRole::ListGround);
    // Where the table has one document, it is the decision to list.
    row.document =
        text(row.kind->find_role(ColumnRole::ListDocument) == nullptr ? ColumnRole::DocumentNumber
                                                                      : ColumnRole::ListDocument);
    row.noticed_on = day_in(text(ColumnRole::NoticeOn));
    row.exemption = text(ColumnRole::NoticeExemption);
    row.served_on = day_in(text(ColumnRole::ServedOn));
    row.remedy = text(ColumnRole::Remedy);
    row.ends_when = text(ColumnRole::EndsWhen);
    row.state = text(ColumnRole::State);
}

class Judging {
public:
    Judging(const law::Library& law, const catalogue::Catalogue& catalogue, const ListingRow& row)
        : law_(law), catalogue_(catalogue), row_(row) {}

    ListingJudgement run() {
        elements_.standard = find_standard();
        require(elements_.standard != nullptr && elements_.standard->in_force(row_.decided_on),
                "records.listing_standard");
        if (elements_.standard != nullptr) judge_standard(*elements_.standard);
        require(!row_.document.empty(), "records.listing_document");
        judge_notice();
        judge_service();
        if (elements_.standard != nullptr) judge_effect(*elements_.standard);
        require(!row_.remedy.empty(), "records.listing_remedy");
        judge_end();
        return {.elements = std::move(elements_), .missing = std::move(missing_)};
    }

private:
    void require(bool met, std::string_view word) {
        if (!met) missing_.push_back({.word = std::string(word)});
    }

    const ListStandard* find_standard() const {
        if (row_.standard.empty()) return nullptr;
        const auto all = catalogue_.standards.all();
        const auto found = std::ranges::find_if(all, [this](const ListStandard& each) {
            return each.id == row_.standard || each.title_zh == row_.standard;
        });
        return found == all.end() ? nullptr : &*found;
    }

    // guobanfa-2020-49: by an authority that the standard names, on a ground of the standard.
    void judge_standard(const ListStandard& standard) {
        require(row_.authority->level <= standard.lowest_level &&
                    std::ranges::any_of(standard.functions,
                                        [this](const std::string& function) {
                                            return row_.authority->has_function(function);
                                        }),
                "records.listing_not_competent");
        require(standard.admits(row_.category), "records.listing_subject");
        elements_.ground = ground_of(standard);
        require(!elements_.ground.empty(), "records.listing_ground");
    }

    // The ground that the row names first: by its code, its words, or as the code list of the
    // column spells it.
    std::string ground_of(const ListStandard& standard) const {
        const auto* const column = row_.kind->find_role(ColumnRole::ListGround);
        const auto list = catalogue_.codes.find(column == nullptr ? "" : column->code_list);
        const std::string_view first =
            std::string_view(row_.grounds).substr(0, row_.grounds.find_first_of(";-"));
        for (const auto& ground : standard.grounds) {
            if (first.empty()) break;
            if (ground.code == first || ground.zh == row_.grounds) return ground.code;
            if (!list) continue;
            const auto spelled = (*list)->parse(ground.code);
            if (spelled && spelled->code == first) return ground.code;
        }
        return {};
    }

    // guobanfa-2020-49: told before it was decided, or a case in which the law needs no notice.
    void judge_notice() {
        if (!row_.exemption.empty()) {
            require(row_.exemption != by_a_court || row_.authority->has_function("courts"),
                    "records.listing_exemption");
            return;
        }
        require(row_.noticed_on && *row_.noticed_on <= row_.decided_on, "records.listing_notice");
    }

    // guobanfa-2020-49: the decision is served. A day before it is none of its service, and nothing
    // binds from it (decision 0121).
    void judge_service() {
        require(row_.served_on && *row_.served_on <= row_.filed_on, "records.listing_service");
        require(!row_.served_on || *row_.served_on >= row_.decided_on,
                "records.listing_served_early");
    }

    // decision 0121: in force from the day that the standard names.
    void judge_effect(const ListStandard& standard) {
        require(standard.effective != Effective::AfterPublicity, "records.listing_effect");
        elements_.from_on = row_.decided_on;
        if (standard.effective == Effective::OnService && row_.served_on) {
            elements_.from_on = std::max(*row_.served_on, row_.decided_on);
        }
    }

    const Term* term() const {
        if (elements_.standard == nullptr) return nullptr;
        const auto* const ground = elements_.standard->find_ground(elements_.ground);
        return ground == nullptr ? nullptr : elements_.standard->term_of(*ground);
    }

    void judge_end() {
        const Term* const rule = term();
        if (row_.ends_when == on_a_date) {
            elements_.through_on = row_.valid_through;
            require(row_.valid_through && *row_.valid_through > row_.decided_on,
                    "records.listing_end");
            if (row_.valid_through && rule != nullptr) judge_length(*rule);
            return;
        }
        const bool until = !row_.ends_when.empty() && rule != nullptr &&
                           rule->kind == TermKind::Until && rule->review.has_value();
        require(until, "records.listing_end");
        if (!until) return;
        elements_.ends_when = rule->ends_when;
        elements_.performed = row_.state == all_performed;
        elements_.review_on = last_day(*rule->review, row_.decided_on);
    }

    // Not later than the term of the ground, with the extension that the standard allows.
    void judge_length(const Term& rule) {
        const auto& longest = rule.kind == TermKind::Fixed ? rule.shortest : rule.longest;
        if (!longest || !elements_.through_on) return;
        Date latest = last_day(*longest, start_of(rule));
        if (elements_.standard->longest_extension) {
            latest =
                law_.calendar().last_day_of(*elements_.standard->longest_extension, latest).day;
        }
        require(*elements_.through_on <= latest, "records.listing_end_too_late");
    }

    // Late service does not lengthen what the standard counts from the decision. Publicity begins
    // here when the row is filed.
    Date start_of(const Term& rule) const {
        if (rule.counted_from == "decision") return row_.decided_on;
        if (rule.counted_from == "publicity") return std::max(elements_.from_on, row_.filed_on);
        return std::max(elements_.from_on, row_.decided_on);
    }

    Date last_day(const calendar::Period& period, Date start) {
        const auto due = law_.calendar().last_day_of(period, start);
        elements_.provisional |= due.provisional;
        return due.day;
    }

    const law::Library& law_;
    const catalogue::Catalogue& catalogue_;
    const ListingRow& row_;
    ListingElements elements_;
    Grounds missing_;
};

}  // namespace

ListingJudgement judge_listing(const law::Library& law, const catalogue::Catalogue& catalogue,
                               const ListingRow& row) {
    return Judging(law, catalogue, row).run();
}

ListingRow listing_row_of(const Row& row, const catalogue::RecordKind& kind) {
    ListingRow said{.kind = &kind};
    fill(said, [&row](ColumnRole role) { return std::string(row.text(role)); });
    return said;
}

Result<ListingRow> listing_row_of(const Record& record, const catalogue::RecordKind& kind,
                                  const catalogue::Catalogue& catalogue) {
    const auto body = TRY(parse_object(record.body));
    const auto* const authority = TRY(catalogue.authorities.find(record.authority));
    const auto key = TRY(identity::SubjectKey::parse(record.subject_key));
    ListingRow said{.kind = &kind,
                    .authority = authority,
                    .category = subjects::category_of(subjects::kind_of(key)),
                    .decided_on = record.decided_on,
                    .filed_on = record.reported_on,
                    .valid_through = record.valid_through};
    fill(said, [&](ColumnRole role) -> std::string {
        const auto* const column = kind.find_role(role);
        const auto* const value = column == nullptr ? nullptr : body.if_contains(column->code);
        return value != nullptr && value->is_string() ? std::string(value->get_string())
                                                      : std::string();
    });
    return said;
}

}  // namespace credit::records
