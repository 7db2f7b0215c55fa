// Reads what an amendment changes.

#include <string_view>
#include <utility>
#include <vector>

#include "amendments/amendment.h"
#include "calendar/date_json.h"
#include "catalogue/amended/agreement.h"
#include "catalogue/amended/amendment.h"
#include "catalogue/amended/definitions.h"
#include "catalogue/duties/basis.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/instrument.h"
#include "law/library.h"

namespace credit::amendments {
namespace {

Result<std::vector<const JsonObject*>> read_objects(const JsonObject& object,
                                                    std::string_view name) {
    std::vector<const JsonObject*> objects;
    if (!object.contains(name)) return objects;
    for (const auto& each : *TRY(read_array(object, name))) {
        if (!each.is_object()) return fail(ErrorCode::InvalidInput, "json.not_an_object");
        objects.push_back(&each.as_object());
    }
    return objects;
}

Result<catalogue::RowKind> read_kind(const JsonObject& object) {
    const auto kind = TRY(read_text(object, "row"));
    if (kind == "standard") return catalogue::RowKind::Standard;
    if (kind == "measure") return catalogue::RowKind::Measure;
    return fail(ErrorCode::InvalidInput, "amendments.unknown_row_kind");
}

Result<std::vector<catalogue::Basis>> read_bases(const JsonObject& object,
                                                 const law::Library& law) {
    std::vector<catalogue::Basis> bases;
    for (const auto* const each : TRY(read_objects(object, "basis"))) {
        TRY(refuse_unknown(*each, {"instrument", "article"}));
        auto instrument = TRY(read_text(*each, "instrument"));
        auto article = TRY(read_text(*each, "article"));
        bases.push_back(TRY(catalogue::basis_of({.instrument = std::move(instrument),
                                                 .article = std::move(article),
                                                 .status = law::TextStatus::Reported},
                                                law)));
    }
    return bases;
}

Result<catalogue::MemorandumLine> read_line(const JsonObject& object) {
    TRY(refuse_unknown(object, {"measure", "subjects", "implementers"}));
    catalogue::MemorandumLine line{.measure = TRY(read_text(object, "measure"))};
    for (const auto& word : TRY(read_texts(object, "subjects"))) {
        line.subjects.push_back(TRY(catalogue::parse_subject_category(word)));
    }
    line.implementers = TRY(read_texts(object, "implementers"));
    return line;
}

Result<catalogue::Memorandum> read_memorandum(const JsonObject& object) {
    TRY(refuse_unknown(object, {"title", "document_number", "domain", "lead", "signatories",
                                "standard", "feedback", "through", "lines"}));
    catalogue::Memorandum memorandum{.title = TRY(read_text(object, "title")),
                                     .document_number = TRY(read_text(object, "document_number")),
                                     .domain = TRY(read_text(object, "domain")),
                                     .lead = TRY(read_text(object, "lead")),
                                     .signatories = TRY(read_texts(object, "signatories")),
                                     .standard = TRY(read_text(object, "standard")),
                                     .feedback = TRY(read_text(object, "feedback")),
                                     .through = TRY(calendar::read_typed_date(object, "through"))};
    for (const auto* const each : TRY(read_objects(object, "lines"))) {
        memorandum.lines.push_back(TRY(read_line(*each)));
    }
    return memorandum;
}

Result<catalogue::Agreement> read_agreement(const JsonObject& object, Date from) {
    TRY(refuse_unknown(object, {"title", "document_number", "region", "region_name", "signatories",
                                "categories", "through"}));
    return catalogue::Agreement{.title = TRY(read_text(object, "title")),
                                .document_number = TRY(read_text(object, "document_number")),
                                .region = TRY(read_text(object, "region")),
                                .region_name = TRY(read_text(object, "region_name")),
                                .signatories = TRY(read_texts(object, "signatories")),
                                .categories = TRY(read_texts(object, "categories")),
                                .from = from,
                                .through = TRY(calendar::read_typed_date(object, "through"))};
}

}  // namespace

Result<catalogue::Amendment> read_content(const JsonObject& content, const law::Library& law) {
    TRY(refuse_unknown(content,
                       {"from_on", "ends", "begins", "defines", "memorandum", "agreement"}));
    catalogue::Amendment amendment{.from = TRY(calendar::read_typed_date(content, "from_on"))};
    for (const auto* const each : TRY(read_objects(content, "ends"))) {
        TRY(refuse_unknown(*each, {"row", "id"}));
        const auto kind = TRY(read_kind(*each));
        amendment.ends.push_back({.kind = kind, .id = TRY(read_text(*each, "id"))});
    }
    for (const auto* const each : TRY(read_objects(content, "begins"))) {
        TRY(refuse_unknown(*each, {"row", "id", "basis"}));
        const auto kind = TRY(read_kind(*each));
        auto id = TRY(read_text(*each, "id"));
        amendment.begins.push_back(
            {.kind = kind, .id = std::move(id), .bases = TRY(read_bases(*each, law))});
    }
    if (content.contains("defines")) {
        const auto* const defines = TRY(read_object(content, "defines"));
        amendment.defines = TRY(catalogue::read_definitions(*defines, law, amendment.from));
    }
    if (content.contains("memorandum")) {
        const auto* const memorandum = TRY(read_object(content, "memorandum"));
        amendment.memorandum = TRY(read_memorandum(*memorandum));
    }
    if (content.contains("agreement")) {
        const auto* const agreement = TRY(read_object(content, "agreement"));
        amendment.agreement = TRY(read_agreement(*agreement, amendment.from));
    }
    return amendment;
}

}  // namespace credit::amendments
