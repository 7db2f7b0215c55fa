#include "catalogue/validity.h"

#include <string>
#include <utility>

#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {

std::string LegalBasis::to_text() const {
    return article.empty() ? instrument : instrument + " art. " + article;
}

Result<Validity> read_validity(const law::TomlTable& table) {
    const auto from = TRY(table.optional_day("from"));
    const auto through = TRY(table.optional_day("through"));
    if (from && through && *through < *from) {
        return table.fault("catalogue.ends_before_it_begins", "through");
    }
    return Validity{.from = from, .through = through};
}

Result<LegalBasis> read_basis(const law::TomlTable& table) {
    auto instrument = TRY(table.text("instrument"));
    auto article = TRY(table.text_or("article", ""));
    return LegalBasis{.instrument = std::move(instrument), .article = std::move(article)};
}

}  // namespace credit::catalogue
