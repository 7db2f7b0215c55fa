#include "records/registration.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/column.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/identifier.h"
#include "identity/scheme.h"
#include "identity/subject_key.h"
#include "records/intake/intake_rules.h"
#include "records/intake/row.h"
#include "records/registration.sql.h"
#include "records/submission.sql.h"
#include "sql/row_view.h"
#include "sql/session.h"
#include "sql/value.h"
#include "subjects/identifiers.h"
#include "subjects/subject.h"
#include "subjects/subject_register.h"

namespace credit::records {
namespace {

using catalogue::ColumnRole;
using identity::Scheme;

constexpr std::array<std::pair<ColumnRole, Scheme>, 5> alias_columns{{
    {ColumnRole::RegistrationNumber, Scheme::RegistrationNumber},
    {ColumnRole::OrganisationCode, Scheme::OrganisationCode},
    {ColumnRole::TaxNumber, Scheme::TaxRegistrationNumber},
    {ColumnRole::InstitutionNumber, Scheme::InstitutionCertificate},
    {ColumnRole::SocialOrganisationNumber, Scheme::SocialOrganisationNumber},
}};

constexpr std::size_t registrations_in_part = 1'000;

std::optional<Date> day_in(const Row& row, ColumnRole role) {
    const auto day = calendar::parse_date(row.text(role));
    return day ? std::optional(*day) : std::nullopt;
}

void add_aliases(subjects::SubjectFacts& facts, const Row& row,
                 const subjects::Identifiers& identifiers, Date day) {
    for (const auto& [role, scheme] : alias_columns) {
        const auto number = row.text(role);
        if (number.empty()) continue;
        const auto identifier = identity::parse_as(scheme, number, identifiers.reading(day));
        if (!identifier) continue;
        facts.aliases.push_back(subjects::Alias{
            .hash = std::string(identifiers.alias_of(*identifier).text()), .scheme = scheme});
    }
}

Result<subjects::SubjectFacts> facts_in(std::string_view text) {
    const auto body = TRY(parse_object(text));
    const auto* const said = TRY(read_object(body, "facts"));
    return subjects::read_facts(*said);
}

// A part at a time: their bodies are long.
Result<void> save_registrations(sql::Session& session, std::string_view submission_id,
                                std::int64_t from, std::int64_t through) {
    while (true) {
        std::vector<subjects::Said> part;
        const auto add = [&](const sql::RowView& row) -> Result<void> {
            part.push_back(
                {.source_id = std::string(row.text(0)), .facts = TRY(facts_in(row.text(1)))});
            from = row.integer(2);
            return {};
        };
        TRY(session.read(statements::staged_registrations,
                         {submission_id, from, through, registrations_in_part}, add));
        TRY(subjects::SubjectRegister(session).save(part));
        if (part.size() < registrations_in_part) return {};
    }
}

// Of the first record that is known.
Result<void> make_known_by(sql::Session& session, std::string_view subject_key,
                           std::string_view record_id) {
    TRY(session.execute(statements::make_known_again, {subject_key, record_id}));
    TRY(session.execute(statements::name_known_again, {subject_key, record_id}));
    return {};
}

// What acts and registrations that stand say, in the order in which they said it: ids begin with
// the time.
Result<std::vector<subjects::Said>> said_of(sql::Session& session, std::string_view subject_key) {
    auto said = TRY(subjects::SubjectRegister(session).said_by_acts(subject_key));
    for (const auto& row : TRY(session.query(statements::registrations_of, {subject_key}))) {
        said.push_back({.source_id = row.text(0), .facts = TRY(facts_in(row.text(1)))});
    }
    std::ranges::sort(said, {}, &subjects::Said::source_id);
    return said;
}

}  // namespace

subjects::SubjectFacts facts_of_registration(const Row& row, const Admission& admission,
                                             const subjects::Identifiers& identifiers,
                                             const identity::SubjectKey& subject,
                                             const std::optional<identity::SubjectKey>& person) {
    auto facts = subjects::facts_of_first_record(subject, row.text(ColumnRole::SubjectName),
                                                 admission.decided_on);
    facts.registered = true;
    facts.state = row.text(ColumnRole::State);
    facts.industry = row.text(ColumnRole::Industry);
    const auto former = row.text(ColumnRole::FormerName);
    if (!former.empty()) facts.former_names.push_back({.name = std::string(former)});
    add_aliases(facts, row, identifiers, admission.decided_on);
    const auto representative = row.text(ColumnRole::RepresentativeName);
    if (!representative.empty()) {
        const auto role = row.text(ColumnRole::RepresentativeRole);
        facts.roles.push_back(
            {.role = role.empty() ? "legal_representative" : std::string(role),
             .person_name = std::string(representative),
             .person = person,
             .validity = {.from = day_in(row, ColumnRole::RepresentativeFrom),
                          .through = day_in(row, ColumnRole::RepresentativeThrough)}});
    }
    return facts;
}

Result<void> make_subjects_known(sql::Session& session, std::string_view submission_id,
                                 std::int64_t from, std::int64_t through) {
    const auto known = TRY(session.execute(statements::make_known, {submission_id, from, through}));
    if (known > 0) TRY(session.execute(statements::name_known, {submission_id, from, through}));
    const auto kind = TRY(session.find(statements::kind_of_rows, {submission_id, from, through}));
    if (!kind || kind->text(0) != "registration") return {};
    return save_registrations(session, submission_id, from, through);
}

Result<void> derive_subject_again(sql::Session& session, std::string_view subject_key) {
    TRY(session.execute(statements::forget_roles, {subject_key}));
    TRY(session.execute(statements::forget_names, {subject_key}));
    TRY(session.execute(statements::forget_aliases, {subject_key}));
    TRY(session.execute(statements::forget_industry, {subject_key}));
    TRY(session.execute(statements::forget_subject, {subject_key}));
    const auto row = TRY(session.find(statements::first_known, {subject_key}));
    const std::string first = row ? row->text(0) : std::string();
    bool known = first.empty();
    subjects::SubjectRegister subject_register(session);
    for (const auto& each : TRY(said_of(session, subject_key))) {
        if (!known && first <= each.source_id) {
            TRY(make_known_by(session, subject_key, first));
            known = true;
        }
        TRY(subject_register.save(each.facts, each.source_id));
    }
    return known ? Result<void>{} : make_known_by(session, subject_key, first);
}

}  // namespace credit::records
