#include "notices/content/listing_content.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "law/library.h"
#include "ledger/act.h"
#include "notices/content/content.h"
#include "notices/content/teller.h"
#include "notices/notice.h"

namespace credit::notices {
namespace {

using catalogue::ListStandard;
using catalogue::Measure;

bool has(const JsonObject& object, std::string_view member) {
    const auto* const value = object.if_contains(member);
    return value != nullptr && value->is_bool() && value->get_bool();
}

// What the act holds of a listing, and its standard.
struct Told {
    const JsonObject& listing;
    const JsonObject& said;
    const ListStandard& standard;
    Date day;
};

std::string_view obligation_word(catalogue::Obligation obligation) {
    switch (obligation) {
        case catalogue::Obligation::Mandatory:
            return "notices.line.mandatory";
        case catalogue::Obligation::Recommended:
            return "notices.line.recommended";
        case catalogue::Obligation::Information:
            return "notices.line.information";
    }
    std::unreachable();
}

void say_measure(Teller& teller, const Measure& measure, Date day) {
    std::vector<std::string> arguments{teller.choose(measure.words_zh, measure.words_en),
                                       teller.words_of(obligation_word(measure.obligation))};
    const auto& bases = measure.bases_on(day);
    if (bases.empty()) {
        teller.say("notices.line.measure", std::move(arguments));
    } else {
        teller.say_on(bases.front().citation, "notices.line.measure", std::move(arguments));
    }
}

// Those in the catalogue on that day that reach the subject through a listing.
void say_measures(Teller& teller, const Told& told, const std::vector<std::string>& ids) {
    const bool person = text_in(told.listing, "category") ==
                        catalogue::name_of(catalogue::SubjectCategory::NaturalPerson);
    bool ordered = false;
    for (const auto& id : ids) {
        const auto* const measure = teller.sources().catalogue.measures.find(id);
        if (measure == nullptr || !measure->in_force(told.day)) continue;
        if (person && measure->individual_order) {
            ordered = true;
            continue;
        }
        say_measure(teller, *measure, told.day);
    }
    if (ordered) teller.say("notices.line.individual_order");
}

std::vector<std::string> measures_said(const JsonObject& said) {
    std::vector<std::string> ids;
    const auto* const array = said.if_contains("measures");
    if (array == nullptr || !array->is_array()) return ids;
    for (const auto& id : array->get_array()) {
        if (id.is_string()) ids.emplace_back(id.get_string());
    }
    return ids;
}

void say_standard(Teller& teller, const Told& told) {
    const auto& standard = told.standard;
    std::vector<std::string> title{teller.choose(standard.title_zh, standard.title_en)};
    const auto& bases = standard.bases_on(told.day);
    if (bases.empty()) {
        teller.say("notices.line.standard", std::move(title));
    } else {
        teller.say_on(bases.front().citation, "notices.line.standard", std::move(title));
    }
    const auto* const ground = standard.find_ground(text_in(told.listing, "ground"));
    if (ground != nullptr)
        teller.say("notices.line.ground", {teller.choose(ground->zh, ground->en)});
}

void say_ways_out(Teller& teller, const Told& told) {
    const auto& standard = told.standard;
    const auto removal = text_in(told.said, "removal");
    teller.say_if(
        "notices.line.removal",
        removal.empty() ? teller.choose(standard.removal_zh, standard.removal_en) : removal);
    const auto remedy = text_in(told.said, "remedy");
    teller.say_if("notices.line.remedy",
                  remedy.empty() ? teller.choose(standard.remedy_zh, standard.remedy_en) : remedy);
    teller.say_if("notices.line.objection",
                  teller.choose(standard.objection_zh, standard.objection_en));
}

void say_term(Teller& teller, const Told& told) {
    teller.say_member("notices.line.from_on", told.listing, "from_on");
    teller.say_member("notices.line.through_on", told.listing, "through_on");
    say_event(teller, told.listing);
    teller.say_member("notices.line.review_on", told.listing, "review_on");
}

void say_proposed(Teller& teller, const Told& told) {
    teller.say_member("notices.line.reasons", told.said, "reasons");
    say_measures(teller, told, told.standard.measures_on(told.day));
    teller.say_member("notices.line.rights", told.said, "rights");
    teller.say_member("notices.line.window", told.listing, "window_through");
    if (has(told.listing, "provisional")) teller.say("notices.line.provisional");
}

void say_statement(Teller& teller, const Told& told) {
    teller.say_member("notices.line.statement", told.said, "words");
    if (has(told.listing, "waived")) teller.say("notices.line.waived");
    teller.say_member("notices.line.window", told.listing, "window_through");
}

void say_decided(Teller& teller, const Told& told) {
    if (text_in(told.listing, "state") == "withdrawn") teller.say("notices.line.not_listed");
    const auto number = text_in(told.listing, "document_number");
    if (!number.empty()) {
        teller.say("notices.line.document", {number, text_in(told.listing, "decided_on")});
    }
    teller.say_member("notices.line.reasons", told.said, "reasons");
    teller.say_member("notices.line.answer", told.said, "answer");
    if (number.empty()) return;
    say_measures(teller, told, measures_said(told.said));
    say_term(teller, told);
    say_ways_out(teller, told);
}

void say_in_force(Teller& teller, const Told& told) {
    teller.say("notices.line.document",
               {text_in(told.listing, "document_number"), text_in(told.listing, "decided_on")});
    say_term(teller, told);
    say_measures(teller, told, told.standard.measures_on(told.day));
    say_ways_out(teller, told);
    teller.say("notices.line.who_looked");
}

// Decided elsewhere and filed as a row: in force here, or over.
void say_adopted(Teller& teller, const Told& told) {
    say_in_force(teller, told);
    teller.say_member("notices.line.ended_on", told.listing, "ended_on");
}

void say_hold(Teller& teller, const Told& told) {
    teller.say_member("notices.line.reason", told.said, "reason");
    say_term(teller, told);
    say_ways_out(teller, told);
}

void say_ending(Teller& teller, const Told& told) {
    teller.say_member("notices.line.ending_document", told.said, "document_number");
    teller.say_member("notices.line.reason", told.said, "words");
    teller.say_member("notices.line.ended_on", told.listing, "ended_on");
}

void say_failure(Teller& teller, const Told& told) {
    teller.say_member("notices.line.reason", told.said, "reason");
}

struct Manner {
    std::string_view word;
    void (*say)(Teller&, const Told&);
};

constexpr std::array manners{
    Manner{.word = "notices.listing_adopted", .say = say_adopted},
    Manner{.word = "notices.listing_annulled", .say = say_ending},
    Manner{.word = "notices.listing_decided", .say = say_decided},
    Manner{.word = "notices.listing_expired", .say = say_ending},
    Manner{.word = "notices.listing_in_force", .say = say_in_force},
    Manner{.word = "notices.listing_proposed", .say = say_proposed},
    Manner{.word = "notices.listing_removed", .say = say_ending},
    Manner{.word = "notices.listing_resumed", .say = say_hold},
    Manner{.word = "notices.listing_service_failed", .say = say_failure},
    Manner{.word = "notices.listing_standard_ended", .say = say_ending},
    Manner{.word = "notices.listing_suspended", .say = say_hold},
    Manner{.word = "notices.statement_recorded", .say = say_statement},
};

// guobanfa-2025-22: who applies, where, when, for nothing, and what false papers bring.
Document repair_notice(Teller& teller, const Told& told) {
    teller.say_member("notices.line.repair_number", told.said, "repair_notice");
    const auto& early = told.standard.early_removal;
    if (early) {
        if (early->earliest.amount == 0) {
            teller.say("notices.line.repair_at_any_time");
        } else {
            teller.say(early->from_correction ? "notices.line.repair_earliest_corrected"
                                              : "notices.line.repair_earliest",
                       {teller.length(early->earliest)});
        }
        teller.say_if("notices.line.repair_conditions",
                      teller.choose(early->conditions_zh, early->conditions_en));
    }
    const auto& law = teller.sources().law;
    const auto acceptance = law.period("repair.acceptance", told.day);
    const auto result = law.period("repair.result", told.day);
    if (acceptance && result) {
        teller.say("notices.line.repair_where",
                   {teller.length(*acceptance), teller.length(*result)});
    }
    const auto wait = law.period("repair.false_material.wait", told.day);
    if (wait) teller.say("notices.line.repair_false", {teller.length(*wait)});
    return teller.finish("notices.repair_notice");
}

}  // namespace

void say_service(Teller& teller, const JsonObject& body) {
    const auto& service = object_in(body, "service");
    const auto method = text_in(service, "method");
    if (method.empty()) return;
    const auto name = teller.words_of("notices.line." + method);
    if (text_in(service, "outcome") == "failed") {
        teller.say("notices.line.failed", {name, text_in(service, "happened_on")});
        return;
    }
    teller.say("notices.line.served", {name, text_in(service, "counts_from")});
}

void say_event(Teller& teller, const JsonObject& object) {
    const auto event = text_in(object, "ends_when");
    if (!event.empty()) teller.say("notices.line.ends_when", {teller.choice("event", event)});
}

std::vector<Document> tell_listing(Teller& teller, const Notice& notice, const ledger::Act& act,
                                   const JsonObject& body) {
    const auto& listing = object_in(body, "listing");
    const auto* const standard =
        teller.sources().catalogue.standards.find(text_in(listing, "standard"));
    std::vector<Document> documents;
    if (standard != nullptr) {
        const Told told{.listing = listing,
                        .said = object_in(body, "said"),
                        .standard = *standard,
                        .day = day_of(act.recorded_at)};
        say_standard(teller, told);
        for (const auto& manner : manners) {
            if (manner.word == notice.word) manner.say(teller, told);
        }
        say_service(teller, body);
        documents.push_back(teller.finish(notice.word));
        if (!text_in(told.said, "repair_notice").empty()) {
            documents.push_back(repair_notice(teller, told));
        }
        return documents;
    }
    documents.push_back(teller.finish(notice.word));
    return documents;
}

}  // namespace credit::notices
