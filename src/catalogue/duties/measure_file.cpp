// Reads law/measures and refuses rows that would bind more than their group allows.

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/duties/basis.h"
#include "catalogue/duties/domain.h"
#include "catalogue/duties/measure.h"
#include "catalogue/duties/term.h"
#include "catalogue/spelling.h"
#include "catalogue/subject_category.h"
#include "catalogue/validity.h"
#include "foundation/result.h"
#include "law/library.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

constexpr Spellings<MeasureGroup, 5> groups{{
    {MeasureGroup::Rights, "A"},
    {MeasureGroup::Management, "B"},
    {MeasureGroup::Market, "C"},
    {MeasureGroup::RecordOnly, "P"},
    {MeasureGroup::Incentive, "I"},
}};

constexpr Spellings<Obligation, 3> obligations{{
    {Obligation::Mandatory, "mandatory"},
    {Obligation::Recommended, "recommended"},
    {Obligation::Information, "information"},
}};

constexpr Spellings<Follows, 3> causes{{
    {Follows::Listing, "listing"},
    {Follows::IndividualOrder, "individual_order"},
    {Follows::Record, "record"},
}};

constexpr Spellings<Addressee, 6> addressee_names{{
    {Addressee::Organisation, "organisation"},
    {Addressee::IndividualBusiness, "individual_business"},
    {Addressee::NaturalPerson, "natural_person"},
    {Addressee::LegalRepresentative, "legal_representative"},
    {Addressee::ResponsiblePerson, "responsible_person"},
    {Addressee::ActualController, "actual_controller"},
}};

// The classes of the published lists: 限制准入、任职、消费、出境、升学 … A letter alone: not said.
constexpr std::string_view classes = " A1 A2 A3 A4 A5 B B1 B2 B3 B4 C1 C2 P I ";

Result<MeasureGroup> read_group(const law::TomlTable& row, std::string_view class_code) {
    const auto known = classes.find(" " + std::string(class_code) + " ");
    if (class_code.empty() || known == std::string_view::npos) {
        return row.fault("catalogue.unknown_word", "class");
    }
    for (const auto& [group, letter] : groups) {
        if (class_code.starts_with(letter)) return group;
    }
    return row.fault("catalogue.unknown_word", "class");
}

Result<std::vector<Addressee>> read_addressees(const law::TomlTable& row) {
    std::vector<Addressee> addressees;
    for (const auto& text : TRY(row.texts("addressees"))) {
        const auto* found = std::ranges::find(addressee_names, text,
                                              &std::pair<Addressee, std::string_view>::second);
        if (found == addressee_names.end()) {
            return row.fault("catalogue.unknown_word", "addressees");
        }
        addressees.push_back(found->first);
    }
    if (addressees.empty()) return row.fault("law.toml_missing", "addressees");
    return addressees;
}

Result<void> read_words(const law::TomlTable& row, Measure& measure) {
    measure.title_zh = TRY(row.text("title_zh"));
    measure.title_en = TRY(row.text("title_en"));
    measure.words_zh = TRY(row.text("words_zh"));
    measure.words_en = TRY(row.text("words_en"));
    return {};
}

Result<Measure> read_measure(const law::TomlTable& row, const law::Library& library) {
    TRY(row.refuse_unknown({"id", "class", "title_zh", "title_en", "words_zh", "words_en",
                            "domains", "obligation", "follows", "individual_order", "addressees",
                            "implementers", "term", "basis", "from", "through"}));
    Measure measure;
    measure.id = TRY(row.text("id"));
    measure.row = measure.id.substr(0, measure.id.find('-'));
    measure.class_code = TRY(row.text("class"));
    measure.group = TRY(read_group(row, measure.class_code));
    TRY(read_words(row, measure));
    auto named = TRY(read_domains(row));
    measure.domains = std::move(named.known);
    measure.outside_domains = std::move(named.outside);
    measure.obligation = TRY(read_word(row, "obligation", obligations, ""));
    measure.follows = TRY(read_word(row, "follows", causes, ""));
    measure.individual_order = TRY(row.flag_or("individual_order", false));
    measure.addressees = TRY(read_addressees(row));
    measure.implementers = TRY(row.texts("implementers"));
    const auto* term = TRY(row.table("term"));
    measure.term = TRY(read_term(*term, library));
    measure.bases = TRY(read_bases(row, library));
    measure.validity = TRY(read_validity(row));
    return measure;
}

// Posts, spending, exit and school always touch a person's livelihood, movement or schooling; so
// does a market entry that is closed to a person.
bool touches_a_life(const Measure& measure) {
    if (measure.group != MeasureGroup::Rights) return false;
    return measure.class_code != "A1" || measure.addresses(SubjectCategory::NaturalPerson);
}

Result<void> check(const law::TomlTable& row, const Measure& measure) {
    if (touches_a_life(measure) && !measure.individual_order) {
        return row.fault("catalogue.measure_needs_order", measure.id);
    }
    // guobanfa-2020-49: nobody may be made to restrain; the market decides for itself.
    if (measure.group == MeasureGroup::Market && measure.obligation != Obligation::Information) {
        return row.fault("catalogue.measure_commands_market", measure.id);
    }
    // A record is a fact to be known; nothing else follows from the row.
    if (measure.group == MeasureGroup::RecordOnly && measure.follows != Follows::Record) {
        return row.fault("catalogue.record_only_binds", measure.id);
    }
    if (measure.implementers.empty()) return row.fault("law.toml_missing", "implementers");
    return {};
}

}  // namespace

std::string_view name_of(MeasureGroup group) {
    return spelling_of(groups, group);
}

std::string_view name_of(Obligation obligation) {
    return spelling_of(obligations, obligation);
}

std::string_view name_of(Follows follows) {
    return spelling_of(causes, follows);
}

std::string_view name_of(Addressee addressee) {
    return spelling_of(addressee_names, addressee);
}

Result<void> Measures::define(const law::TomlTable& file, const law::Library& library) {
    for (const law::TomlTable* row : TRY(file.tables("measure"))) {
        auto measure = TRY(read_measure(*row, library));
        TRY(check(*row, measure));
        auto& rows = measures_.own();
        const auto place = std::ranges::lower_bound(rows, measure.id, {}, &Measure::id);
        if (place != rows.end() && place->id == measure.id) {
            return fail(ErrorCode::InvalidInput, "catalogue.defined_twice", {measure.id});
        }
        rows.insert(place, std::move(measure));
    }
    return {};
}

}  // namespace credit::catalogue
