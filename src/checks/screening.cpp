#include "checks/screening.h"

#include <optional>
#include <string>
#include <string_view>

#include "checks/duty_table.h"
#include "checks/effect.h"
#include "checks/index.h"
#include "identity/identifier.h"
#include "identity/subject_key.h"
#include "subjects/identifiers.h"

namespace credit::checks {
namespace {

// The ids of the measures in a text of duties: what stands behind each "measure":".
void append_measures(std::string& out, std::string_view duties) {
    constexpr std::string_view name = R"("measure":")";
    for (auto at = duties.find(name); at != std::string_view::npos; at = duties.find(name, at)) {
        at += name.size();
        if (!out.ends_with(',')) out += ' ';
        out += duties.substr(at, duties.find('"', at) - at);
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

// Of an index that is not current nothing is carried out.
Told told_of(const Entry& entry, const DutyTable& duties, std::string_view matter, bool current) {
    Told told;
    for (const auto& effect : entry.effects) {
        if (!effect.in_force(duties.day()) || duties.is_over(effect)) continue;
        told.live = true;
        if (!told.effects.empty()) told.effects += ' ';
        const bool on_hold = effect.on_hold || !current;
        told.effects += effect.rests_on + (on_hold ? "(on_hold)" : "");
        if (on_hold) continue;
        append_measures(told.measures, duties.duties(matter, effect, entry.category).text);
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
    append_effects(out, pin.find(key->text()));
    return key;
}

void Screening::append_effects(std::string& out, const Entry* entry) {
    Told told;
    if (entry != nullptr) told = told_of(*entry, *duties_, matter_, index_.is_current());
    if (told.live) ++hits_;
    out += told.live ? ",read,yes," : ",read,no,";
    out += told.effects;
    out += ',';
    out += std::string_view(told.measures).substr(told.measures.starts_with(' ') ? 1 : 0);
    out += "\r\n";
}

}  // namespace credit::checks
