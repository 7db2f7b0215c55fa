#include "checks/screening.h"

#include <optional>
#include <string>
#include <string_view>

#include "checks/duty_table.h"
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
    const auto identifier = identity::parse_identifier(given, identifiers_.reading(duties_->day()));
    const auto key = identifier ? identifiers_.key_of(*identifier) : std::nullopt;
    if (!key) {
        out += ",unreadable,no,,\r\n";
        return std::nullopt;
    }
    const Index::Pin pin(index_);
    append_effects(out, pin.find(key->text()), pin.find(at_.authority));
    return key;
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
