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
    const bool current = index_.is_current();
    bool live = false;
    std::string effects;
    std::string measures;
    if (entry != nullptr) {
        for (const auto& effect : entry->effects) {
            if (!effect.in_force(duties_->day())) continue;
            live = true;
            if (!effects.empty()) effects += ' ';
            const bool on_hold = effect.on_hold || !current;
            effects += effect.rests_on + (on_hold ? "(on_hold)" : "");
            if (!on_hold) {
                append_measures(measures, duties_->duties(matter_, effect, entry->category));
            }
        }
    }
    if (live) ++hits_;
    out += live ? ",read,yes," : ",read,no,";
    out += effects;
    out += ',';
    out += std::string_view(measures).substr(measures.starts_with(' ') ? 1 : 0);
    out += "\r\n";
}

}  // namespace credit::checks
