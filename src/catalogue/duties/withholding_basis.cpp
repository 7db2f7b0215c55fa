#include "catalogue/duties/withholding_basis.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "catalogue/validity.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/instrument.h"
#include "law/library.h"
#include "law/parameter.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

Result<WithholdingBasis> read_one(const law::TomlTable& row) {
    TRY(row.refuse_unknown({"id", "zh", "en", "instrument", "article", "article_status", "from",
                            "through", "parameter"}));
    auto basis = TRY(read_basis(row));
    const auto status = TRY(row.text("article_status"));
    return WithholdingBasis{.id = TRY(row.text("id")),
                            .zh = TRY(row.text("zh")),
                            .en = TRY(row.text("en")),
                            .citation = {.instrument = std::move(basis.instrument),
                                         .article = std::move(basis.article),
                                         .status = TRY(law::parse_text_status(status))},
                            .longest = TRY(row.text("parameter")),
                            .validity = TRY(read_validity(row))};
}

Result<void> check(const WithholdingBasis& basis, const law::Library& library) {
    if (library.instrument(basis.citation.instrument) == nullptr) {
        return fail(ErrorCode::InvalidInput, "catalogue.unknown_citation",
                    {law::to_text(basis.citation)});
    }
    const auto parameters = library.parameters();
    if (std::ranges::find(parameters, basis.longest, &law::Parameter::name) == parameters.end()) {
        return fail(ErrorCode::InvalidInput, "catalogue.unknown_parameter", {basis.longest});
    }
    return {};
}

}  // namespace

bool WithholdingBasis::in_force(const law::Library& library, Date day) const {
    const auto* const instrument = library.instrument(citation.instrument);
    return validity.covers(day) && instrument != nullptr && instrument->in_force(day);
}

Result<WithholdingBases> WithholdingBases::load(const law::Library& library) {
    WithholdingBases bases;
    for (const auto& file : TRY(law::read_toml_files("law/withholding.toml"))) {
        for (const auto* const row : TRY(file.tables("basis"))) {
            auto basis = TRY(read_one(*row));
            TRY(check(basis, library));
            if (bases.find(basis.id) != nullptr) {
                return fail(ErrorCode::InvalidInput, "catalogue.defined_twice", {basis.id});
            }
            bases.bases_.push_back(std::move(basis));
        }
    }
    return bases;
}

const WithholdingBasis* WithholdingBases::find(std::string_view id) const {
    const auto found = std::ranges::find(bases_, id, &WithholdingBasis::id);
    return found == bases_.end() ? nullptr : &*found;
}

}  // namespace credit::catalogue
