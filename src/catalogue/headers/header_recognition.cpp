#include "catalogue/headers/header_recognition.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/column.h"
#include "catalogue/forbidden.h"
#include "catalogue/header_names.h"
#include "catalogue/record_kind.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "foundation/text.h"

namespace credit::catalogue {
namespace {

struct Reading {
    HeaderRecognition recognition;
    std::size_t known = 0;      // headers that have a column
    std::size_t signature = 0;  // columns of the signature that are there

    // Better readings compare greater.
    auto rank(Date day) const {
        return std::tuple(known, -static_cast<std::ptrdiff_t>(recognition.missing.size()),
                          recognition.kind->validity.covers(day), recognition.kind->validity.from);
    }
    // At least two columns that only this kind has its own names for.
    bool is_of_this_kind() const { return signature >= 2; }
};

Reading read_as(const RecordKind& kind, std::span<const PlainHeader> headers) {
    Reading reading;
    auto& recognition = reading.recognition;
    recognition.kind = &kind;
    std::set<const Column*> found;
    for (const auto& plain : headers) {
        const auto& header = plain.given();
        const auto place = kind.names.find(plain);
        const Column* column = place ? &kind.columns[*place] : nullptr;
        if (column != nullptr && !found.insert(column).second) {
            recognition.repeated.push_back(header);
            column = nullptr;
        } else if (column == nullptr && kind.names.is_not_taken(plain)) {
            recognition.not_taken.push_back(header);
        } else if (column == nullptr && !text::trim(header).empty()) {
            recognition.unknown.push_back(header);
        }
        recognition.columns.push_back(column);
    }
    for (const auto& column : kind.columns) {
        if (column.presence == Presence::Mandatory && !found.contains(&column)) {
            recognition.missing.push_back(column.header());
        }
    }
    reading.known = found.size();
    reading.signature = static_cast<std::size_t>(std::ranges::count_if(
        kind.signature,
        [&](const std::string& code) { return found.contains(kind.find_column(code)); }));
    return reading;
}

// sd-social-credit-regulation-2020 art. 42: what is forbidden is not even taken from a file.
void refuse_forbidden(HeaderRecognition& recognition, const Forbidden& forbidden) {
    const bool admits_persons = recognition.kind->admits(SubjectCategory::NaturalPerson);
    for (const auto& header : recognition.unknown) {
        const auto* matter = forbidden.find_in_column(header, admits_persons);
        if (matter == nullptr) continue;
        recognition.forbidden.push_back(
            {.word = "catalogue.column_forbidden",
             .arguments = {header, matter->zh + " " + matter->basis.to_text()},
             .pointer = header});
    }
}

}  // namespace

Result<HeaderRecognition> recognise_header(const RecordKinds& kinds, const Forbidden& forbidden,
                                           std::span<const std::string> headers, Date day) {
    std::vector<PlainHeader> plain;
    for (const auto& header : headers) plain.emplace_back(header);
    Reading best;
    for (const auto& kind : kinds.all()) {
        auto reading = read_as(kind, plain);
        if (!reading.is_of_this_kind()) continue;
        const bool first = best.recognition.kind == nullptr;
        if (first || best.rank(day) < reading.rank(day)) best = std::move(reading);
    }
    const auto* kind = best.recognition.kind;
    if (kind == nullptr) {
        return fail(ErrorCode::InvalidInput, "catalogue.header_not_recognised");
    }
    if (!kind->validity.covers(day)) {
        return fail(ErrorCode::Refused, "catalogue.kind_not_in_force",
                    {kind->zh + " " + kind->version, calendar::to_text(day)});
    }
    refuse_forbidden(best.recognition, forbidden);
    return std::move(best.recognition);
}

}  // namespace credit::catalogue
