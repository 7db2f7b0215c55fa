#include "subjects/successions/record_succession.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "catalogue/offices/authority.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "identity/subject_kind.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "sql/session.h"
#include "subjects/name_match.h"
#include "subjects/subject.h"
#include "subjects/subject_register.h"
#include "subjects/successions/succession.h"
#include "subjects/successions/succession_register.h"

namespace credit::subjects {
namespace {

// gb-32100-2015: who registers, by the first character of a code.
using Registering = std::pair<char, std::string_view>;
constexpr std::array<Registering, 6> registering{{{'1', "staffing_office"},
                                                  {'3', "justice"},
                                                  {'5', "civil_affairs"},
                                                  {'8', "trade_unions"},
                                                  {'9', "market_supervision"},
                                                  {'N', "agriculture"}}};

bool is_organisation(const identity::SubjectKey& key) {
    return !key.of_person() && kind_of(key) != identity::SubjectKind::IndividualBusiness;
}

bool registers(const catalogue::Authority& office, const identity::SubjectKey& key) {
    const auto* const found =
        std::ranges::find(registering, key.code().front(), &Registering::first);
    return found != registering.end() && office.has_function(found->second);
}

// A person is refused before anything is looked up: the answer does not say who is known.
Result<void> judge_side(Grounds& grounds, const access::Occasion& occasion, const NamedSide& side,
                        const SuccessionProposal& proposal, const std::string& pointer) {
    if (!side.key) {
        require(grounds, false, "subjects.side_unknown", {}, pointer);
        return {};
    }
    if (!is_organisation(*side.key)) {
        require(grounds, false, "subjects.side_not_organisation", {}, pointer);
        return {};
    }
    const Date day = std::min(proposal.from_on, occasion.day);
    const auto match = TRY(SubjectRegister(occasion.session).match(*side.key, side.name, day));
    require(grounds, match != Match::Unknown, "subjects.side_unknown", {}, pointer);
    require(grounds, match != Match::IdentityNotConfirmed, "subjects.side_name_disagrees", {},
            pointer);
    return {};
}

Result<void> judge_sides(Grounds& grounds, const access::Occasion& occasion,
                         const SuccessionProposal& proposal) {
    const std::array sides{std::pair(std::string("/predecessors/"), &proposal.predecessors),
                           std::pair(std::string("/successors/"), &proposal.successors)};
    std::vector<std::string_view> keys;
    for (const auto& [pointer, named] : sides) {
        for (std::size_t at = 0; at < named->size(); ++at) {
            const auto& side = named->at(at);
            TRY(judge_side(grounds, occasion, side, proposal, pointer + std::to_string(at)));
            if (side.key) keys.push_back(side.key->text());
        }
    }
    std::ranges::sort(keys);
    require(grounds, std::ranges::adjacent_find(keys) == keys.end(), "subjects.side_repeated");
    return {};
}

// civil-code-2020 art. 64: by the registering authority, which is that of the successors.
bool is_competent(const access::Occasion& occasion, const SuccessionProposal& proposal) {
    const auto office =
        occasion.catalogue.authorities.find(occasion.principal.authority, occasion.day);
    return office && std::ranges::all_of(proposal.successors, [&](const NamedSide& side) {
               return !side.key || side.key->of_person() || registers(**office, *side.key);
           });
}

Succession succession_of(const access::Occasion& occasion, std::string_view succession_id,
                         const SuccessionProposal& proposal) {
    Succession succession{.succession_id = std::string(succession_id),
                          .kind = proposal.kind,
                          .from_on = proposal.from_on,
                          .document_number = proposal.document_number,
                          .authority = occasion.principal.authority};
    for (const auto& [named, sides] : {std::pair(&proposal.predecessors, &succession.predecessors),
                                       std::pair(&proposal.successors, &succession.successors)}) {
        for (const auto& side : *named) {
            if (side.key) sides->push_back({.key = *side.key, .name = side.name});
        }
    }
    return succession;
}

// What was recorded of this side before stands against it.
void judge_earlier(Grounds& grounds, const Succession& succession, std::string_view subject_key,
                   const std::vector<Succession>& earlier) {
    const auto keys = succession.keys();
    require(grounds,
            std::ranges::none_of(earlier,
                                 [&](const Succession& other) {
                                     return !other.annulled_on && other.kind == succession.kind &&
                                            other.keys() == keys;
                                 }),
            "subjects.succession_recorded_already");
    // civil-code-2020 art. 68: who ended with a merger or a split is a side of no later one.
    require(grounds,
            std::ranges::none_of(earlier,
                                 [&](const Succession& other) {
                                     return !other.annulled_on && other.ends_predecessors() &&
                                            other.is_predecessor(subject_key) &&
                                            other.from_on < succession.from_on;
                                 }),
            "subjects.side_ended_before");
}

ledger::Draft draft_of(std::string_view kind, const SuccessionPlace& place, Date day,
                       const Succession& succession) {
    const JsonObject body{{"succession", to_json(succession)}};
    return {.kind = std::string(kind),
            .home_key = std::string(place.home_key),
            .occurred_on = day,
            .body = to_text(body)};
}

}  // namespace

std::vector<std::string> homes_of(const SuccessionProposal& proposal, std::string_view authority) {
    std::vector<std::string> homes;
    for (const auto* const sides : {&proposal.predecessors, &proposal.successors}) {
        for (const auto& side : *sides) {
            if (side.key && is_organisation(*side.key)) homes.emplace_back(side.key->text());
        }
    }
    std::ranges::sort(homes);
    const auto repeated = std::ranges::unique(homes);
    homes.erase(repeated.begin(), repeated.end());
    if (homes.empty()) homes.push_back("A" + std::string(authority));
    return homes;
}

Result<ledger::Draft> record_succession(const access::Occasion& occasion,
                                        const SuccessionPlace& place,
                                        const SuccessionProposal& proposal) {
    const auto& principal = occasion.principal;
    TRY(access::authorise(principal, "record_succession", principal.authority));
    Grounds grounds;
    TRY(judge_sides(grounds, occasion, proposal));
    require(grounds,
            sides_fit(proposal.kind, proposal.predecessors.size(), proposal.successors.size()),
            "subjects.sides_do_not_fit");
    require(grounds, proposal.from_on <= occasion.day, "subjects.succession_day_ahead", {},
            "/from_on");
    require(grounds, !proposal.document_number.empty(), "subjects.succession_document_missing");
    require(grounds, is_competent(occasion, proposal), "subjects.not_registering_authority");
    if (!grounds.empty()) return refuse(std::move(grounds));

    const auto succession = succession_of(occasion, place.succession_id, proposal);
    const auto earlier = TRY(SuccessionRegister(occasion.session).of_subject(place.home_key));
    judge_earlier(grounds, succession, place.home_key, earlier);
    if (!grounds.empty()) return refuse(std::move(grounds));
    return draft_of("subjects.record_succession", place, succession.from_on, succession);
}

Result<ledger::Draft> annul_succession(const access::Occasion& occasion,
                                       const SuccessionPlace& place, const Annulment& annulment) {
    const auto& principal = occasion.principal;
    TRY(access::authorise(principal, "annul_succession", principal.authority));
    const auto succession =
        TRY(SuccessionRegister(occasion.session).find(place.home_key, place.succession_id));
    Grounds grounds;
    require(grounds, !succession.annulled_on, "subjects.succession_annulled_already");
    require(grounds,
            occasion.catalogue.authorities.succeeds(principal.authority, succession.authority),
            "subjects.succession_not_yours");
    require(grounds, !annulment.document_number.empty(), "subjects.succession_document_missing");
    require(grounds, !annulment.reasons.empty(), "subjects.succession_reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    return follow_annulment(occasion, place, annulment);
}

Result<Succession> succession_annulled(const access::Occasion& occasion,
                                       const SuccessionPlace& place, const Annulment& annulment) {
    auto succession =
        TRY(SuccessionRegister(occasion.session).find(place.home_key, place.succession_id));
    if (succession.annulled_on) {
        return fail(ErrorCode::Refused, "subjects.succession_annulled_already");
    }
    succession.annulled_on = occasion.day;
    succession.annulled_by = annulment.document_number;
    succession.reasons = annulment.reasons;
    return succession;
}

Result<ledger::Draft> follow_annulment(const access::Occasion& occasion,
                                       const SuccessionPlace& place, const Annulment& annulment) {
    const auto succession = TRY(succession_annulled(occasion, place, annulment));
    return draft_of("subjects.annul_succession", place, occasion.day, succession);
}

Result<void> apply_succession(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "succession"));
    const auto succession = TRY(read_succession(*object));
    return SuccessionRegister(session).save(act.home_key, succession);
}

}  // namespace credit::subjects
