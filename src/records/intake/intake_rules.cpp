#include "records/intake/intake_rules.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "calendar/working_days.h"
#include "catalogue/amended/agreement.h"
#include "catalogue/column.h"
#include "catalogue/record_kind.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/identifier.h"
#include "identity/minority.h"
#include "identity/scheme.h"
#include "identity/unified_social_credit_code.h"
#include "law/library.h"
#include "records/intake/row.h"
#include "records/intake/row_reader.h"
#include "records/listing_elements.h"

namespace credit::records {
namespace {

using catalogue::ColumnRole;
using catalogue::SubjectCategory;

class Intake {
public:
    Intake(const Filing& filing, const Row& row, Faults& faults)
        : filing_(filing), row_(row), faults_(faults) {}

    Admission run() {
        admission_.category = category_of(row_);
        read_days();
        require_competence();
        require_whole_codes();
        require_recognition();
        if (require_admitted_category()) read_identifier();
        require_days_in_order();
        // sd-social-credit-regulation-2020 art. 13: penalties by simple procedure do not enter.
        if (row_.text(ColumnRole::ProcedureType) == "simple") {
            fault(ColumnRole::ProcedureType, "records.simple_procedure");
        }
        if (admission_.category == SubjectCategory::NaturalPerson) {
            require_birth_date_of_number();
            warn_of_area();
            refuse_private_matters();
            protect_minors();
        }
        admission_.reference_only =
            filing_.kind.reference || (filing_.kind.listing && !is_complete_listing());
        return std::move(admission_);
    }

private:
    void fault(ColumnRole role, std::string_view word, std::vector<std::string> arguments = {}) {
        fault(role, Ground{.word = std::string(word), .arguments = std::move(arguments)});
    }

    void fault(ColumnRole role, Ground ground) {
        faults_.push_back(in_cell(role, std::move(ground)));
    }

    Fault in_cell(ColumnRole role, Ground ground) const {
        const Cell* const cell = row_.find(role);
        if (cell == nullptr) {
            return {.column = filing_.kind.find_role(role),
                    .position = 0,
                    .value = "",
                    .ground = std::move(ground)};
        }
        return {.column = cell->column,
                .position = cell->position,
                .value = std::string(cell->original),
                .ground = std::move(ground)};
    }

    std::optional<Date> day_of_role(ColumnRole role) const {
        const Cell* const cell = row_.find(role);
        if (cell == nullptr) return std::nullopt;
        const auto day = calendar::parse_date(cell->text);
        if (!day || cell->column->means_no_end == std::optional(*day)) return std::nullopt;
        return *day;
    }

    void read_days() {
        admission_.decided_on = day_of_role(ColumnRole::DecidedOn).value_or(filing_.day);
        admission_.conduct_on = day_of_role(ColumnRole::ConductOn);
        admission_.valid_through = day_of_role(ColumnRole::ValidThrough);
    }

    // sd-social-credit-regulation-2020 art. 16: the provider verifies and answers for what it
    // files, so it files its own decisions, those of whom it succeeded, and those it is the source
    // of.
    void require_competence() {
        if (row_.find(ColumnRole::AuthorityCode) == nullptr) return;
        for (const auto role : {ColumnRole::AuthorityCode, ColumnRole::SourceCode}) {
            const auto code = row_.text(role);
            if (code.empty()) continue;
            if (code == filing_.submitter.unified_social_credit_code) return;
            for (const auto& authority : filing_.catalogue.authorities.all()) {
                if (authority.unified_social_credit_code == code &&
                    filing_.catalogue.authorities.succeeds(filing_.submitter.code,
                                                           authority.code)) {
                    return;
                }
            }
        }
        fault(ColumnRole::AuthorityCode, "records.not_your_decision");
    }

    // gb-32100-2015: a code of the unit that decided, or brought it, is copied whole. Nine
    // characters are an organisation code, as older tables have it.
    void require_whole_codes() {
        const identity::Reading reading{.today = filing_.day, .exceptions = &filing_.exceptions};
        for (const auto role : {ColumnRole::AuthorityCode, ColumnRole::SourceCode}) {
            const auto code = row_.text(role);
            if (code.size() != identity::UnifiedSocialCreditCode::length) continue;
            const auto read =
                identity::parse_as(identity::Scheme::UnifiedSocialCreditCode, code, reading);
            if (!read) fault(role, read.error().grounds.front());
        }
    }

    // luzhengfa-2017-44 item 17: evaluations of other regions are recognised where both sides
    // agreed on it.
    void require_recognition() {
        if (!filing_.kind.recognised) return;
        const auto code = row_.text(ColumnRole::AuthorityCode);
        if (!catalogue::is_of_another_region(code)) return;
        if (filing_.catalogue.agreements.recognising(code, row_.text(ColumnRole::Category),
                                                     filing_.day) == nullptr) {
            fault(ColumnRole::AuthorityCode, "records.not_recognised");
        }
    }

    bool require_admitted_category() {
        if (filing_.kind.admits(admission_.category)) return true;
        fault(ColumnRole::SubjectCategory, "records.subject_not_admitted");
        return false;
    }

    void read_identifier() {
        const identity::Reading reading{.today = filing_.day, .exceptions = &filing_.exceptions};
        if (admission_.category == SubjectCategory::NaturalPerson) {
            const auto scheme = scheme_of_document();
            if (!scheme) {
                fault(ColumnRole::PersonDocumentType, "records.unknown_document");
                return;
            }
            keep(identity::parse_as(*scheme, row_.text(ColumnRole::PersonDocumentNumber), reading),
                 ColumnRole::PersonDocumentNumber);
            return;
        }
        keep(identity::parse_as(identity::Scheme::UnifiedSocialCreditCode,
                                row_.text(ColumnRole::SubjectCode), reading),
             ColumnRole::SubjectCode);
        if (!admission_.identifier) return;
        const bool business = admission_.identifier->reveal().starts_with("92");
        if (business != (admission_.category == SubjectCategory::IndividualBusiness)) {
            fault(ColumnRole::SubjectCategory, "records.category_contradicts_code");
        }
    }

    void keep(Result<identity::Identifier> identifier, ColumnRole role) {
        if (identifier) {
            admission_.identifier = *identifier;
        } else if (row_.find(role) != nullptr) {
            fault(role, identifier.error().grounds.front());
        }
    }

    // A table without the column means resident numbers.
    std::optional<identity::Scheme> scheme_of_document() const {
        const Cell* const type = row_.find(ColumnRole::PersonDocumentType);
        if (type == nullptr) return identity::Scheme::ResidentIdentity;
        return identity::scheme_of_certificate(type->original);
    }

    void require_days_in_order() {
        if (admission_.decided_on > filing_.day) {
            fault(ColumnRole::DecidedOn, "records.decided_in_future");
        }
        if (admission_.conduct_on && *admission_.conduct_on > admission_.decided_on) {
            fault(ColumnRole::ConductOn, "records.conduct_after_decision");
        }
        if (admission_.valid_through && *admission_.valid_through < admission_.decided_on) {
            fault(ColumnRole::ValidThrough, "records.ends_before_decision");
        }
    }

    // guobanfa-2020-49: what a person says, believes, petitions for or does in private life is no
    // dishonest conduct, whoever files it as such.
    void refuse_private_matters() {
        if (!filing_.kind.adverse) return;
        const auto* const matter =
            filing_.catalogue.forbidden.find_in_name(row_.text(ColumnRole::ConductType));
        if (matter != nullptr) {
            fault(ColumnRole::ConductType, "records.private_matter", {matter->zh});
        }
    }

    // gb-11643-1999: the number carries the birth date; what a column says besides cannot be
    // another.
    void require_birth_date_of_number() {
        const auto said = day_of_role(ColumnRole::BirthDate);
        if (!said || !admission_.identifier) return;
        const auto carried = admission_.identifier->born_on();
        if (carried && *carried != *said) {
            fault(ColumnRole::BirthDate, "records.birth_date_contradicts_number");
        }
    }

    // gb-t-2260-2007: a number keeps the area in which its holder was first registered.
    void warn_of_area() {
        if (!admission_.identifier) return;
        const auto& resident = admission_.identifier->resident();
        if (!resident) return;
        for (auto& ground : filing_.areas.warnings_of(resident->area())) {
            admission_.warnings.push_back(
                in_cell(ColumnRole::PersonDocumentNumber, std::move(ground)));
        }
    }

    // juvenile-crime-prevention-law-2020 art. 59: records of what a minor did are sealed. The birth
    // date of the number goes before one that somebody filled in.
    void protect_minors() {
        if (!filing_.kind.adverse) return;
        const auto adult_age = filing_.law.period("person.adult_age", admission_.decided_on);
        const auto limitation = filing_.law.period("penalty.limitation.longest", filing_.day);
        std::optional<Date> born_on;
        if (admission_.identifier) born_on = admission_.identifier->born_on();
        if (!born_on) born_on = day_of_role(ColumnRole::BirthDate);
        if (!born_on || !adult_age || !limitation) {
            admission_.quarantine = Ground{.word = "records.birth_date_unknown"};
            return;
        }
        const std::chrono::years age(adult_age->amount);
        if (admission_.conduct_on) {
            if (identity::was_minor(*born_on, *admission_.conduct_on, age)) {
                fault(ColumnRole::ConductOn, "records.minor");
            }
        } else if (last_possible_conduct(*born_on, age, *limitation) >= admission_.decided_on) {
            admission_.quarantine = Ground{.word = "records.minority_possible"};
        }
    }

    // Decided later than this, the conduct was that of an adult, however long before it lay.
    Date last_possible_conduct(Date born_on, std::chrono::years age, law::Period limitation) const {
        const Date adult_on = identity::comes_of_age_on(born_on, age);
        return filing_.law.calendar().last_day_of(limitation, adult_on).day;
    }

    // A listing decided elsewhere carries all its elements, or it is kept as reference only.
    bool is_complete_listing() const {
        const auto filled = [this](const auto& code) { return row_.find_column(code) != nullptr; };
        const bool has_columns = std::ranges::all_of(
            filing_.kind.reference_unless,
            [&filled](const auto& any) { return std::ranges::any_of(any, filled); });
        if (!has_columns) return false;
        auto said = listing_row_of(row_, filing_.kind);
        said.authority = &filing_.submitter;
        said.category = admission_.category;
        said.decided_on = admission_.decided_on;
        said.filed_on = filing_.day;
        said.valid_through = admission_.valid_through;
        return judge_listing(filing_.law, filing_.catalogue, said).missing.empty();
    }

    const Filing& filing_;
    const Row& row_;
    Faults& faults_;
    Admission admission_;
};

}  // namespace

Admission admit(const Filing& filing, const Row& row, Faults& faults) {
    return Intake(filing, row, faults).run();
}

Result<calendar::DueDay> due_day(const Filing& filing, Date decided_on) {
    const auto& name = filing.kind.timeliness_for(filing.submitter.functions);
    const auto period = filing.law.period(name, decided_on);
    // Before the duty began nobody was late.
    if (!period) return calendar::DueDay{.day = filing.day};
    return filing.law.calendar().last_day_of(*period, decided_on);
}

}  // namespace credit::records
