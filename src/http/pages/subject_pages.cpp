#include "http/pages/subject_pages.h"

#include <array>
#include <expected>
#include <optional>
#include <span>
#include <string>

#include "desk/desk.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/pages/form.h"
#include "http/pages/page.h"
#include "identity/subject_key.h"
#include "pages/html/place.h"
#include "pages/portal.h"
#include "pages/subjects/search.h"
#include "pages/subjects/subject_page.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

Result<Response> show_search_page(const Request& request, Context& context) {
    return page_response(request, pages::show_search(place_of(request, context)), Kept::Today);
}

// The one organisation that was meant, if the register may show it.
Result<std::optional<identity::SubjectKey>> meant(sql::Session& session, const pages::Place& place,
                                                  const pages::Found& found) {
    auto subject = found.subject;
    if (!subject && found.hits.size() == 1 && found.hits.front().why.empty()) {
        subject = found.hits.front().subject;
    }
    if (!subject) return subject;
    const auto page = pages::read_subject(session, place, *subject);
    if (page) return subject;
    if (page.error().code == ErrorCode::NotFound) return std::optional<identity::SubjectKey>();
    return std::unexpected(page.error());
}

// What was typed is in no address and in no answer.
Result<Response> search_subjects(const Request& request, Context& context) {
    const auto text = TRY(read_only_field(request, "text"));
    const auto place = place_of(request, context);
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto reading = TRY(sql::Transaction::begin_reading(*lease));
    const auto found =
        TRY(pages::find(*lease, context.desk.identifiers(), *context.portal, text, place.day));
    if (const auto subject = TRY(meant(*lease, place, found))) {
        return lead_to(place.link("/subjects/" + context.portal->addresses.id_of(*subject)));
    }
    return page_response(request, pages::show_results(place, *context.portal, found), Kept::Never);
}

Result<Response> show_subject_page(const Request& request, Context& context) {
    const auto key = context.portal->addresses.subject_of(request.path_values.front());
    if (!key) return fail(ErrorCode::NotFound, "pages.no_such_subject");
    const auto place = place_of(request, context);
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto reading = TRY(sql::Transaction::begin_reading(*lease));
    const auto subject = TRY(pages::read_subject(*lease, place, *key));
    return page_response(request, pages::show_subject(place, context.portal->addresses, subject),
                         Kept::Never);
}

Operation search() {
    auto operation = page("search_subjects", "/search", search_subjects);
    operation.method = Method::Post;
    operation.body = BodyKind::Form;
    return operation;
}

}  // namespace

std::span<const Operation> subject_page_operations() {
    static const std::array operations{
        page("show_search_page", "/search", show_search_page),
        search(),
        page("show_subject_page", "/subjects/{subject}", show_subject_page),
    };
    return operations;
}

}  // namespace credit::http
