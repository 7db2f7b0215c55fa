#include "http/operations.h"

#include <span>
#include <string_view>
#include <vector>

#include "http/access/accounts.h"
#include "http/access/sessions.h"
#include "http/account/account_view.h"
#include "http/amendments/amendments.h"
#include "http/amendments/dry_runs.h"
#include "http/catalogue/catalogue.h"
#include "http/checks/check.h"
#include "http/checks/screening.h"
#include "http/commitments/commitments.h"
#include "http/complaints/complaints.h"
#include "http/complaints/read_complaints.h"
#include "http/consents/consents.h"
#include "http/consents/read_consents.h"
#include "http/console/console.h"
#include "http/coverage/cases.h"
#include "http/credit_reporting/credit_reporting.h"
#include "http/docs/docs.h"
#include "http/erasure/erasures.h"
#include "http/execution/executions.h"
#include "http/files/evidence.h"
#include "http/forms/forms.h"
#include "http/health/health.h"
#include "http/honours/honours.h"
#include "http/incidents/concerned.h"
#include "http/incidents/incidents.h"
#include "http/inspections/inspections.h"
#include "http/ledger/told.h"
#include "http/lists/listings.h"
#include "http/lists/naming.h"
#include "http/lists/read_listing.h"
#include "http/log/log.h"
#include "http/lookups/account_lookups.h"
#include "http/lookups/questions.h"
#include "http/lookups/signs.h"
#include "http/lookups/tracker.h"
#include "http/lookups/withholdings.h"
#include "http/measures/orders.h"
#include "http/notices/account_notices.h"
#include "http/notices/service.h"
#include "http/objections/objections.h"
#include "http/operation.h"
#include "http/pages/assets.h"
#include "http/pages/lore_pages.h"
#include "http/pages/publicity_pages.h"
#include "http/pages/subject_pages.h"
#include "http/records/read_submissions.h"
#include "http/records/record_acts.h"
#include "http/records/submissions.h"
#include "http/repair/repairs.h"
#include "http/search/search.h"
#include "http/stays/stays.h"
#include "http/subjects/look_up.h"
#include "http/subjects/successions.h"
#include "http/tips/handling.h"
#include "http/tips/pages.h"
#include "http/tips/tips.h"

namespace credit::http {
namespace {

// For programs, in two halves, and for people.
std::vector<std::span<const Operation>> of_matters() {
    return {health_operations(),
            docs_operations(),
            session_operations(),
            account_operations(),
            submission_operations(),
            submission_reading_operations(),
            record_operations(),
            check_operations(),
            screening_operations(),
            listing_operations(),
            listing_reading_operations(),
            naming_operations(),
            order_operations(),
            objection_operations(),
            told_operations(),
            evidence_operations(),
            form_operations(),
            erasure_operations(),
            account_view_operations(),
            subject_operations(),
            succession_operations(),
            catalogue_operations(),
            log_operations(),
            account_notice_operations(),
            service_operations()};
}

std::vector<std::span<const Operation>> of_further_matters() {
    return {account_lookup_operations(),
            lookup_question_operations(),
            withholding_operations(),
            sign_operations(),
            tracker_operations(),
            repair_operations(),
            complaint_operations(),
            complaint_reading_operations(),
            incident_operations(),
            concerned_operations(),
            amendment_operations(),
            dry_run_operations(),
            execution_operations(),
            search_operations(),
            stay_operations(),
            coverage_operations(),
            commitment_operations(),
            honour_operations(),
            inspection_operations(),
            consent_operations(),
            consent_reading_operations(),
            credit_reporting_operations(),
            tip_operations(),
            tip_handling_operations()};
}

std::vector<std::span<const Operation>> of_pages() {
    return {asset_operations(),     subject_page_operations(), publicity_page_operations(),
            lore_page_operations(), console_operations(),      tip_page_operations()};
}

}  // namespace

std::vector<Operation> operations() {
    std::vector<Operation> all;
    for (const auto& part : {of_matters(), of_further_matters(), of_pages()}) {
        for (const auto some : part) all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

std::vector<std::string_view> ids_of(const std::vector<Operation>& operations) {
    std::vector<std::string_view> ids;
    ids.reserve(operations.size());
    for (const Operation& operation : operations) ids.push_back(operation.id);
    return ids;
}

}  // namespace credit::http
