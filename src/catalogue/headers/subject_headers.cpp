#include "catalogue/headers/subject_headers.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "catalogue/header_names.h"
#include "foundation/check.h"
#include "foundation/result.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

using Ranks = std::map<std::string, std::size_t, std::less<>>;

Ranks ranks_of(std::span<const std::string> headers) {
    Ranks ranks;
    for (const auto& header : headers) {
        ranks.emplace(PlainHeader(header).readings().front(), ranks.size());
    }
    return ranks;
}

// The places of the cells that are among the headers, the surest first.
std::vector<std::size_t> places_of(const Ranks& ranks, std::span<const std::string> cells) {
    std::vector<std::pair<std::size_t, std::size_t>> found;  // rank, place
    for (std::size_t place = 0; place < cells.size(); ++place) {
        const PlainHeader header(cells[place]);
        for (const auto& form : header.readings()) {
            const auto rank = ranks.find(form);
            if (rank == ranks.end()) continue;
            found.emplace_back(rank->second, place);
            break;
        }
    }
    std::ranges::sort(found);
    std::vector<std::size_t> places;
    places.reserve(found.size());
    for (const auto& [rank, place] : found) places.push_back(place);
    return places;
}

}  // namespace

const SubjectHeaders& SubjectHeaders::known() {
    static const SubjectHeaders headers = [] {
        auto loaded = load();
        CHECK(loaded.has_value());
        return *std::move(loaded);
    }();
    return headers;
}

Result<SubjectHeaders> SubjectHeaders::load() {
    const auto files = TRY(law::read_toml_files("names/headers.toml"));
    CHECK(files.size() == 1);
    TRY(files.front().refuse_unknown({"identifier", "name"}));
    const auto identifiers = TRY(files.front().texts("identifier"));
    const auto names = TRY(files.front().texts("name"));
    SubjectHeaders headers;
    headers.identifiers_ = ranks_of(identifiers);
    headers.names_ = ranks_of(names);
    for (const auto& each : identifiers) {
        headers.told_ += (headers.told_.empty() ? "" : "、") + each;
    }
    return headers;
}

std::optional<SubjectColumns> SubjectHeaders::find(std::span<const std::string> cells) const {
    auto identifiers = places_of(identifiers_, cells);
    if (identifiers.empty()) return std::nullopt;
    const auto names = places_of(names_, cells);
    return SubjectColumns{.identifiers = std::move(identifiers),
                          .name = names.empty() ? std::nullopt : std::optional(names.front())};
}

}  // namespace credit::catalogue
