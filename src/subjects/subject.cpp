#include "subjects/subject.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "foundation/text.h"
#include "identity/subject_key.h"
#include "identity/subject_kind.h"

namespace credit::subjects {
namespace {

using identity::SubjectKind;

bool in_order(const Validity& validity) {
    return !validity.from || !validity.through || *validity.from <= *validity.through;
}

template <typename List>
bool all_in_order(const List& list) {
    return std::ranges::all_of(list, [](const auto& item) { return in_order(item.validity); });
}

// A person is a person, and code 92 an individual business; between legal persons and others the
// code does not decide.
bool agrees(SubjectKind kind, const identity::SubjectKey& key) {
    const SubjectKind by_key = kind_of(key);
    const auto narrow = [](SubjectKind one) {
        return one == SubjectKind::NaturalPerson || one == SubjectKind::IndividualBusiness;
    };
    return narrow(kind) || narrow(by_key) ? kind == by_key : true;
}

}  // namespace

SubjectFacts facts_of_first_record(const identity::SubjectKey& key, std::string_view name,
                                   Date as_of) {
    return {.key = key,
            .kind = kind_of(key),
            .name = std::string(text::trim(name)),
            .region = std::string(region_of(key)),
            .as_of = as_of};
}

Grounds judge(const SubjectFacts& facts) {
    Grounds grounds;
    const auto require = [&grounds](bool met, std::string_view word, std::string_view pointer) {
        if (met) return;
        grounds.push_back({.word = std::string(word), .pointer = std::string(pointer)});
    };
    require(!text::trim(facts.name).empty(), "subjects.name_missing", "/name");
    require(agrees(facts.kind, facts.key), "subjects.kind_contradicts_code", "/kind");
    require(!facts.key.of_person() || facts.roles.empty(), "subjects.role_of_person_in_person",
            "/roles");
    require(all_in_order(facts.former_names), "subjects.ends_before_it_begins", "/former_names");
    require(all_in_order(facts.aliases), "subjects.ends_before_it_begins", "/aliases");
    require(all_in_order(facts.roles), "subjects.ends_before_it_begins", "/roles");
    return grounds;
}

SubjectKind kind_of(const identity::SubjectKey& key) {
    if (key.of_person()) return SubjectKind::NaturalPerson;
    const identity::CodeCategory* const category = identity::find_category(key.code());
    return category == nullptr ? SubjectKind::OtherOrganisation : category->likely_kind;
}

std::string_view region_of(const identity::SubjectKey& key) {
    return key.of_person() ? std::string_view{} : key.code().substr(2, 6);
}

catalogue::SubjectCategory category_of(SubjectKind kind) {
    switch (kind) {
        case SubjectKind::NaturalPerson:
            return catalogue::SubjectCategory::NaturalPerson;
        case SubjectKind::IndividualBusiness:
            return catalogue::SubjectCategory::IndividualBusiness;
        case SubjectKind::LegalPerson:
        case SubjectKind::OtherOrganisation:
            return catalogue::SubjectCategory::Organisation;
    }
    std::unreachable();
}

}  // namespace credit::subjects
