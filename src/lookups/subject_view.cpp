#include "lookups/subject_view.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "lookups/lookup_register.h"
#include "lookups/questions/question.h"
#include "lookups/withholding/withholding.h"

namespace credit::lookups {
namespace {

// Turns of reading for one page: what is hidden is rare, and batches are probed in turns too.
constexpr int turns_max = 8;

}  // namespace

Result<SeenPage> SubjectView::page(const Sought& sought, Span span, std::size_t limit) {
    SeenPage page;
    LookupRegister kept(lookups_);
    for (int turn = 0; turn < turns_max; ++turn) {
        auto some = TRY(kept.on_subject(sought, span, limit));
        for (auto& each : some.lookups) {
            auto shown = TRY(seen(std::move(each)));
            if (!shown) continue;
            // One more that may be shown than was asked for: only so is there a next page.
            if (page.lookups.size() == limit) {
                page.next = page.lookups.back().kept.lookup.id;
                return page;
            }
            page.lookups.push_back(*std::move(shown));
        }
        page.next = some.next;
        if (some.next.empty()) return page;
        span.before = some.next;
    }
    return page;
}

Result<SeenLookup> SubjectView::one(const Sought& sought, std::string_view receipt) {
    auto kept = TRY(LookupRegister(lookups_).find(sought, receipt));
    auto shown = TRY(seen(std::move(kept)));
    if (!shown) return fail(ErrorCode::NotFound, "lookups.no_such_lookup");
    return *std::move(shown);
}

Result<std::optional<SeenLookup>> SubjectView::seen(KeptLookup kept) {
    SeenLookup shown{.kept = std::move(kept), .was_withheld = {}, .question = {}};
    const auto& lookup = shown.kept.lookup;
    const auto* const withholdings = TRY(withholdings_of(lookup.authority));
    for (const auto& withholding : *withholdings) {
        if (!withholding.names(lookup)) continue;
        if (withholding.stands(today_)) return std::nullopt;
        shown.was_withheld = withholding;
    }
    shown.question = TRY(QuestionRegister(store_).about(lookup.subject_key, lookup.id));
    return shown;
}

Result<const std::vector<Withholding>*> SubjectView::withholdings_of(const std::string& authority) {
    auto found = std::ranges::find(read_, authority, &decltype(read_)::value_type::first);
    if (found == read_.end()) {
        read_.emplace_back(authority, TRY(WithholdingRegister(store_).of_authority(authority)));
        found = std::prev(read_.end());
    }
    return &found->second;
}

}  // namespace credit::lookups
