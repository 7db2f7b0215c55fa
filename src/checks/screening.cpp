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
#include "checks/stayed.h"
#include "identity/identifier.h"
#include "identity/subject_key.h"
#include "subjects/identifiers.h"

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

std::optional<identity::SubjectKey> Screening::append_line(std::string& out,
                                                           std::string_view given) {
    // A cell that would need quoting is no identifier; it is not repeated.
    out += is_plain(given) ? given : std::string_view("?");
    const auto key = key_of(given);
    if (!key) {
        out += ",unreadable,no,,\r\n";
        return std::nullopt;
    }
    const Index::Pin pin(index_);
    append_effects(out, pin.find(key->text()), pin.find(at_.authority));
    return key;
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

void Screening::append_effects(std::string& out, const Entry* entry, const Entry* asking) {
    Told told;
    if (entry != nullptr) {
        const bool current = index_.is_current() && (asking == nullptr || !asking->unread);
        told =
            told_of(*entry, asking, {.table = *duties_, .matter = at_.matter, .current = current});
    }
    if (told.live) ++hits_;
    out += told.live ? ",read,yes," : ",read,no,";
    out += told.effects;
    out += ',';
    out += std::string_view(told.measures).substr(told.measures.starts_with(' ') ? 1 : 0);
    out += "\r\n";
}

}  // namespace credit::checks
