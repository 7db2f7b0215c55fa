#include "http/pages/lore_pages.h"

#include <array>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <utility>

#include "catalogue/catalogue.h"
#include "desk/desk.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/pages/page.h"
#include "http/wire/spool.h"
#include "pages/data/bulk.h"
#include "pages/data/data_page.h"
#include "pages/figures/figures.h"
#include "pages/figures/figures_page.h"
#include "pages/guides/guides_page.h"
#include "pages/html/place.h"
#include "pages/lore/law_page.h"
#include "pages/lore/lists_page.h"
#include "pages/lore/measures_page.h"
#include "pages/portal.h"
#include "pages/reports/report.h"
#include "pages/reports/report_page.h"
#include "pages/tour/tour_page.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

std::unexpected<Error> no_such_page() {
    return fail(ErrorCode::NotFound, "http.no_such_path");
}

// A page that needs nothing but its place.
template <std::string (*show)(const pages::Place&)>
Result<Response> plain(const Request& request, Context& context) {
    return page_response(request, show(place_of(request, context)), Kept::Today);
}

Result<Response> show_standard_page(const Request& request, Context& context) {
    const auto place = place_of(request, context);
    const auto* const standard = place.catalogue.standards.find(request.path_values.front());
    if (standard == nullptr) return no_such_page();
    return page_response(request, pages::show_standard(place, *standard), Kept::Today);
}

Result<Response> show_measures_page(const Request& request, Context& context) {
    auto html = pages::show_measures(place_of(request, context), request.path_values.front());
    if (html.empty()) return no_such_page();
    return page_response(request, std::move(html), Kept::Today);
}

Result<Response> show_figures_page(const Request& request, Context& context) {
    const auto place = place_of(request, context);
    const auto figures = TRY(context.portal->figures->of(context.desk.pool(), place.day));
    return page_response(request, pages::show_figures(place, *figures), Kept::Today);
}

Result<std::shared_ptr<const pages::Reports>> reports_of(Context& context, Date day) {
    return context.portal->reports->of(context.desk.pool(), context.desk.catalogue(),
                                       context.desk.law(), day);
}

const pages::Report& report_of(const pages::Reports& reports, pages::Dimension dimension) {
    return dimension == pages::Dimension::Region ? reports.regions : reports.industries;
}

template <pages::Dimension dimension>
Result<Response> show_report_page(const Request& request, Context& context) {
    const auto place = place_of(request, context);
    const auto reports = TRY(reports_of(context, place.day));
    return page_response(
        request, pages::show_report(place, dimension, report_of(*reports, dimension)), Kept::Today);
}

Response csv_response(std::string_view name) {
    Response response;
    response.content_type = "text/csv; charset=utf-8";
    response.headers = {{.name = "Cache-Control", .value = "no-cache"},
                        {.name = "Content-Disposition",
                         .value = "attachment; filename=\"" + std::string(name) + "\""}};
    return response;
}

Result<Response> read_report_file(const Request& request, Context& context,
                                  pages::Dimension dimension) {
    const auto place = place_of(request, context);
    const auto reports = TRY(reports_of(context, place.day));
    auto response = csv_response(pages::file_of(dimension));
    response.body = pages::csv_of(place, dimension, report_of(*reports, dimension));
    return response;
}

// There is one only where people and cases are made up.
Result<Response> show_tour_page(const Request& request, Context& context) {
    const auto place = place_of(request, context);
    if (!place.demonstration) return no_such_page();
    return page_response(request, pages::show_tour(place), Kept::Today);
}

Result<Response> show_about_page(const Request& request, Context& context) {
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    const auto deliveries = TRY(pages::read_deliveries(*lease));
    return page_response(request, pages::show_about(place_of(request, context), deliveries),
                         Kept::Today);
}

Result<Response> read_data_file(const Request& request, Context& context) {
    const auto& name = request.path_values.front();
    for (const auto dimension : {pages::Dimension::Region, pages::Dimension::Industry}) {
        if (name == pages::file_of(dimension)) return read_report_file(request, context, dimension);
    }
    const auto* const file = pages::find_data_file(name);
    if (file == nullptr) return no_such_page();
    const auto kept = TRY(context.portal->bulk->of(context.desk.pool(), place_of(request, context),
                                                   *file, Spool::new_path()));
    auto response = csv_response(file->name);
    response.file = TRY(Spool::of(kept->path()));
    return response;
}

Operation heavy(Operation operation) {
    operation.pool = Pool::Heavy;
    return operation;
}

}  // namespace

std::span<const Operation> lore_page_operations() {
    static const std::array operations{
        page("show_lists_page", "/lists", plain<pages::show_lists>),
        page("show_standard_page", "/lists/{standard}", show_standard_page),
        page("show_measure_groups_page", "/measures", plain<pages::show_measure_groups>),
        page("show_measures_page", "/measures/{group}", show_measures_page),
        page("show_law_page", "/law", plain<pages::show_law>),
        page("show_periods_page", "/law/periods", plain<pages::show_periods>),
        heavy(page("show_figures_page", "/figures", show_figures_page)),
        heavy(page("show_regions_page", "/figures/regions",
                   show_report_page<pages::Dimension::Region>)),
        heavy(page("show_industries_page", "/figures/industries",
                   show_report_page<pages::Dimension::Industry>)),
        page("show_guides_page", "/guides", plain<pages::show_guides>),
        page("show_tour_page", "/tour", show_tour_page),
        page("show_data_page", "/data", plain<pages::show_data>),
        heavy(page("read_data_file", "/data/{file}", read_data_file)),
        page("show_about_page", "/about", show_about_page),
    };
    return operations;
}

}  // namespace credit::http
