#include "catalogue/header_recognition.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/column.h"
#include "catalogue/forbidden.h"
#include "catalogue/record_kind.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "foundation/text.h"

namespace credit::catalogue {
namespace {

// Width, case, spaces, and the marks people put around a header, do not matter.
std::string plain(std::string_view header) {
    auto text =
        text::to_upper_ascii(text::without_spaces(text::nfkc(text::unify_look_alikes(header))));
    std::erase_if(text, [](char byte) { return byte == '*' || byte == ':' || byte == '"'; });
    return text;
}

// The ways in which a header may name its column, the surest first: as it stands, what stands in
// its brackets (行政相对人代码_2(组织机构代码)), what stands before them
// (证件类型(为自然人时，必填)).
std::vector<std::string> readings(std::string_view header) {
    const auto whole = plain(header);
    std::vector<std::string> forms = {whole};
    const auto open = whole.find('(');
    if (open == std::string::npos) return forms;
    const auto close = whole.find(')', open);
    if (close != std::string::npos) forms.push_back(whole.substr(open + 1, close - open - 1));
    forms.push_back(whole.substr(0, open));
    return forms;
}

// Which column of a kind a header names.
class ColumnNames {
public:
    explicit ColumnNames(const RecordKind& kind) {
        for (const auto& column : kind.columns) {
            names_.emplace(plain(column.code), &column);
            for (const auto& code : column.also) names_.emplace(plain(code), &column);
            for (const auto& header : column.headers) names_.emplace(plain(header), &column);
        }
        for (const auto& header : kind.not_taken) not_taken_.insert(plain(header));
    }

    const Column* find(std::string_view header) const {
        for (const auto& form : readings(header)) {
            const auto found = names_.find(form);
            if (found != names_.end()) return found->second;
        }
        return nullptr;
    }

    bool is_not_taken(std::string_view header) const { return not_taken_.contains(plain(header)); }

private:
    std::map<std::string, const Column*, std::less<>> names_;
    std::set<std::string, std::less<>> not_taken_;
};

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

Reading read_as(const RecordKind& kind, std::span<const std::string> headers) {
    Reading reading;
    auto& recognition = reading.recognition;
    recognition.kind = &kind;
    const ColumnNames names(kind);
    std::set<const Column*> found;
    for (const auto& header : headers) {
        const auto* column = names.find(header);
        if (column != nullptr && !found.insert(column).second) {
            recognition.repeated.push_back(header);
            column = nullptr;
        } else if (column == nullptr && names.is_not_taken(header)) {
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
    Reading best;
    for (const auto& kind : kinds.all()) {
        auto reading = read_as(kind, headers);
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
