#include "repair/acts/apply_for_repair.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "calendar/date_text.h"
#include "calendar/working_days.h"
#include "catalogue/catalogue.h"
#include "catalogue/subject_category.h"
#include "files/evidence.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "law/citation.h"
#include "law/library.h"
#include "law/parameter.h"
#include "ledger/draft.h"
#include "lists/one_item.h"
#include "repair/condition.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"
#include "repair/step.h"
#include "sql/session.h"
#include "subjects/name_match.h"
#include "subjects/subject_register.h"

namespace credit::repair {
namespace {

constexpr std::array<std::string_view, 3> papers_filed{"performance_proof", "commitment",
                                                       "further_proof"};

bool has_paper(const Application& application, std::string_view paper) {
    return std::ranges::find(application.papers, paper, &Paper::paper) != application.papers.end();
}

Way way_of(const Application& application) {
    if (application.ruling) return Way::Court;
    return application.service ? Way::Service : Way::Ordinary;
}

void require_papers(Grounds& grounds, const Application& application) {
    const bool known = std::ranges::all_of(application.papers, [](const Paper& each) {
        return std::ranges::find(papers_filed, each.paper) != papers_filed.end();
    });
    require(grounds, known, "repair.paper_unknown");
    require(grounds, std::ranges::none_of(application.papers, &std::string::empty, &Paper::file),
            "repair.file_missing");
}

// luzhengfa-2017-44 item 19: a person's service, as an authority certified it.
void require_certificate(Grounds& grounds, const access::Occasion& occasion, const Item& item,
                         const std::optional<ServiceCertificate>& service) {
    if (!service) return;
    require(grounds, item.category == catalogue::SubjectCategory::NaturalPerson,
            "repair.service_for_persons");
    require(grounds, !service->number.empty(), "repair.certificate_incomplete");
    require(grounds, service->issued_on <= occasion.day, "repair.certificate_in_future");
    require(grounds,
            occasion.catalogue.authorities.find(service->authority, service->issued_on).has_value(),
            "repair.certificate_authority");
}

void require_ruling(Grounds& grounds, const access::Occasion& occasion, const Item& item,
                    const std::optional<CourtRuling>& ruling) {
    if (!ruling) return;
    require(grounds, item.category != catalogue::SubjectCategory::NaturalPerson,
            "repair.ruling_for_organisations");
    require(grounds, !ruling->number.empty() && ruling->completes_on > ruling->ruled_on,
            "repair.ruling_incomplete");
    require(grounds, ruling->ruled_on <= occasion.day, "repair.ruling_in_future");
    const auto court = occasion.catalogue.authorities.find(ruling->court, ruling->ruled_on);
    require(grounds, court && (*court)->has_function("courts"), "repair.ruling_court");
}

JsonArray materials_of(const Application& application) {
    JsonArray given;
    for (const auto& each : application.papers) {
        given.push_back(JsonObject{{"paper", each.paper}, {"file", each.file}});
    }
    return given;
}

JsonObject said_of(const Application& application) {
    JsonObject said{{"words", application.words}};
    if (const auto& service = application.service) {
        said["service"] = JsonObject{{"number", service->number},
                                     {"authority", service->authority},
                                     {"issued_on", calendar::to_text(service->issued_on)},
                                     {"hours", service->hours}};
    }
    if (const auto& ruling = application.ruling) {
        said["ruling"] = JsonObject{{"number", ruling->number},
                                    {"court", ruling->court},
                                    {"ruled_on", calendar::to_text(ruling->ruled_on)},
                                    {"completes_on", calendar::to_text(ruling->completes_on)}};
    }
    if (const auto& authorisation = application.authorisation) {
        said["authorisation"] = to_json(*authorisation);
    }
    return said;
}

// Whoever applies for another is asked for the name that it gives, and for an authorisation.
Result<void> require_representation(Grounds& grounds, const access::Occasion& occasion,
                                    std::string_view subject_key, const Application& application) {
    if (occasion.principal.role != access::Role::Subject) {
        const auto key = TRY(identity::SubjectKey::parse(subject_key));
        const auto match = TRY(
            subjects::SubjectRegister(occasion.session).match(key, application.name, occasion.day));
        require(grounds, match == subjects::Match::Confirmed, "repair.identity_not_confirmed");
    }
    require_authorisation(grounds, occasion, application.authorisation);
    return {};
}

// What was repaired, withdrawn, erased or has run out needs no repair, and says so to the subject
// and who speaks for it; to others it is not there.
Result<Item> item_applied_for(const access::Occasion& occasion, std::string_view subject_key,
                              const Application& application) {
    const auto reading = reading_of(occasion);
    auto item = find_item(reading, subject_key, application.item_kind, application.item_id);
    if (item || item.error().code != ErrorCode::NotFound) return item;
    Grounds grounds;
    TRY(require_representation(grounds, occasion, subject_key, application));
    const auto kept =
        find_sealed_item(reading, subject_key, application.item_kind, application.item_id);
    if (!kept || !grounds.empty()) return item;
    return fail(ErrorCode::Refused, "repair.does_not_stand");
}

Result<Grounds> judge(const access::Occasion& occasion, const Item& item,
                      const Application& application) {
    Grounds grounds;
    require(grounds, item.adverse, "repair.nothing_to_repair");
    const auto cases = TRY(RepairRegister(occasion.session).of_subject(item.subject_key));
    const auto same = TRY(lists::one_item(occasion.session, item.subject_key, item.item_id));
    require(grounds,
            std::ranges::none_of(cases,
                                 [&](const RepairCase& each) {
                                     return std::ranges::binary_search(same, each.item_id) &&
                                            (each.open() || each.state == State::Shielded);
                                 }),
            "repair.applied_already");
    TRY(require_representation(grounds, occasion, item.subject_key, application));
    require_papers(grounds, application);
    // At a window the paper itself is kept there; an account names files of its own.
    if (occasion.principal.role == access::Role::Subject && grounds.empty()) {
        for (const auto& paper : application.papers) {
            TRY(files::find_evidence(occasion.session, item.subject_key, paper.file));
        }
    }
    require_certificate(grounds, occasion, item, application.service);
    require_ruling(grounds, occasion, item, application.ruling);
    const auto text = [](const auto& paper, auto member) -> std::string_view {
        return paper ? std::string_view((*paper).*member) : std::string_view();
    };
    require_no_person(grounds,
                      {application.words, text(application.service, &ServiceCertificate::number),
                       text(application.service, &ServiceCertificate::hours),
                       text(application.ruling, &CourtRuling::number),
                       text(application.authorisation, &Authorisation::number)},
                      occasion.day);
    return grounds;
}

}  // namespace

JsonObject to_json(const Authorisation& authorisation) {
    return {{"number", authorisation.number},
            {"given_on", calendar::to_text(authorisation.given_on)}};
}

void require_authorisation(Grounds& grounds, const access::Occasion& occasion,
                           const std::optional<Authorisation>& authorisation) {
    if (occasion.principal.role == access::Role::Subject) return;
    require(grounds, authorisation && !authorisation->number.empty(),
            "repair.authorisation_missing");
    require(grounds, !authorisation || authorisation->given_on <= occasion.day,
            "repair.authorisation_in_future");
}

std::vector<std::string> papers_missing(const Item& item, const Application& application) {
    std::vector<std::string> missing;
    const auto want = [&](std::string_view paper, bool otherwise) {
        if (!otherwise && !has_paper(application, paper)) missing.emplace_back(paper);
    };
    // A ruling, or a certificate of service, stands for the proof of performance.
    want("performance_proof", application.ruling || application.service);
    want("commitment", application.ruling.has_value());
    want("further_proof", item.conditions_zh.empty() || application.ruling);
    return missing;
}

Result<std::optional<Date>> waits_through(sql::Session& session, std::string_view subject_key) {
    std::optional<Date> last;
    for (const auto& repair : TRY(RepairRegister(session).of_subject(subject_key))) {
        if (repair.wait_through && (!last || *last < *repair.wait_through)) {
            last = repair.wait_through;
        }
    }
    return last;
}

namespace {

JsonObject told_of(const Item& item, const Application& application,
                   const std::vector<Finding>& conditions, const calendar::DueDay& due) {
    JsonArray unmet_words;
    for (const auto& ground : unmet(conditions)) unmet_words.emplace_back(ground.word);
    JsonArray missing;
    for (const auto& paper : papers_missing(item, application)) missing.emplace_back(paper);
    JsonObject told{{"about", about_json(item)},
                    {"outcome", "applied"},
                    {"materials", materials_of(application)},
                    {"unmet", std::move(unmet_words)},
                    {"papers_missing", std::move(missing)},
                    {"first_day", calendar::to_text(item.first_day())},
                    {"due_on", calendar::to_text(due.day)},
                    {"provisional", due.provisional}};
    if (application.ruling) {
        told["completes_on"] = calendar::to_text(application.ruling->completes_on);
    }
    return told;
}

}  // namespace

Result<ledger::Draft> apply_for_repair(const access::Occasion& occasion,
                                       std::string_view subject_key,
                                       const Application& application) {
    TRY(access::authorise(occasion.principal, "apply_for_repair", occasion.principal.authority));
    const auto item = TRY(item_applied_for(occasion, subject_key, application));
    auto grounds = TRY(judge(occasion, item, application));
    if (!grounds.empty()) return refuse(std::move(grounds));

    const auto* const acceptance = TRY(occasion.law.parameter("repair.acceptance", occasion.day));
    const auto due =
        occasion.law.calendar().last_day_of(std::get<law::Period>(acceptance->value), occasion.day);
    // Who found it repairs it: the authority itself, or who took over its work.
    const auto office = occasion.catalogue.authorities.current(item.authority, occasion.day);
    Step step{.kind = "repair.apply_for_repair", .repair = {}, .happened_on = occasion.day};
    step.repair = {.subject_key = std::string(subject_key),
                   .case_id = occasion.act_id + "-1",
                   .item_kind = item.kind,
                   .item_id = item.item_id,
                   .authority = office ? (*office)->code : item.authority,
                   .way = way_of(application),
                   .filed_by = occasion.principal.account,
                   .filed_at = occasion.principal.authority,
                   .applied_on = occasion.day,
                   .acceptance_due = due.day,
                   .provisional = due.provisional};
    const auto waits = TRY(waits_through(occasion.session, subject_key));
    step.told = told_of(item, application,
                        conditions_of(item, step.repair.way, occasion.day, waits, {}), due);
    step.said = said_of(application);
    step.running = {{.kind = "repair.acceptance",
                     .about_id = step.repair.case_id,
                     .due_on = due.day,
                     .article = law::to_text(acceptance->citation)}};
    step.tellings = {{.kind = "authority",
                      .code = step.repair.authority,
                      .about_id = step.repair.case_id,
                      .what = "repair_applied",
                      .urgent = false,
                      .due_on = due.day}};
    return draft_of(step);
}

}  // namespace credit::repair
