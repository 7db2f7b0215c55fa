#include "publicity/subject_view.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "law/library.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "measures/order_register.h"
#include "publicity/exposure.h"
#include "publicity/shown_record.h"
#include "records/record_register.h"
#include "sql/session.h"
#include "subjects/name_match.h"
#include "subjects/subject.h"
#include "subjects/subject_register.h"

namespace credit::publicity {
namespace {

using catalogue::SubjectCategory;

ShownListing shown_listing(const lists::Listing& listing, const catalogue::ListStandard& standard,
                           const ViewRequest& request, const catalogue::Catalogue& catalogue) {
    ShownListing shown{.listing_id = listing.listing_id,
                       .standard = standard.id,
                       .title_zh = standard.title_zh,
                       .title_en = standard.title_en,
                       .colour = listing.colour,
                       .in_force = listing.in_force(request.day),
                       .held = listing.held_by.has_value(),
                       .exposure = exposure_of(listing, standard, request.day)};
    const auto category = catalogue::parse_subject_category(listing.category);
    const auto* const rule = category ? standard.publicity_for(*category) : nullptr;
    const auto shows = [&](std::string_view field) {
        return request.viewer == Viewer::Authority ||
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
    return shown;
}

bool sees(Viewer viewer, Range range) {
    return range == Range::Public || (range == Range::Shared && viewer == Viewer::Authority);
}

Result<void> add_listings(SubjectView& view, sql::Session& session,
                          const catalogue::Catalogue& catalogue, const ViewRequest& request) {
    const auto listings = TRY(lists::ListingRegister(session).of_subject(request.subject.text()));
    for (const auto& listing : listings) {
        // What was only proposed, or is over, is nobody's business but the procedure's.
        if (!listing.in_force(request.day)) continue;
        const auto* const standard = catalogue.standards.find(listing.standard);
        if (standard == nullptr) continue;
        auto shown = shown_listing(listing, *standard, request, catalogue);
        if (!sees(request.viewer, shown.exposure.on(request.day))) continue;
        view.listed_today |= !shown.held;
        view.listings.push_back(std::move(shown));
    }
    return {};
}

Result<void> add_records(SubjectView& view, sql::Session& session, const RecordReading& reading,
                         const ViewRequest& request) {
    const auto records = TRY(records::RecordRegister(session).current_of(request.subject.text()));
    for (const auto& record : records) {
        auto shown = TRY(show_record(record, reading));
        if (sees(request.viewer, shown.exposure.on(request.day))) {
            view.records.push_back(std::move(shown));
        }
    }
    return {};
}

Result<void> add_orders(SubjectView& view, sql::Session& session, const ViewRequest& request) {
    if (request.viewer != Viewer::Authority) return {};
    auto orders = TRY(measures::OrderRegister(session).of_subject(request.subject.text()));
    for (auto& order : orders) {
        if (order.in_force(request.day)) view.orders.push_back(std::move(order));
    }
    return {};
}

// Whether the reader named the subject well enough to be shown anything.
Result<Standing> standing_of(sql::Session& session, const ViewRequest& request) {
    const bool person = request.subject.of_person();
    if (!person && request.name.empty()) return Standing::Shown;
    const auto match =
        TRY(subjects::SubjectRegister(session).match(request.subject, request.name, request.day));
    if (match == subjects::Match::Confirmed) return Standing::Shown;
    // Who asks for a person in vain is not told whether the register knows the person.
    const bool tells = !person || request.viewer == Viewer::Authority;
    return tells && match == subjects::Match::IdentityNotConfirmed ? Standing::IdentityNotConfirmed
                                                                   : Standing::Nothing;
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

    const RecordReading reading{.catalogue = catalogue,
                                .law = law,
                                .category = subjects::category_of(subject->kind),
                                .for_public = request.viewer == Viewer::Public,
                                .day = request.day};
    TRY(add_listings(view, session, catalogue, request));
    TRY(add_records(view, session, reading, request));
    TRY(add_orders(view, session, request));
    if (person && view.listings.empty() && view.records.empty() && view.orders.empty()) {
        view.standing = Standing::Nothing;
        return view;
    }
    view.name = person ? std::string(request.name) : subject->name;
    view.code = request.subject.code();
    if (!person) view.state = subject->state;
    return view;
}

}  // namespace credit::publicity
