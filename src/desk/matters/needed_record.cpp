#include "desk/matters/needed_record.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "complaints/complaint.h"
#include "complaints/complaint_register.h"
#include "erasure/erase_expired.h"
#include "foundation/result.h"
#include "incidents/incident_register.h"
#include "ledger/draft.h"
#include "lists/listing.h"
#include "lists/listing_register.h"
#include "lists/one_item.h"
#include "objections/objection_register.h"
#include "objections/resting_orders.h"
#include "repair/repair_case.h"
#include "repair/repair_register.h"
#include "sql/session.h"

namespace credit::desk {
namespace {

// The record, every version of its row, and the listing that stands for it.
class Item {
public:
    Item(sql::Session& session, std::string_view subject_key, std::vector<std::string> ids)
        : session_(session), subject_key_(subject_key), ids_(std::move(ids)) {}

    Result<bool> listed() const {
        const auto listings = TRY(lists::ListingRegister(session_).of_subject(subject_key_));
        return std::ranges::any_of(listings, [this](const lists::Listing& each) {
            return each.state != lists::State::Ended && each.state != lists::State::Withdrawn &&
                   is(each.listing_id);
        });
    }

    // Repaired with the item, it would come back with it; past the last day neither does.
    Result<bool> ordered(std::string_view record_id) const {
        const auto orders = TRY(objections::resting_orders(session_, subject_key_, record_id));
        return std::ranges::any_of(orders, [](const auto& each) { return !each.ended_on; });
    }

    Result<bool> objected() const {
        const auto held = TRY(objections::ObjectionRegister(session_).held(subject_key_));
        return std::ranges::any_of(held, [this](const auto& id) { return is(id); });
    }

    Result<bool> complained() const {
        const auto all = TRY(complaints::ComplaintRegister(session_).of_subject(subject_key_));
        return std::ranges::any_of(all, [this](const complaints::Complaint& each) {
            return complaints::is_open(each.state) && is(each.about_id);
        });
    }

    Result<bool> in_repair() const {
        const auto cases = TRY(repair::RepairRegister(session_).of_subject(subject_key_));
        return std::ranges::any_of(cases, [this](const repair::RepairCase& each) {
            return (each.open() || each.state == repair::State::Shielded) && is(each.item_id);
        });
    }

    Result<bool> leaked() const {
        incidents::IncidentRegister incidents(session_);
        for (const auto& concern : TRY(incidents.concerns_of(subject_key_))) {
            if (std::ranges::none_of(concern.items, [this](const auto& id) { return is(id); })) {
                continue;
            }
            const auto incident = TRY(incidents.find(concern.home_key, concern.incident_id));
            if (!incident.closed_on) return true;
        }
        return false;
    }

private:
    bool is(std::string_view id) const { return std::ranges::find(ids_, id) != ids_.end(); }

    sql::Session& session_;
    std::string_view subject_key_;
    std::vector<std::string> ids_;
};

}  // namespace

Result<bool> is_needed(sql::Session& session, std::string_view subject_key,
                       std::string_view record_id) {
    const Item item(session, subject_key, TRY(lists::one_item(session, subject_key, record_id)));
    return TRY(item.listed()) || TRY(item.ordered(record_id)) || TRY(item.objected()) ||
           TRY(item.complained()) || TRY(item.in_repair()) || TRY(item.leaked());
}

Result<ledger::Draft> erase_expired(const access::Occasion& occasion, std::string_view subject_key,
                                    std::string_view record_id) {
    auto draft = TRY(erasure::erase_expired(occasion, subject_key, record_id));
    if (TRY(is_needed(occasion.session, subject_key, record_id))) {
        return fail(ErrorCode::Refused, "erasure.still_needed");
    }
    return draft;
}

}  // namespace credit::desk
