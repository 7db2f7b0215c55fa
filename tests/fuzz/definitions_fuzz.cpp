// Any bytes as the rows that an amendment defines: refused with a fault, or rows that begin on the
// amendment's day, have ids, and can be put on top of law/.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "catalogue/amended/amendment.h"
#include "catalogue/amended/definitions.h"
#include "catalogue/catalogue.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "law/library.h"

namespace {

using namespace credit;

constexpr Date day{std::chrono::year{2026} / 6 / 1};

const law::Library& library() {
    static const law::Library loaded = law::Library::load().value();
    return loaded;
}

void put_on_top(catalogue::Definitions definitions) {
    static catalogue::Catalogue loaded = catalogue::Catalogue::load(library()).value();
    catalogue::Catalogue catalogue = loaded;
    const std::vector<catalogue::Amendment> amendments{
        {.from = day, .defines = std::move(definitions)}};
    catalogue::amend(catalogue, amendments);
    for (const auto& standard : amendments.front().defines.standards) {
        CHECK(catalogue.standards.find(standard.id) != nullptr);
        (void)catalogue.standards.find(standard.id)->gaps(day);
    }
    for (const auto& measure : amendments.front().defines.measures) {
        CHECK(catalogue.measures.find(measure.id) != nullptr);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto object = parse_object({reinterpret_cast<const char*>(data), size});
    if (!object) return 0;
    auto definitions = catalogue::read_definitions(*object, library(), day);
    if (!definitions) {
        CHECK(!definitions.error().grounds.empty());
        return 0;
    }
    for (const auto& standard : definitions->standards) CHECK(standard.validity.from == day);
    for (const auto& measure : definitions->measures) CHECK(measure.validity.from == day);
    put_on_top(*std::move(definitions));
    return 0;
}
