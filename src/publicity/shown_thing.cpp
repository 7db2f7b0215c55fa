#include "publicity/shown_thing.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "commitments/commitment_register.h"
#include "consents/consent_register.h"
#include "foundation/result.h"
#include "lists/listing_register.h"
#include "lists/persons/named_person.h"
#include "lookups/shown.h"
#include "measures/order_register.h"
#include "publicity/shown_thing.sql.h"
#include "sql/session.h"

namespace credit::publicity {
namespace {

bool is_absent(const Error& error) {
    return error.code == ErrorCode::NotFound;
}

Result<bool> name_listing(ShownThing& thing, sql::Session& session,
                          const catalogue::Catalogue& catalogue, std::string_view subject_key) {
    const auto listing = lists::ListingRegister(session).find(subject_key, thing.id);
    if (!listing && is_absent(listing.error())) return false;
    if (!listing) return std::unexpected(listing.error());
    thing.kind = "listing";
    const auto* const standard = catalogue.standards.find(listing->standard);
    thing.zh = standard == nullptr ? listing->standard : standard->title_zh;
    thing.en = standard == nullptr ? listing->standard : standard->title_en;
    return true;
}

Result<bool> name_order(ShownThing& thing, sql::Session& session,
                        const catalogue::Catalogue& catalogue, std::string_view subject_key) {
    const auto order = measures::OrderRegister(session).find(subject_key, thing.id);
    if (!order && is_absent(order.error())) return false;
    if (!order) return std::unexpected(order.error());
    thing.kind = "order";
    const auto* const measure = catalogue.measures.find(order->measure);
    thing.zh = measure == nullptr ? order->measure : measure->title_zh;
    thing.en = measure == nullptr ? order->measure : measure->title_en;
    return true;
}

Result<bool> name_commitment(ShownThing& thing, sql::Session& session,
                             std::string_view subject_key) {
    const auto found = commitments::CommitmentRegister(session).find(subject_key, thing.id);
    if (!found && is_absent(found.error())) return false;
    if (!found) return std::unexpected(found.error());
    thing.kind = "commitment";
    thing.zh = "信用承诺";
    thing.en = "credit commitment";
    return true;
}

Result<bool> name_consent(ShownThing& thing, sql::Session& session, std::string_view subject_key) {
    const auto found = consents::ConsentRegister(session).find(subject_key, thing.id);
    if (!found && is_absent(found.error())) return false;
    if (!found) return std::unexpected(found.error());
    thing.kind = "consent";
    thing.zh = "依本人授权";
    thing.en = "under a consent of the subject";
    return true;
}

Result<bool> name_naming(ShownThing& thing, sql::Session& session, std::string_view subject_key) {
    const auto found = lists::NamedRegister(session).find(subject_key, thing.id);
    if (!found && is_absent(found.error())) return false;
    if (!found) return std::unexpected(found.error());
    thing.kind = "naming";
    thing.zh = "责任人员记入";
    thing.en = "named as responsible in the listing of an organisation";
    return true;
}

Result<bool> name_record(ShownThing& thing, sql::Session& session,
                         const catalogue::Catalogue& catalogue, std::string_view subject_key) {
    const auto row = TRY(session.find(statements::kind_of_record, {subject_key, thing.id}));
    if (!row) return false;
    thing.kind = "record";
    const auto kind = catalogue.kinds.find_version(row->text(0), row->text(1));
    thing.zh = kind ? (*kind)->zh : row->text(0);
    thing.en = kind ? (*kind)->en : row->text(0);
    return true;
}

Result<ShownThing> name_thing(sql::Session& session, const catalogue::Catalogue& catalogue,
                              std::string_view subject_key, std::string_view id) {
    ShownThing thing{.id = std::string(id), .kind = {}, .zh = {}, .en = {}};
    if (TRY(name_listing(thing, session, catalogue, subject_key))) return thing;
    if (TRY(name_order(thing, session, catalogue, subject_key))) return thing;
    if (TRY(name_record(thing, session, catalogue, subject_key))) return thing;
    if (TRY(name_commitment(thing, session, subject_key))) return thing;
    if (TRY(name_consent(thing, session, subject_key))) return thing;
    if (TRY(name_naming(thing, session, subject_key))) return thing;
    return ShownThing{.id = {}, .kind = "other", .zh = {}, .en = {}};
}

}  // namespace

Result<std::vector<ShownThing>> things_shown(sql::Session& session,
                                             const catalogue::Catalogue& catalogue,
                                             std::string_view subject_key, std::string_view ids) {
    std::vector<ShownThing> things;
    for (const auto& each : lookups::shown_in(ids)) {
        things.push_back(TRY(name_thing(session, catalogue, subject_key, each.id)));
    }
    return things;
}

}  // namespace credit::publicity
