#include "execution/open_execution.h"

#include <algorithm>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "catalogue/catalogue.h"
#include "catalogue/duties/matter.h"
#include "catalogue/duties/measure.h"
#include "catalogue/matters/duties_at.h"
#include "catalogue/subject_category.h"
#include "execution/execution.h"
#include "execution/execution_register.h"
#include "execution/item_state.h"
#include "execution/step.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "ledger/draft.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "lookups/lookup.h"
#include "lookups/shown.h"
#include "measures/order_register.h"
#include "measures/restraint_order.h"
#include "sql/session.h"
#include "stays/stay.h"
#include "subjects/subject.h"

namespace credit::execution {
namespace {

using catalogue::Measure;
using catalogue::SubjectCategory;

// What an answer at the matter meant on its day.
class Shown {
public:
    Shown(const access::Occasion& occasion, const catalogue::Matter& matter,
          SubjectCategory category, Date day)
        : occasion_(occasion), matter_(matter), category_(category), day_(day) {}

    void add(std::vector<Duty>& duties, const lists::Listing& listing) const {
        const auto& catalogue = occasion_.catalogue;
        const auto* const standard = catalogue.standards.find(listing.standard);
        if (standard == nullptr) return;
        for (const auto* measure :
             catalogue::duties_at(catalogue.measures, matter_, *standard, category_, day_)) {
            if (!catalogue::is_answered_for(*measure)) continue;
            auto duty = duty_of(*measure, listing.listing_id, listing.authority);
            duties.push_back(std::move(duty));
        }
    }

    void add(std::vector<Duty>& duties, const measures::RestraintOrder& order) const {
        const auto* const measure = occasion_.catalogue.measures.find(order.measure);
        if (measure == nullptr || !catalogue::is_answered_for(*measure)) return;
        auto duty = duty_of(*measure, order.order_id, order.authority);
        duty.by_order = true;
        duties.push_back(std::move(duty));
    }

private:
    Duty duty_of(const Measure& measure, const std::string& item, const std::string& by) const {
        return {
            .item_id = item,
            .decided_by = by,
            .measure = measure.id,
            .mandatory = measure.obligation == catalogue::Obligation::Mandatory,
            .needs_order = category_ == SubjectCategory::NaturalPerson && measure.individual_order};
    }

    const access::Occasion& occasion_;
    const catalogue::Matter& matter_;
    SubjectCategory category_;
    Date day_;
};

Result<void> add_item(std::vector<Duty>& duties, const Shown& shown, sql::Session& session,
                      const std::string& subject_key, std::string_view id) {
    const auto listing = lists::ListingRegister(session).find(subject_key, id);
    if (listing) {
        shown.add(duties, *listing);
        return {};
    }
    if (listing.error().code != ErrorCode::NotFound) return std::unexpected(listing.error());
    const auto order = measures::OrderRegister(session).find(subject_key, id);
    if (order) {
        shown.add(duties, *order);
        return {};
    }
    if (order.error().code != ErrorCode::NotFound) return std::unexpected(order.error());
    return {};
}

Result<std::vector<Duty>> duties_of(const access::Occasion& occasion,
                                    const lookups::Lookup& lookup) {
    std::vector<Duty> duties;
    const auto* const matter = occasion.catalogue.matters.find(lookup.reason.matter);
    if (matter == nullptr) return duties;
    const auto key = TRY(identity::SubjectKey::parse(lookup.subject_key));
    const Shown shown(occasion, *matter, subjects::category_of(subjects::kind_of(key)),
                      day_of(lookup.looked_at));
    for (const auto& each : lookups::shown_in(lookup.shown)) {
        if (!each.to_answer_for) continue;
        TRY(add_item(duties, shown, occasion.session, lookup.subject_key, each.id));
    }
    return duties;
}

}  // namespace

Result<ledger::Draft> open_execution(const access::Occasion& occasion,
                                     const lookups::Lookup& lookup) {
    const auto known = ExecutionRegister(occasion.session).home_of(lookup.id);
    if (known) return refuse({{.word = "execution.open_already"}});
    if (known.error().code != ErrorCode::NotFound) return std::unexpected(known.error());
    auto duties = TRY(duties_of(occasion, lookup));
    const auto stays = TRY(stays_at(
        occasion.session, {.subject_key = lookup.subject_key, .authority = lookup.authority}));
    // What was stayed when it was asked was not told as a duty.
    std::erase_if(duties, [&](const Duty& duty) {
        return std::ranges::any_of(stays, [&](const stays::Stay& stay) {
            return stay.stood_at(lookup.looked_at) && stay.stays(duty.item_id, duty.measure);
        });
    });
    if (duties.empty()) return refuse({{.word = "execution.no_duty"}});

    const Date looked_on = day_of(lookup.looked_at);
    Step step{.kind = "execution.open_execution",
              .execution = {.subject_key = lookup.subject_key,
                            .execution_id = lookup.id,
                            .origin = "check",
                            .authority = lookup.authority,
                            .matter = lookup.reason.matter,
                            .case_number = lookup.reason.case_number,
                            .opened_on = looked_on,
                            .duties = std::move(duties)}};
    TRY(run_to_outcome(occasion, step, looked_on));
    return draft_of(step, occasion.day);
}

}  // namespace credit::execution
