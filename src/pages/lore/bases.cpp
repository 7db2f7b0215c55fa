#include "pages/lore/bases.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/period.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/basis.h"
#include "catalogue/offices/authority.h"
#include "catalogue/offices/region.h"
#include "catalogue/subject_category.h"
#include "catalogue/validity.h"
#include "pages/html/html.h"
#include "pages/html/place.h"

namespace credit::pages {
namespace {

constexpr std::size_t offices_named_max = 8;

std::string_view unit_word(calendar::Unit unit) {
    switch (unit) {
        case calendar::Unit::Years:
            return "pages.length.years";
        case calendar::Unit::Months:
            return "pages.length.months";
        case calendar::Unit::Days:
            return "pages.length.days";
        case calendar::Unit::WorkingDays:
            break;
    }
    return "pages.length.working_days";
}

bool serves(const catalogue::Authority& office, const std::vector<std::string>& functions) {
    return std::ranges::any_of(functions,
                               [&](const auto& function) { return office.has_function(function); });
}

}  // namespace

Html bases_of(const Place& place, const std::vector<catalogue::Basis>& bases) {
    Html out;
    if (bases.empty()) return out << place.say("pages.lore.no_basis"), out;
    out << "<ul class=\"plain\">\n"_html;
    for (const auto& basis : bases)
        out << "<li>"_html << place.cite(basis.citation) << "</li>\n"_html;
    out << "</ul>\n"_html;
    return out;
}

Html gaps_of(const Place& place, const std::vector<catalogue::Gap>& gaps) {
    Html out;
    out << "<ul class=\"plain\">\n"_html;
    for (const auto gap : gaps) {
        out << "<li>"_html
            << place.words.tell({.word = catalogue::word_of(gap)}, place.variant.language).what
            << "</li>\n"_html;
    }
    out << "</ul>\n"_html;
    return out;
}

std::string length_of(const Place& place, const calendar::Period& period) {
    return place.say(unit_word(period.unit), {std::to_string(period.amount)});
}

Html offices_of(const Place& place, const std::vector<std::string>& functions) {
    Html out;
    std::size_t named = 0;
    for (const auto& office : place.catalogue.authorities.all()) {
        const bool here = office.level == catalogue::RegionLevel::Province &&
                          office.validity.covers(place.day) && serves(office, functions);
        if (!here || named == offices_named_max) continue;
        if (named++ > 0) out << place.say("pages.lore.comma");
        out << either(place, office.zh, office.en);
    }
    return out;
}

std::string categories_of(const Place& place,
                          const std::vector<catalogue::SubjectCategory>& categories) {
    std::string text;
    for (const auto category : categories) {
        if (!text.empty()) text += place.say("pages.lore.comma");
        switch (category) {
            case catalogue::SubjectCategory::Organisation:
                text += place.say("pages.kind.organisation");
                break;
            case catalogue::SubjectCategory::IndividualBusiness:
                text += place.say("pages.kind.individual_business");
                break;
            case catalogue::SubjectCategory::NaturalPerson:
                text += place.say("pages.kind.natural_person");
                break;
        }
    }
    return text;
}

std::string validity_of(const Place& place, const catalogue::Validity& validity) {
    if (validity.from && validity.through) {
        return place.say("pages.lore.from_through",
                         {place.date(*validity.from), place.date(*validity.through)});
    }
    if (validity.from) return place.say("pages.lore.from", {place.date(*validity.from)});
    if (validity.through) return place.say("pages.lore.through", {place.date(*validity.through)});
    return {};
}

}  // namespace credit::pages
