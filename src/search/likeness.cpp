#include "search/likeness.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "search/hit.h"
#include "search/readings.h"

namespace credit::search {
namespace {

// Whether the text stands at the start of the rest; at its end too where the whole is asked for.
enum class Ends { Anywhere, Together };

bool agrees(std::u16string_view text, std::u16string_view rest, Ends ends) {
    return ends == Ends::Together ? text == rest : rest.starts_with(text);
}

struct Slip {
    Reason reason;
    std::size_t at;  // in the text
};

// One slip between the text and the start of the rest: what comes before it is the same as far as
// it goes, so that the slip stands where they first differ.
std::optional<Slip> slip_at_start(std::u16string_view text, std::u16string_view rest, Ends ends) {
    const auto [in_text, in_rest] = std::ranges::mismatch(text, rest);
    const auto same = static_cast<std::size_t>(in_text - text.begin());
    text.remove_prefix(same);
    rest.remove_prefix(same);
    if (text.empty()) {
        if (ends == Ends::Together && rest.size() == 1)
            return Slip{.reason = Reason::Missing, .at = same};
        return std::nullopt;
    }
    if (text.size() > 1 && rest.size() > 1 && text[0] == rest[1] && text[1] == rest[0] &&
        agrees(text.substr(2), rest.substr(2), ends)) {
        return Slip{.reason = Reason::Swapped, .at = same};
    }
    if (!rest.empty() && agrees(text.substr(1), rest.substr(1), ends)) {
        return Slip{.reason = Reason::Wrong, .at = same};
    }
    if (!rest.empty() && agrees(text, rest.substr(1), ends))
        return Slip{.reason = Reason::Missing, .at = same};
    if (agrees(text.substr(1), rest, ends)) return Slip{.reason = Reason::Extra, .at = same};
    return std::nullopt;
}

// A wrong character that is read as the right one is a slip of the ear.
Reason reason_of(const Slip& slip, const Wanted& wanted, std::u16string_view name,
                 std::size_t begin) {
    if (slip.reason != Reason::Wrong) return slip.reason;
    const auto heard = wanted.syllables()[slip.at];
    const bool alike = heard != 0 && Readings::get().read(name)[begin + slip.at] == heard;
    return alike ? Reason::Homophone : Reason::Wrong;
}

}  // namespace

std::string_view name_of(Reason reason) {
    switch (reason) {
        case Reason::Code:
            return "code";
        case Reason::Exact:
            return "exact";
        case Reason::CompanyForm:
            return "company_form";
        case Reason::Contained:
            return "contained";
        case Reason::Homophone:
            return "homophone";
        case Reason::Swapped:
            return "swapped";
        case Reason::Wrong:
            return "wrong";
        case Reason::Missing:
            return "missing";
        case Reason::Extra:
            return "extra";
    }
    std::unreachable();
}

Wanted::Wanted(std::u16string folded)
    : text_(std::move(folded)),
      core_(Readings::get().without_form(text_)),
      syllables_(Readings::get().read(text_)) {}

std::optional<Reason> holds(const Wanted& wanted, std::u16string_view name) {
    if (name == wanted.text()) return Reason::Exact;
    const bool whole = name.find(wanted.text()) != std::u16string_view::npos;
    const bool other_form = wanted.core().size() != wanted.text().size();
    if (!whole && !other_form) return std::nullopt;
    const auto core = name.substr(0, Readings::get().without_form(name));
    if (core == wanted.core()) return Reason::CompanyForm;
    if (whole) return Reason::Contained;
    const bool in_core = core.find(wanted.core()) != std::u16string_view::npos;
    return in_core ? std::optional(Reason::CompanyForm) : std::nullopt;
}

std::optional<Reason> one_slip(const Wanted& wanted, std::u16string_view name) {
    const auto slip = slip_at_start(wanted.text(), name, Ends::Together);
    if (!slip) return std::nullopt;
    return reason_of(*slip, wanted, name, 0);
}

std::optional<Reason> one_slip_within(const Wanted& wanted, std::u16string_view name) {
    std::optional<Reason> best;
    for (std::size_t begin = 0; begin < name.size(); ++begin) {
        const auto slip = slip_at_start(wanted.text(), name.substr(begin), Ends::Anywhere);
        if (!slip) continue;
        const auto reason = reason_of(*slip, wanted, name, begin);
        if (!best || reason < *best) best = reason;
    }
    return best;
}

bool sounds_within(const Wanted& wanted, std::u16string_view name) {
    const auto core = wanted.core();
    if (name.size() < core.size()) return false;
    const auto syllables = Readings::get().read(name);
    for (std::size_t begin = 0; begin + core.size() <= name.size(); ++begin) {
        bool alike = true;
        for (std::size_t at = 0; alike && at < core.size(); ++at) {
            const auto heard = wanted.syllables()[at];
            alike = core[at] == name[begin + at] || (heard != 0 && heard == syllables[begin + at]);
        }
        if (alike) return true;
    }
    return false;
}

}  // namespace credit::search
