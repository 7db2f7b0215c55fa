#include "repair/acts/close_case.h"

#include <expected>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "foundation/result.h"
#include "repair/item.h"
#include "repair/repair_case.h"
#include "repair/step.h"

namespace credit::repair {

Result<bool> still_stands(const access::Occasion& occasion, const RepairCase& repair) {
    const auto item =
        find_item(reading_of(occasion), repair.subject_key, repair.item_kind, repair.item_id);
    if (!item && item.error().code != ErrorCode::NotFound) return std::unexpected(item.error());
    return item.has_value();
}

Result<Step> closed(const access::Occasion& occasion, std::string_view kind, RepairCase repair) {
    const auto item = TRY(find_sealed_item(reading_of(occasion), repair.subject_key,
                                           repair.item_kind, repair.item_id));
    Step step{.kind = kind, .repair = std::move(repair), .happened_on = occasion.day};
    step.told["about"] = about_json(item);
    step.told["outcome"] = "item_over";
    step.repair.state = State::Annulled;
    step.repair.decided_on = occasion.day;
    return step;
}

}  // namespace credit::repair
