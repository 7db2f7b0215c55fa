#include "checks/screening.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/subject_category.h"
#include "checks/duty_table.h"
#include "checks/duty_text.h"
#include "checks/effect.h"
#include "checks/index.h"
#include "checks/names/confirm_name.h"
#include "checks/stayed.h"
#include "foundation/result.h"
#include "identity/identifier.h"
#include "identity/subject_key.h"
#include "sheets/csv_writer.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "subjects/identifiers.h"
#include "subjects/name_match.h"

namespace credit::checks {
namespace {

// The ids of the measures that are not stayed.
void append_measures(std::string& out, const Duties& duties, const Effect& effect,
                     const Stayed& stayed) {
    for (const auto& part : duties.parts) {
        if (stayed.holds(effect, part.measure)) continue;
        if (!out.ends_with(',')) out += ' ';
        out += part.measure;
    }
}

bool is_plain(std::string_view text) {
    return text.find_first_of(",\"\r\n") == std::string_view::npos;
}

struct Told {
    bool live = false;
    std::string effects;
    std::string measures;
};

struct Place {
    const DutyTable& table;
    std::string_view matter;
    bool current;  // of an index that is not, nothing is carried out
};

Told told_of(const Entry& entry, const Entry* asking, const Place& place) {
    const Stayed stayed(&entry, asking, place.table.day());
    Told told;
    for (const auto& effect : entry.effects) {
        if (!effect.in_force(place.table.day()) || place.table.is_over(effect)) continue;
        told.live = true;
        if (!told.effects.empty()) told.effects += ' ';
        told.effects += effect.rests_on;
        const auto& duties = place.table.duties(place.matter, effect, entry.category);
        if (effect.on_hold || !place.current) {
            told.effects += "(on_hold)";
            continue;
        }
        if (stayed.touches(effect, duties)) told.effects += "(stayed)";
        append_measures(told.measures, duties, effect, stayed);
    }
    return told;
}

}  // namespace

// A cell that would need quoting is no identifier that is read; as a cell it stands as it came.
Result<std::optional<identity::SubjectKey>> Screening::append_line(std::string& out,
                                                                   const Asked& asked) {
    using Key = std::optional<identity::SubjectKey>;
    if (!asked.fault.empty()) {
        append_unread(out, asked, asked.fault);
        return Key();
    }
    const auto identifier =
        identity::parse_identifier(asked.identifier, identifiers_.reading(duties_->day()));
    if (!identifier) {
        append_unread(out, asked, identifier.error().grounds.front().word);
        return Key();
    }
    auto key = identifiers_.key_of(*identifier);
    const bool direct = key.has_value();
    if (!direct) key = TRY(resolve(*identifier));
    if (!key) {
        append_unread(out, asked, "checks.alias_unknown");
        return key;
    }
    if (is_plain(asked.identifier)) {
        out += asked.identifier;
    } else {
        sheets::append_csv_cell(out, asked.identifier);
    }
    if (asked.name) {
        TRY(append_named(out, *key, *asked.name));
    } else if (direct) {
        append_effects(out, "read", *key);
        out += ",,\r\n";
    } else {
        // What is only converted, or stood for another once, never matches without the name.
        out += ",identity_not_confirmed,,,,checks.name_needed,\r\n";
    }
    return key;
}

Result<void> Screening::append_named(std::string& out, const identity::SubjectKey& subject,
                                     std::string_view name) {
    const auto standing = TRY(match(subject, name));
    if (standing == subjects::Match::Confirmed) {
        append_effects(out, subjects::name_of(standing), subject);
    } else {
        out += ',';
        out += subjects::name_of(standing);
        out += standing == subjects::Match::Unknown ? ",no,," : ",,,";
    }
    out += name.empty() ? ",checks.name_needed," : ",,";
    sheets::append_csv_cell(out, name);
    out += "\r\n";
    return {};
}

void Screening::append_unread(std::string& out, const Asked& asked, std::string_view rule) {
    ++unread_;
    sheets::append_csv_cell(out, asked.identifier);
    out += ",unreadable,,,,";
    out += rule;
    out += ',';
    sheets::append_csv_cell(out, asked.name.value_or(std::string_view()));
    out += "\r\n";
}

Result<sql::Session*> Screening::session() {
    if (!lease_) lease_.emplace(TRY(pool_.lease(sql::Access::Read)));
    return &**lease_;
}

Result<std::optional<identity::SubjectKey>> Screening::resolve(
    const identity::Identifier& identifier) {
    auto* const store = TRY(session());
    const auto resolution = TRY(identifiers_.resolve(*store, identifier, duties_->day()));
    if (!resolution) return std::optional<identity::SubjectKey>();
    return std::optional(resolution->key);
}

Result<subjects::Match> Screening::match(const identity::SubjectKey& subject,
                                         std::string_view name) {
    // What other nodes performed may have changed a name that is held here.
    if (index_.is_current() && names_.confirms(subject.text(), name)) {
        return subjects::Match::Confirmed;
    }
    auto* const store = TRY(session());
    return confirm_name(*store, subject, name, duties_->day());
}

std::optional<identity::SubjectKey> Screening::key_of(std::string_view given) const {
    const auto identifier = identity::parse_identifier(given, identifiers_.reading(duties_->day()));
    return identifier ? identifiers_.key_of(*identifier) : std::nullopt;
}

std::vector<Following> Screening::following(const identity::SubjectKey& subject) {
    const Index::Pin pin(index_);
    const auto* const entry = pin.find(subject.text());
    const auto* const asking = pin.find(at_.authority);
    std::vector<Following> all;
    const bool current = index_.is_current() && (asking == nullptr || !asking->unread);
    if (entry == nullptr || !current) return all;
    const Stayed stayed(entry, asking, duties_->day());
    for (const auto& effect : entry->effects) {
        if (!effect.in_force(duties_->day()) || duties_->is_over(effect)) continue;
        ++hits_;
        if (effect.on_hold) continue;
        add_following(all, effect, entry->category, stayed);
    }
    return all;
}

void Screening::add_following(std::vector<Following>& all, const Effect& effect,
                              catalogue::SubjectCategory category, const Stayed& stayed) const {
    const auto& duties = duties_->duties(at_.matter, effect, category);
    for (const auto& part : duties.parts) {
        if (stayed.holds(effect, part.measure)) continue;
        std::string duty = duties.text.substr(part.begin, part.end - part.begin);
        if (effect.source == Source::Order) {
            append_remedy(duty, {.zh = effect.remedy_zh, .en = effect.remedy_en});
        }
        all.push_back({.item = std::string(effect.id),
                       .measure = part.measure,
                       .duty = std::move(duty),
                       .incentive = duties_->is_incentive(effect)});
    }
}

void Screening::append_effects(std::string& out, std::string_view standing,
                               const identity::SubjectKey& subject) {
    const Index::Pin pin(index_);
    const auto* const entry = pin.find(subject.text());
    Told told;
    if (entry != nullptr) {
        const auto* const asking = pin.find(at_.authority);
        const bool current = index_.is_current() && (asking == nullptr || !asking->unread);
        told =
            told_of(*entry, asking, {.table = *duties_, .matter = at_.matter, .current = current});
    }
    if (told.live) ++hits_;
    out += ',';
    out += standing;
    out += told.live ? ",yes," : ",no,";
    out += told.effects;
    out += ',';
    out += std::string_view(told.measures).substr(told.measures.starts_with(' ') ? 1 : 0);
}

}  // namespace credit::checks
