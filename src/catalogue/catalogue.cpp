#include "catalogue/catalogue.h"

#include <algorithm>
#include <span>
#include <string>

#include "catalogue/classes/classification.h"
#include "catalogue/code_list.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/matter.h"
#include "catalogue/duties/measure.h"
#include "catalogue/duties/purpose.h"
#include "catalogue/duties/withholding_basis.h"
#include "catalogue/forbidden.h"
#include "catalogue/offices/authority.h"
#include "catalogue/offices/region.h"
#include "catalogue/offices/task.h"
#include "catalogue/record_kind.h"
#include "catalogue/validity.h"
#include "foundation/result.h"
#include "law/library.h"
#include "law/parameter.h"

namespace credit::catalogue {
namespace {

Result<void> check_citation(const law::Library& library, const LegalBasis& basis) {
    if (library.instrument(basis.instrument) != nullptr) return {};
    return fail(ErrorCode::InvalidInput, "catalogue.unknown_citation", {basis.to_text()});
}

Result<void> check_parameter(const law::Library& library, const std::string& name) {
    const auto parameters = library.parameters();
    if (std::ranges::find(parameters, name, &law::Parameter::name) != parameters.end()) return {};
    return fail(ErrorCode::InvalidInput, "catalogue.unknown_parameter", {name});
}

Result<void> check_kind(const law::Library& library, const RecordKind& kind) {
    TRY(check_citation(library, kind.basis));
    if (!kind.table_basis.instrument.empty()) TRY(check_citation(library, kind.table_basis));
    for (const auto& rule : kind.publicity) TRY(check_citation(library, rule.basis));
    TRY(check_parameter(library, kind.timeliness));
    if (!kind.retention.empty()) TRY(check_parameter(library, kind.retention));
    for (const auto& rule : kind.timeliness_of_functions) {
        TRY(check_citation(library, rule.basis));
        TRY(check_parameter(library, rule.parameter));
    }
    return {};
}

Result<void> refuse_title(const Forbidden& forbidden, const std::string& title) {
    const auto* matter = forbidden.find_in_name(title);
    if (matter == nullptr) return {};
    return fail(ErrorCode::Refused, "catalogue.standard_forbidden",
                {title, matter->zh + " " + matter->basis.to_text()});
}

}  // namespace

Result<void> refuse_forbidden(const Forbidden& forbidden, std::span<const ListStandard> standards) {
    for (const auto& standard : standards) {
        TRY(refuse_title(forbidden, standard.title_zh));
        TRY(refuse_title(forbidden, standard.title_en));
        for (const auto& ground : standard.grounds) TRY(refuse_title(forbidden, ground.zh));
    }
    return {};
}

Result<void> refuse_forbidden(const Forbidden& forbidden, std::span<const Measure> measures) {
    for (const auto& measure : measures) TRY(refuse_title(forbidden, measure.title_zh));
    return {};
}

Result<Catalogue> Catalogue::load(const law::Library& library) {
    Catalogue catalogue;
    catalogue.forbidden = TRY(Forbidden::load());
    catalogue.codes = TRY(CodeLists::load());
    catalogue.kinds = TRY(RecordKinds::load(catalogue.codes, catalogue.forbidden));
    catalogue.regions = TRY(Regions::load());
    catalogue.authorities = TRY(Authorities::load(catalogue.regions));
    catalogue.tasks = TRY(Tasks::load(catalogue.authorities));
    catalogue.standards = TRY(ListStandards::load(library));
    catalogue.measures = TRY(Measures::load(library));
    catalogue.matters = TRY(Matters::load(catalogue.measures));
    catalogue.purposes = TRY(Purposes::load());
    catalogue.withholding = TRY(WithholdingBases::load(library));
    catalogue.classification = TRY(Classification::load(library));

    for (const auto& matter : catalogue.forbidden.matters()) {
        TRY(check_citation(library, matter.basis));
    }
    for (const auto& sealed : catalogue.forbidden.sealed()) {
        TRY(check_citation(library, sealed.basis));
    }
    for (const auto& kind : catalogue.kinds.all()) TRY(check_kind(library, kind));
    for (const auto& matter : catalogue.matters.all()) {
        TRY(check_citation(library, matter.basis));
    }
    for (const auto& ground : catalogue.purposes.grounds()) {
        TRY(check_citation(library, ground.basis));
    }
    TRY(refuse_forbidden(catalogue.forbidden, catalogue.standards.all()));
    TRY(refuse_forbidden(catalogue.forbidden, catalogue.measures.all()));
    return catalogue;
}

}  // namespace credit::catalogue
