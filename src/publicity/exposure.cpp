#include "publicity/exposure.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "catalogue/duties/list_standard.h"
#include "catalogue/forbidden.h"
#include "catalogue/record_kind.h"
#include "catalogue/subject_category.h"
#include "commitments/commitment.h"
#include "foundation/clock.h"
#include "law/citation.h"
#include "law/library.h"
#include "law/outer_limit.h"
#include "lists/listing.h"
#include "publicity/publicity_period.h"

namespace credit::publicity {
namespace {

using catalogue::PublicityMode;

std::optional<Date> earlier(const std::optional<Date>& one, const std::optional<Date>& other) {
    if (!one || !other) return one ? one : other;
    return std::min(*one, *other);
}

void close(Exposure& exposure, Range range, std::string_view why, std::string article) {
    exposure.range = range;
    exposure.why = why;
    exposure.article = std::move(article);
}

void classify(Exposure& exposure, const RecordFacts& facts, const law::Library& law, Date today) {
    const auto article = exposure.article;
    const auto publicity_class = class_of(facts.classing, facts.decided_on);
    if (publicity_class.empty()) {
        close(exposure, Range::Shared, "publicity.class_unknown", article);
        return;
    }
    if (publicity_class == "closed") {
        close(exposure, Range::Shared, "publicity.closed_class", article);
        return;
    }
    const auto period = publicity_period(facts.classing, law, today);
    if (!period.known) {
        close(exposure, Range::Shared, "publicity.no_period", article);
        return;
    }
    const auto basis = law::to_text(period.longest_basis);
    if (!period.published) {
        close(exposure, Range::Shared, "publicity.minor", basis);
        return;
    }
    exposure.through = period.longest_through;
    exposure.why = "publicity.classified";
    exposure.article = basis;
}

void open_by(const catalogue::PublicityRule& rule, Exposure& exposure, const RecordFacts& facts,
             const law::Library& law, Date today) {
    exposure.range = Range::Public;
    exposure.article = rule.basis.to_text();
    switch (rule.mode) {
        case PublicityMode::WhileValid:
            exposure.through = facts.valid_through;
            exposure.why = "publicity.while_valid";
            return;
        case PublicityMode::WhileListed:
            exposure.through = facts.valid_through;
            exposure.why = "publicity.while_listed";
            return;
        case PublicityMode::WhileInForce:
            exposure.why = "publicity.while_in_force";
            return;
        case PublicityMode::Classified:
            classify(exposure, facts, law, today);
            return;
        case PublicityMode::Closed:
            const bool person = facts.category == catalogue::SubjectCategory::NaturalPerson;
            close(exposure, Range::Shared,
                  person ? "publicity.person_closed" : "publicity.kind_closed", exposure.article);
            return;
    }
}

}  // namespace

Range Exposure::on(Date day) const {
    if (range == Range::Closed || (disclosed_through && day > *disclosed_through)) {
        return Range::Closed;
    }
    const bool in_period = from <= day && (!through || day <= *through);
    return in_period ? range : Range::Shared;
}

// sd-social-credit-regulation-2020 art. 38: of adverse information only.
std::optional<Date> disclosed_through(const RecordFacts& facts, const law::Library& law,
                                      Date today) {
    if (facts.kind.retention.empty()) return std::nullopt;
    return law::outer_limit(law, facts.kind.retention,
                            {.conduct_on = facts.conduct_on, .decided_on = facts.decided_on},
                            today);
}

Exposure exposure_of(const RecordFacts& facts, const law::Library& law,
                     const catalogue::Forbidden& forbidden, Date today) {
    Exposure exposure{.from = facts.decided_on, .why = {}, .article = {}};
    exposure.disclosed_through = disclosed_through(facts, law, today);
    // decision 0106: closed even where a national rule opens the item.
    if (const auto* const sealed = forbidden.find_sealed(facts.basis, today)) {
        close(exposure, Range::Closed, "publicity.sealed", sealed->basis.to_text());
        return exposure;
    }
    const auto* const rule = facts.kind.publicity_for(facts.category);
    if (rule == nullptr) {
        close(exposure, Range::Shared, "publicity.kind_closed", facts.kind.basis.to_text());
    } else if (facts.kind.reference) {
        close(exposure, Range::Shared, "publicity.said_by_a_body", rule->basis.to_text());
    } else if (facts.reference_only) {
        close(exposure, Range::Shared, "publicity.reference_only", rule->basis.to_text());
    } else {
        open_by(*rule, exposure, facts, law, today);
    }
    exposure.through = earlier(exposure.through, exposure.disclosed_through);
    return exposure;
}

Exposure exposure_of(const lists::Listing& listing, const catalogue::ListStandard& standard,
                     Date today) {
    Exposure exposure{.why = {}, .article = {}};
    const auto* const rule = [&]() -> const catalogue::ListPublicity* {
        const auto category = catalogue::parse_subject_category(listing.category);
        return category ? standard.publicity_for(*category) : nullptr;
    }();
    if (!standard.bases.empty()) exposure.article = law::to_text(standard.bases.front().citation);
    exposure.from = listing.from_on.value_or(listing.proposed_on);
    exposure.through = listing.last_day();
    const auto article = exposure.article;
    if (rule == nullptr || rule->range == catalogue::PublicityRange::Closed) {
        close(exposure, Range::Closed, "publicity.list_closed", article);
    } else if (!listing.in_force(today)) {
        close(exposure, Range::Shared, "publicity.not_in_force", article);
    } else if (rule->range == catalogue::PublicityRange::Shared) {
        close(exposure, Range::Shared, "publicity.list_shared", article);
    } else if (listing.held_by) {
        // luzhengfa-2017-44 item 20: while it is verified.
        close(exposure, Range::Shared, "publicity.held", "luzhengfa-2017-44 art. 20");
    } else {
        exposure.range = Range::Public;
        exposure.why = "publicity.while_listed";
    }
    return exposure;
}

Exposure exposure_of(const commitments::Commitment& commitment) {
    using commitments::Kind;
    using commitments::State;
    constexpr std::string_view kept_as = "sd-social-credit-regulation-2020 art. 32";
    Exposure exposure{.why = {}, .article = std::string(kept_as)};
    exposure.from = commitment.made_on;
    exposure.through = commitment.check_on;
    // decision 0200: in place of an approval or for a repair it is given to the public.
    const bool by_law = commitment.kind == Kind::Approval || commitment.kind == Kind::Repair;
    if (commitment.state == State::Withdrawn) {
        close(exposure, Range::Closed, "publicity.commitment_withdrawn", std::string(kept_as));
    } else if (commitment.subject_key.starts_with('P')) {
        close(exposure, Range::Shared, "publicity.person_closed",
              "sd-social-credit-regulation-2020 art. 20");
    } else if (commitment.state == State::Broken) {
        close(exposure, Range::Shared, "publicity.commitment_broken", std::string(kept_as));
    } else if (!by_law && !commitment.agreed) {
        close(exposure, Range::Shared, "publicity.commitment_not_agreed", std::string(kept_as));
    } else {
        exposure.range = Range::Public;
        exposure.why = by_law ? "publicity.commitment_by_law" : "publicity.commitment_agreed";
    }
    return exposure;
}

}  // namespace credit::publicity
