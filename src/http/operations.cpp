#include "http/operations.h"

#include <span>
#include <string_view>
#include <vector>

#include "http/access/accounts.h"
#include "http/access/sessions.h"
#include "http/account/account_view.h"
#include "http/catalogue/catalogue.h"
#include "http/checks/check.h"
#include "http/checks/screening.h"
#include "http/docs/docs.h"
#include "http/erasure/erasures.h"
#include "http/files/evidence.h"
#include "http/health/health.h"
#include "http/ledger/told.h"
#include "http/lists/listings.h"
#include "http/log/log.h"
#include "http/measures/orders.h"
#include "http/objections/objections.h"
#include "http/operation.h"
#include "http/records/submissions.h"
#include "http/repair/repairs.h"
#include "http/subjects/look_up.h"

namespace credit::http {

std::vector<Operation> operations() {
    std::vector<Operation> all;
    for (const std::span<const Operation> some :
         {health_operations(), docs_operations(), session_operations(), account_operations(),
          submission_operations(), check_operations(), screening_operations(), listing_operations(),
          order_operations(), objection_operations(), repair_operations(), told_operations(),
          evidence_operations(), erasure_operations(), account_view_operations(),
          subject_operations(), catalogue_operations(), log_operations()}) {
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

std::vector<std::string_view> ids_of(const std::vector<Operation>& operations) {
    std::vector<std::string_view> ids;
    for (const Operation& operation : operations) ids.push_back(operation.id);
    return ids;
}

}  // namespace credit::http
