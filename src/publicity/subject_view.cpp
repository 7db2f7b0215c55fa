#include "publicity/subject_view.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/subject_category.h"
#include "commitments/commitment_register.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "law/library.h"
#include "lists/adopt_listing.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "lists/persons/named_person.h"
#include "measures/order_register.h"
#include "objections/objection_register.h"
#include "publicity/exposure.h"
#include "publicity/shown_record.h"
#include "publicity/text_review.h"
#include "records/record_register.h"
#include "sql/session.h"
#include "subjects/name_match.h"
#include "subjects/subject.h"
#include "subjects/subject_register.h"
#include "subjects/successions/succession.h"
#include "subjects/successions/succession_register.h"

namespace credit::publicity {
namespace {

void show_days(ShownListing& shown, const lists::Listing& listing) {
    shown.decided_on = listing.decided_on;
    shown.from_on = listing.from_on;
    shown.through_on = listing.through_on;
    shown.review_on = listing.review_on;
    shown.ended_on = listing.ended_on;
    shown.window_through = listing.window_through;
}

ShownListing shown_listing(const lists::Listing& listing, const catalogue::ListStandard& standard,
                           const ViewRequest& request, const catalogue::Catalogue& catalogue) {
    ShownListing shown{.listing_id = listing.listing_id,
                       .standard = standard.id,
                       .title_zh = standard.title_zh,
                       .title_en = standard.title_en,
                       .colour = listing.colour,
                       .state = std::string(lists::name_of(listing.state)),
                       .in_force = listing.in_force(request.day),
                       .held = listing.held_by.has_value(),
                       .exposure = exposure_of(listing, standard, request.day)};
    const auto category = catalogue::parse_subject_category(listing.category);
    const auto* const rule = category ? standard.publicity_for(*category) : nullptr;
    const auto shows = [&](std::string_view field) {
        return request.viewer != Viewer::Public ||
               (rule != nullptr && std::ranges::find(rule->fields, field) != rule->fields.end());
    };
    if (shows("document_authority")) {
        shown.authority = listing.authority;
        if (const auto office = catalogue.authorities.find(listing.authority)) {
            shown.authority_zh = (*office)->zh;
        }
    }
    if (shows("document_number")) shown.document_number = listing.document_number.value_or("");
    if (const auto* const ground = standard.find_ground(listing.ground);
        ground != nullptr && shows("ground")) {
        shown.ground_zh = ground->zh;
        shown.ground_en = ground->en;
    }
    if (request.viewer != Viewer::Public) show_days(shown, listing);
    return shown;
}

bool sees(Viewer viewer, Range range) {
    return viewer == Viewer::Subject || range == Range::Public ||
           (range == Range::Shared && viewer != Viewer::Public);
}

// What objections say of the subject's items.
struct Objected {
    std::vector<std::string> held;    // verified: nothing that hangs on them is executed
    std::vector<std::string> closed;  // no longer public

    bool holds(const std::string& id) const { return std::ranges::find(held, id) != held.end(); }
    bool sees(Viewer viewer, const std::string& id) const {
        const bool outside = viewer == Viewer::Public || viewer == Viewer::Consented;
        return !outside || std::ranges::find(closed, id) == closed.end();
    }
};

Result<Objected> objected_of(sql::Session& session, const ViewRequest& request) {
    objections::ObjectionRegister objections(session);
    return Objected{.held = TRY(objections.held(request.subject.text())),
                    .closed = TRY(objections.closed(request.subject.text()))};
}

Result<void> add_listings(SubjectView& view, sql::Session& session, const RecordReading& reading,
                          const ViewRequest& request, const Objected& objected) {
    auto listings = TRY(lists::ListingRegister(session).of_subject(request.subject.text()));
    for (auto& listing : listings) {
        if (!objected.sees(request.viewer, listing.listing_id)) continue;
        const bool disputed = objected.holds(listing.listing_id);
        if (disputed && !listing.held_by) listing.held_by = "objection";
        // What was only proposed, or is over, is nobody's business but the procedure's.
        if (request.viewer != Viewer::Subject && !listing.in_force(request.day)) continue;
        const auto* const standard = reading.catalogue.standards.find(listing.standard);
        if (standard == nullptr) continue;
        auto shown = shown_listing(listing, *standard, request, reading.catalogue);
        shown.objected = disputed;
        if (!sees(request.viewer, shown.exposure.on(request.day))) continue;
        view.listed_today |= shown.in_force && !shown.held;
        view.listings.push_back(std::move(shown));
    }
    return {};
}

// By record id, of the listings in force that stand for records.
using ListingExposures = std::map<std::string, Exposure, std::less<>>;

// guobanfa-2020-49: a record of a listing decided elsewhere is shown as widely and as long as the
// listing that stands for it, and not at all when none does.
Result<ListingExposures> exposures_of_listings(sql::Session& session,
                                               const catalogue::Catalogue& catalogue,
                                               const ViewRequest& request,
                                               const Objected& objected) {
    ListingExposures exposures;
    const auto key = request.subject.text();
    const auto of_records = TRY(lists::listings_of_records(session, key));
    if (of_records.empty()) return exposures;
    for (auto& listing : TRY(lists::ListingRegister(session).of_subject(key))) {
        const auto* const standard = catalogue.standards.find(listing.standard);
        if (standard == nullptr || !listing.in_force(request.day)) continue;
        if (objected.holds(listing.listing_id) && !listing.held_by) listing.held_by = "objection";
        for (const auto& [record, of_record] : of_records) {
            if (of_record != listing.listing_id) continue;
            exposures.emplace(record, exposure_of(listing, *standard, request.day));
        }
    }
    return exposures;
}

void follow_listing(ShownRecord& shown, const ListingExposures& exposures) {
    if (!shown.listing || shown.reference_only) return;
    const auto found = exposures.find(shown.record_id);
    if (found != exposures.end()) {
        shown.exposure = found->second;
    } else {
        shown.exposure.range = Range::Closed;
        shown.exposure.why = "publicity.not_in_force";
    }
}

Result<void> add_records(SubjectView& view, sql::Session& session, const RecordReading& reading,
                         const ViewRequest& request, const Objected& objected) {
    const auto records = TRY(records::RecordRegister(session).current_of(request.subject.text()));
    const auto exposures =
        TRY(exposures_of_listings(session, reading.catalogue, request, objected));
    for (const auto& record : records) {
        if (!objected.sees(request.viewer, record.record_id)) continue;
        auto shown = TRY(show_record(record, reading));
        shown.objected = objected.holds(record.record_id);
        follow_listing(shown, exposures);
        if (sees(request.viewer, shown.exposure.on(request.day))) {
            view.records.push_back(std::move(shown));
        }
    }
    return {};
}

Result<void> add_orders(SubjectView& view, sql::Session& session, const ViewRequest& request,
                        const Objected& objected) {
    if (request.viewer == Viewer::Public) return {};
    auto orders = TRY(measures::OrderRegister(session).of_subject(request.subject.text()));
    for (auto& order : orders) {
        if (objected.holds(order.order_id) && !order.held_by) order.held_by = "objection";
        // What was ended is over, also where a clock was set back.
        const bool binds = !order.ended_on && order.in_force(request.day);
        const bool told = request.viewer == Viewer::Subject || binds;
        if (told) view.orders.push_back(std::move(order));
    }
    return {};
}

Result<void> add_commitments(SubjectView& view, sql::Session& session, const ViewRequest& request,
                             const Objected& objected) {
    const auto own =
        TRY(commitments::CommitmentRegister(session).of_subject(request.subject.text()));
    for (const auto& commitment : own) {
        const auto exposure = exposure_of(commitment);
        if (!sees(request.viewer, exposure.on(request.day))) continue;
        view.commitments.push_back({.commitment = commitment,
                                    .objected = objected.holds(commitment.commitment_id),
                                    .exposure = exposure});
    }
    return {};
}

// One side objects for all: nothing of it is shown without the mark.
Result<bool> is_objected(sql::Session& session, const subjects::Succession& succession) {
    objections::ObjectionRegister objections(session);
    for (const auto& side : succession.keys()) {
        const auto held = TRY(objections.held(side));
        if (std::ranges::find(held, succession.succession_id) != held.end()) return true;
    }
    return false;
}

// A bank reads what was consented to, and nothing of this is.
Result<void> add_successions(SubjectView& view, sql::Session& session, const ViewRequest& request) {
    if (request.viewer == Viewer::Consented) return {};
    for (auto& each :
         TRY(subjects::SuccessionRegister(session).of_subject(request.subject.text()))) {
        if (request.viewer == Viewer::Public && each.annulled_on) continue;
        const bool objected = TRY(is_objected(session, each));
        view.successions.push_back({.succession = std::move(each), .objected = objected});
    }
    return {};
}

// Whether the reader named the subject well enough to be shown anything.
Result<Standing> standing_of(sql::Session& session, const ViewRequest& request) {
    const bool person = request.subject.of_person();
    if (request.viewer == Viewer::Subject) return Standing::Shown;
    if (!person && request.name.empty()) return Standing::Shown;
    const auto match =
        TRY(subjects::SubjectRegister(session).match(request.subject, request.name, request.day));
    if (match == subjects::Match::Confirmed) return Standing::Shown;
    // Who asks for a person in vain is not told whether the register knows the person.
    const bool tells = !person || request.viewer != Viewer::Public;
    return tells && match == subjects::Match::IdentityNotConfirmed ? Standing::IdentityNotConfirmed
                                                                   : Standing::Nothing;
}

// As the organisation's listing stands: nothing of it is kept with the person but its objection.
Result<std::string> state_of(sql::Session& session, const ShownNaming& shown,
                             const lists::Listing& listing, Date day) {
    const auto& named = shown.named;
    if (named.withdrawn()) return std::string("withdrawn");
    if (listing.state == lists::State::Decided) return std::string("decided");
    if (!listing.in_force(day)) return std::string("over");
    if (shown.objected || listing.held_by) return std::string("on_hold");
    const auto held = TRY(objections::ObjectionRegister(session).held(named.organisation_key));
    const bool objected = std::ranges::find(held, named.listing_id) != held.end();
    return std::string(objected ? "on_hold" : "in_force");
}

// luzhengfa-2017-44 item 15: to the person itself all of it, to authorities while it stands.
Result<void> add_namings(SubjectView& view, sql::Session& session,
                         const catalogue::Catalogue& catalogue, const ViewRequest& request,
                         const Objected& objected) {
    const bool closed = request.viewer == Viewer::Public || request.viewer == Viewer::Consented;
    if (closed || !request.subject.of_person()) return {};
    for (auto& named : TRY(lists::NamedRegister(session).of_person(request.subject.text()))) {
        ShownNaming shown{.named = std::move(named)};
        shown.objected = objected.holds(shown.named.naming_id);
        const auto listing = TRY(lists::ListingRegister(session).find(shown.named.organisation_key,
                                                                      shown.named.listing_id));
        shown.state = TRY(state_of(session, shown, listing, request.day));
        const bool stands = shown.state == "in_force" || shown.state == "on_hold";
        if (request.viewer == Viewer::Authority && !stands) continue;
        const auto* const standard = catalogue.standards.find(listing.standard);
        if (standard != nullptr) {
            shown.title_zh = standard->title_zh;
            shown.title_en = standard->title_en;
        }
        const auto key = TRY(identity::SubjectKey::parse(shown.named.organisation_key));
        const auto organisation = TRY(subjects::SubjectRegister(session).find(key));
        if (organisation) shown.organisation = organisation->name;
        view.namings.push_back(std::move(shown));
    }
    return {};
}

}  // namespace

std::string_view name_of(Standing standing) {
    switch (standing) {
        case Standing::Shown:
            return "shown";
        case Standing::IdentityNotConfirmed:
            return "identity_not_confirmed";
        case Standing::Nothing:
            return "nothing";
    }
    std::unreachable();
}

Result<SubjectView> view_subject(sql::Session& session, const catalogue::Catalogue& catalogue,
                                 const law::Library& law, const ViewRequest& request) {
    SubjectView view;
    const bool person = request.subject.of_person();
    const auto subject = TRY(subjects::SubjectRegister(session).find(request.subject));
    if (!subject) return view;
    view.standing = TRY(standing_of(session, request));
    if (view.standing != Standing::Shown) return view;

    const auto reviews = TRY(TextReviews::of_subject(session, request.subject.text()));
    const RecordReading reading{
        .catalogue = catalogue,
        .law = law,
        .category = subjects::category_of(subject->kind),
        .for_public = request.viewer == Viewer::Public || request.viewer == Viewer::Consented,
        .day = request.day,
        .reviews = &reviews};
    const auto objected = TRY(objected_of(session, request));
    TRY(add_listings(view, session, reading, request, objected));
    TRY(add_records(view, session, reading, request, objected));
    TRY(add_orders(view, session, request, objected));
    TRY(add_commitments(view, session, request, objected));
    TRY(add_namings(view, session, catalogue, request, objected));
    TRY(add_successions(view, session, request));
    if (person && view.namings.empty() && view.listings.empty() && view.records.empty() &&
        view.orders.empty() && view.commitments.empty()) {
        view.standing = Standing::Nothing;
        return view;
    }
    view.name = person ? std::string(request.name) : subject->name;
    view.code = request.subject.code();
    if (!person) view.state = subject->state;
    return view;
}

}  // namespace credit::publicity
