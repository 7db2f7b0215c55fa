#include "simulation/model/counter_rules.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/matter.h"
#include "foundation/clock.h"
#include "simulation/model/cards.h"
#include "simulation/model/matters/row_rules.h"
#include "simulation/model/plain_law.h"

namespace credit::simulation {
namespace {

// At which matter, on which day.
struct AtMatter {
    const catalogue::Matter& matter;
    Date day;
};

// A name confirms; an empty one confirms nobody.
std::string standing_of(const SubjectCard& subject, const std::string& name) {
    if (!subject.known) return "unknown";
    return name == subject.who.name ? "confirmed" : "identity_not_confirmed";
}

ToldEffect told_of(const PlainLaw& law, const Cards& cards, const ListingCard& card,
                   const catalogue::Matter& matter, Date day) {
    const auto& subject = cards.subjects[card.subject];
    ToldEffect effect{.id = card.id,
                      .on_hold = is_held(cards, card),
                      .from = card.from_on.value_or(day),
                      .through = card.last_day(),
                      .ends_when = card.last_day() ? "" : card.ends_when,
                      .duties = {}};
    if (effect.on_hold) return effect;
    for (const auto* measure : law.duties(matter, *card.standard, subject.who.category, day)) {
        effect.duties.push_back(measure->id);
    }
    return effect;
}

ToldEffect told_of(const Cards& cards, const OrderCard& card, const catalogue::Matter& matter,
                   Date day) {
    ToldEffect effect{.id = card.id,
                      .on_hold = is_held(cards, card),
                      .from = card.from_on,
                      .through = card.last_day(),
                      .ends_when = card.last_day() ? "" : card.ends_when,
                      .duties = {}};
    const bool heeded = names(matter.measures, card.measure->id) && in_force(*card.measure, day);
    if (heeded && !effect.on_hold) effect.duties.push_back(card.measure->id);
    return effect;
}

// What the standard says of subjects of that category; null where it says nothing.
const catalogue::ListPublicity* publicity_of(const ListingCard& card, const SubjectCard& subject) {
    for (const auto& rule : card.standard->publicity) {
        if (rule.category == subject.who.category) return &rule;
    }
    return nullptr;
}

bool sees(Reader reader, const Cards& cards, const ListingCard& card) {
    const auto* const rule = publicity_of(card, cards.subjects[card.subject]);
    if (rule == nullptr || rule->range == catalogue::PublicityRange::Closed) return false;
    if (reader == Reader::Authority) return true;
    return rule->range == catalogue::PublicityRange::Public && !is_held(cards, card) &&
           !names(cards.closed, card.id);
}

// The end of publicity of a penalty under the version of that day; none: not published at all.
std::optional<Date> published_through(const PlainLaw& law, const RecordCard& record, Date version) {
    // All penalties of the simulation are of market supervision, which had its own rule first.
    std::string name = "publicity.market_supervision." + record.penalty_class;
    if (!law.library().period(name + ".longest", version)) {
        name = "publicity." + record.penalty_class;
    }
    const auto shortest = law.library().period(name + ".shortest", version);
    const auto longest = law.library().period(name + ".longest", version);
    if (!shortest || !longest || shortest->amount == 0) return std::nullopt;
    return law.calendar().end_of(*longest, record.decided_on).day;
}

bool is_public(const PlainLaw& law, const RecordCard& record, Date day) {
    if (day < record.decided_on) return false;
    if (record.kind == "permit") return !record.valid_through || day <= *record.valid_through;
    // The lighter of the versions at the decision and today counts.
    const auto then = published_through(law, record, record.decided_on);
    const auto now = published_through(law, record, day);
    return then && now && day <= std::min(*then, *now);
}

bool sees(Reader reader, const PlainLaw& law, const RecordCard& record, const SubjectCard& subject,
          Date day) {
    // What ended is in no answer, whatever its periods say.
    if (!record.ended_as.empty()) return false;
    if (record.kind == "penalty" && day > disclosed_through(law, record, day)) return false;
    if (reader == Reader::Authority) return true;
    return !subject.is_person() && is_public(law, record, day);
}

void see_listings(Seen& seen, Reader reader, const Cards& cards, std::size_t subject, Date day) {
    for (const auto& card : cards.listings) {
        if (card.subject != subject || !card.stands_on(day)) continue;
        if (!sees(reader, cards, card)) continue;
        const bool held = is_held(cards, card);
        if (!held) seen.listed_today = true;
        seen.listings.push_back(card.id + (held ? " on hold" : ""));
    }
}

std::vector<std::string> documents_seen(const PlainLaw& law, const Cards& cards, Reader reader,
                                        std::size_t subject, Date day) {
    std::vector<std::string> documents;
    for (const auto& record : cards.records) {
        const bool closed = reader == Reader::Public && is_closed(cards, record);
        if (record.subject != subject || closed) continue;
        if (sees(reader, law, record, cards.subjects[subject], day)) {
            documents.push_back(record.document_number);
        }
    }
    std::ranges::sort(documents);
    return documents;
}

std::vector<std::string> orders_standing(const Cards& cards, std::size_t subject, Date day) {
    std::vector<std::string> orders;
    for (const auto& card : cards.orders) {
        if (card.subject != subject || !card.stands_on(day)) continue;
        orders.push_back(card.id + (is_held(cards, card) ? " on hold" : ""));
    }
    return orders;
}

void tell_listings(ToldAtCounter& told, const PlainLaw& law, const Cards& cards,
                   const AskedAbout& about, const AtMatter& at) {
    for (const auto& card : cards.listings) {
        if (card.subject != about.subject || card.stage != "in_force") continue;
        if (!card.stands_on(at.day)) continue;
        if (card.provisional) told.provisional = true;
        (is_red(card) ? told.incentives : told.in_force)
            .push_back(told_of(law, cards, card, at.matter, at.day));
    }
}

void add(std::string& text, std::string_view title, const std::vector<std::string>& all) {
    text += "; " + std::string(title);
    for (const auto& each : all) text += " " + each;
}

void add(std::string& text, std::string_view title, const std::vector<ToldEffect>& effects) {
    for (const auto& effect : effects) {
        text += "; " + std::string(title) + " " + effect.id + (effect.on_hold ? " on hold" : "") +
                " from " + calendar::to_text(effect.from);
        text += effect.through ? " through " + calendar::to_text(*effect.through)
                               : " until " + effect.ends_when;
        add(text, "duties", effect.duties);
    }
}

}  // namespace

Date disclosed_through(const PlainLaw& law, const RecordCard& record, Date day) {
    const Date start = record.conduct_on.value_or(record.decided_on);
    const auto then = law.library().period("disclosure.outer_limit", record.decided_on);
    const auto now = law.library().period("disclosure.outer_limit", day);
    return std::min(law.calendar().end_of(*then, start).day,
                    law.calendar().end_of(*now, start).day);
}

ToldAtCounter at_counter(const PlainLaw& law, const Cards& cards, const AskedAbout& about,
                         const catalogue::Matter& matter, Date day) {
    const auto& who = cards.subjects[about.subject];
    ToldAtCounter told{.standing = standing_of(who, about.name), .in_force = {}, .incentives = {}};
    told.officer_decides = who.is_person();
    if (told.standing != "confirmed") {
        told.nothing_found = told.standing == "unknown";
        return told;
    }
    tell_listings(told, law, cards, about, {.matter = matter, .day = day});
    for (const auto& card : cards.orders) {
        if (card.subject != about.subject || !card.stands_on(day)) continue;
        told.in_force.push_back(told_of(cards, card, matter, day));
    }
    told.nothing_found = told.in_force.empty() && told.incentives.empty();
    return told;
}

Seen seen_by(Reader reader, const PlainLaw& law, const Cards& cards, const AskedAbout& about,
             Date day) {
    const auto& who = cards.subjects[about.subject];
    Seen seen{.standing = "nothing", .listings = {}, .records = {}, .orders = {}};
    if (!who.known) return seen;
    const bool named = about.name == who.who.name || (about.name.empty() && !who.is_person());
    if (!named) {
        const bool tells = !who.is_person() || reader == Reader::Authority;
        if (tells) seen.standing = "identity_not_confirmed";
        return seen;
    }
    see_listings(seen, reader, cards, about.subject, day);
    seen.records = documents_seen(law, cards, reader, about.subject, day);
    if (reader == Reader::Authority) seen.orders = orders_standing(cards, about.subject, day);
    const bool anything = !seen.listings.empty() || !seen.records.empty() || !seen.orders.empty();
    if (anything || !who.is_person()) seen.standing = "shown";
    return seen;
}

std::string text_of(const ToldAtCounter& told) {
    std::string text = told.standing;
    add(text, "in force", told.in_force);
    add(text, "incentive", told.incentives);
    if (told.nothing_found) text += "; nothing found";
    if (told.provisional) text += "; provisional";
    if (told.officer_decides) text += "; an officer decides";
    return text;
}

std::string text_of(const Seen& seen) {
    std::string text = seen.standing + (seen.listed_today ? "; listed today" : "");
    add(text, "listings", seen.listings);
    add(text, "records", seen.records);
    add(text, "orders", seen.orders);
    return text;
}

}  // namespace credit::simulation
