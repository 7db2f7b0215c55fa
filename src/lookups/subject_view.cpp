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
#include "lookups/shown.h"
#include "lookups/withholding/withholding.h"

namespace credit::lookups {
namespace {

// Turns of reading for one page: what is hidden is rare, and batches are probed in turns too.
constexpr int turns_max = 8;
constexpr std::size_t probed_at_once = 200;

// A batch does not say what it showed.
bool showed(const KeptLookup& kept, const std::vector<std::string>& item_ids) {
    return kept.batch ||
           std::ranges::any_of(shown_in(kept.lookup.shown), [&](const ShownId& shown) {
               return std::ranges::find(item_ids, shown.id) != item_ids.end();
           });
}

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

Result<bool> SubjectView::is_kept_from(const Sought& sought, const std::string& authority,
                                       const std::vector<std::string>& item_ids) {
    const auto* const withholdings = TRY(withholdings_of(authority));
    const auto stands = [&](const Withholding& each) { return each.stands(today_); };
    if (std::ranges::none_of(*withholdings, stands)) return false;
    LookupRegister kept(lookups_);
    bool hidden = false;
    for (Span span;;) {
        auto page = TRY(kept.on_subject(sought, span, probed_at_once));
        for (const auto& each : page.lookups) {
            if (each.lookup.authority != authority || !showed(each, item_ids)) continue;
            const bool hides = std::ranges::any_of(*withholdings, [&](const Withholding& by) {
                return by.hides(each.lookup, today_);
            });
            if (!hides) return false;
            hidden = true;
        }
        if (page.next.empty()) return hidden;
        span.before = std::move(page.next);
    }
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
