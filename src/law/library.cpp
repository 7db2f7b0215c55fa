#include "law/library.h"

#include <fmt/format.h>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "calendar/date_text.h"
#include "foundation/bytes.h"
#include "foundation/check.h"
#include "foundation/crypto.h"
#include "foundation/embedded_files.h"
#include "foundation/result.h"
#include "law/asked_parameters.h"
#include "law/calendar_file.h"
#include "law/citation.h"
#include "law/instrument.h"
#include "law/parameter.h"
#include "law/toml_reader.h"

namespace credit::law {
namespace {

crypto::Digest digest_of_files() {
    constexpr std::string_view separator("\0", 1);
    std::vector<BytesView> parts;
    for (const auto& file : foundation::embedded_files()) {
        if (!file.path.starts_with("law/")) continue;
        for (const auto part : {file.path, separator, file.content, separator}) {
            parts.push_back(bytes_of(part));
        }
    }
    return crypto::sha256(parts);
}

bool overlap(const Parameter& left, const Parameter& right) {
    return left.in_force(right.from) || right.in_force(left.from);
}

Result<void> check_asked(const Library& library) {
    for (const auto name : asked_parameters) {
        bool found = false;
        for (const auto& parameter : library.parameters()) found |= parameter.name == name;
        if (!found) {
            return fail(ErrorCode::InvalidInput, "law.parameter_lacking", {std::string(name)});
        }
    }
    return {};
}

}  // namespace

Result<Library> Library::load() {
    return load_through(std::numeric_limits<int>::max());
}

Result<Library> Library::load_through(int year) {
    Library library;
    TRY(library.read_instruments());
    TRY(library.read_parameters());
    TRY(library.read_calendar(year));
    TRY(check_asked(library));
    library.digest_ = digest_of_files();
    return library;
}

Result<void> Library::read_instruments() {
    for (const auto& file : TRY(read_toml_files("law/instruments/"))) {
        const auto* common = TRY(file.table("common"));
        for (const auto* entry : TRY(file.tables("instrument"))) {
            auto instrument = TRY(read_instrument(*entry, *common));
            if (!by_id_.emplace(instrument.id, instruments_.size()).second) {
                return entry->fault("law.defined_twice", instrument.id);
            }
            instruments_.push_back(std::move(instrument));
        }
    }
    for (const auto& entry : instruments_) {
        if (!entry.successor.empty() && instrument(entry.successor) == nullptr) {
            return fail(ErrorCode::InvalidInput, "law.unknown_instrument", {entry.successor});
        }
    }
    return {};
}

Result<void> Library::read_parameters() {
    for (const auto& file : TRY(read_toml_files("law/parameters.toml"))) {
        for (const auto* entry : TRY(file.tables("parameter"))) {
            auto parameter = TRY(read_parameter(*entry));
            TRY(add(std::move(parameter)));
        }
    }
    return {};
}

Result<void> Library::add(Parameter parameter) {
    if (instrument(parameter.citation.instrument) == nullptr) {
        return fail(ErrorCode::InvalidInput, "law.unknown_instrument",
                    {parameter.citation.instrument});
    }
    auto& versions = by_name_[parameter.name];
    for (const auto index : versions) {
        const auto& other = parameters_[index];
        if (overlap(other, parameter) || other.value.index() != parameter.value.index()) {
            return fail(ErrorCode::InvalidInput, "law.defined_twice",
                        {"law/parameters.toml", "0", parameter.name});
        }
    }
    versions.push_back(parameters_.size());
    parameters_.push_back(std::move(parameter));
    return {};
}

Result<void> Library::read_calendar(int last_year) {
    calendar_years_ = TRY(read_calendar_years());
    std::erase_if(calendar_years_, [&](const auto& each) { return each.year > last_year; });
    calendar_ = calendar::WorkingCalendar(calendar_years_);
    return {};
}

const Instrument* Library::instrument(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &instruments_[found->second];
}

Result<const Parameter*> Library::parameter(std::string_view name, Date day) const {
    if (const auto versions = by_name_.find(name); versions != by_name_.end()) {
        for (const auto index : versions->second) {
            if (parameters_[index].in_force(day)) return &parameters_[index];
        }
    }
    return fail(ErrorCode::NotFound, "law.no_parameter",
                {std::string(name), calendar::to_text(day)});
}

Result<Period> Library::period(std::string_view name, Date day) const {
    const auto* found = TRY(parameter(name, day));
    CHECK(std::holds_alternative<Period>(found->value));
    return std::get<Period>(found->value);
}

Result<std::int64_t> Library::number(std::string_view name, Date day) const {
    const auto* found = TRY(parameter(name, day));
    CHECK(std::holds_alternative<std::int64_t>(found->value));
    return std::get<std::int64_t>(found->value);
}

std::string Library::chinese(const Citation& citation) const {
    const auto* found = instrument(citation.instrument);
    return found == nullptr ? to_text(citation) : in_chinese(*found, citation.article);
}

std::string Library::english(const Citation& citation) const {
    const auto* found = instrument(citation.instrument);
    return found == nullptr ? to_text(citation) : in_english(*found, citation.article);
}

}  // namespace credit::law
