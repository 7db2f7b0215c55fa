#include "desk/matters/matter.h"

#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "catalogue/offices/authority.h"
#include "files/evidence.h"
#include "foundation/result.h"
#include "ledger/draft.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "objections/objection.h"
#include "objections/objection_register.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

Result<FoundMatter> find_objection(sql::Session& session, const std::string& id) {
    objections::ObjectionRegister objections(session);
    auto subject = TRY(objections.home_of(id));
    const auto found = TRY(objections.find(subject, id));
    return FoundMatter{
        .subject_key = std::move(subject),
        .authority = found.source,
        .brought_by = found.filed_by,
        .at_register = found.state == objections::State::Filed || found.silent == "register",
        .open = objections::is_open(found.state)};
}

Result<FoundMatter> find_repair(sql::Session& session, const std::string& id) {
    repair::RepairRegister repairs(session);
    auto subject = TRY(repairs.home_of(id));
    const auto found = TRY(repairs.find(subject, id));
    // One that was granted may have to be revoked, on proof that the material was false.
    const bool open = found.open() || found.state == repair::State::Shielded ||
                      found.state == repair::State::Granted;
    return FoundMatter{.subject_key = std::move(subject),
                       .authority = found.authority,
                       .brought_by = found.filed_at,
                       .open = open};
}

Result<FoundMatter> find_listing(sql::Session& session, const std::string& id) {
    lists::ListingRegister listings(session);
    auto subject = TRY(listings.home_of(id));
    const auto found = TRY(listings.find(subject, id));
    const bool over = found.state == lists::State::Ended || found.state == lists::State::Withdrawn;
    return FoundMatter{.subject_key = std::move(subject),
                       .authority = found.authority,
                       .brought_by = {},
                       .open = !over};
}

bool is_office(access::Role role) {
    return role == access::Role::Clerk || role == access::Role::Officer;
}

}  // namespace

std::string_view name_of(Matter::Kind kind) {
    switch (kind) {
        case Matter::Kind::Objection:
            return "objection";
        case Matter::Kind::Repair:
            return "repair";
        case Matter::Kind::Listing:
            return "listing";
    }
    std::unreachable();
}

Result<FoundMatter> find_matter(sql::Session& session, const Matter& matter) {
    switch (matter.kind) {
        case Matter::Kind::Objection:
            return find_objection(session, matter.id);
        case Matter::Kind::Repair:
            return find_repair(session, matter.id);
        case Matter::Kind::Listing:
            return find_listing(session, matter.id);
    }
    std::unreachable();
}

bool handles(const access::Principal& caller, const FoundMatter& matter,
             const catalogue::Authorities& authorities) {
    if (caller.role == access::Role::CreditOffice) return matter.at_register;
    return is_office(caller.role) && authorities.succeeds(caller.authority, matter.authority);
}

Result<void> may_give(const access::Principal& caller, const FoundMatter& matter,
                      const catalogue::Authorities& authorities) {
    const bool own = caller.role == access::Role::Subject ? caller.subject_key == matter.subject_key
                                                          : handles(caller, matter, authorities);
    const bool brought = is_office(caller.role) && !matter.brought_by.empty() &&
                         authorities.succeeds(caller.authority, matter.brought_by);
    if (!own && !brought) return fail(ErrorCode::NotFound, "files.no_such_matter");
    return matter.open ? Result<void>{} : fail(ErrorCode::Refused, "files.matter_closed");
}

Result<ledger::Draft> give_evidence(const access::Occasion& occasion, const Matter& matter,
                                    files::Evidence sealed) {
    const auto found = TRY(find_matter(occasion.session, matter));
    TRY(may_give(occasion.principal, found, occasion.catalogue.authorities));
    sealed.about_kind = name_of(matter.kind);
    sealed.about_id = matter.id;
    return files::keep_evidence(occasion, sealed);
}

}  // namespace credit::desk
