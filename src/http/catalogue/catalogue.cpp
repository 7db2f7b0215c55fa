#include "http/catalogue/catalogue.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/code_list.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/matter.h"
#include "catalogue/duties/measure.h"
#include "catalogue/offices/authority.h"
#include "catalogue/record_kind.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/catalogue/page.h"
#include "http/catalogue/told_rows.h"
#include "http/context.h"
#include "http/message.h"
#include "http/operation.h"

namespace credit::http {
namespace {

std::string id_of(const catalogue::ListStandard& standard) {
    return standard.id;
}
std::string id_of(const catalogue::Measure& measure) {
    return measure.id;
}
std::string id_of(const catalogue::Matter& matter) {
    return matter.id;
}
std::string id_of(const catalogue::RecordKind& kind) {
    return kind.id + "/" + kind.version;
}

std::string id_of(const catalogue::CodeList& list) {
    return list.id();
}

std::string id_of(const catalogue::Authority& authority) {
    return authority.code;
}

// Some of the rows in the order of their ids.
template <typename Rows>
Result<Response> answer(const Request& request, Context& context, const Rows& rows) {
    using Row = std::ranges::range_value_t<Rows>;
    const PageRequest page = TRY(read_page(request));
    std::vector<const Row*> wanted;
    for (const Row& row : rows) {
        if (page.after.empty() || id_of(row) > page.after) wanted.push_back(&row);
    }
    std::ranges::sort(wanted, {}, [](const Row* row) { return id_of(*row); });
    const bool more = wanted.size() > page.limit;
    if (more) wanted.resize(page.limit);
    JsonArray items;
    for (const Row* const row : wanted) {
        items.push_back(told(*row, context.desk.law(), day_of(request.received_at)));
    }
    return page_response(std::move(items), more ? id_of(*wanted.back()) : "", more);
}

Result<Response> read_standards(const Request& request, Context& context) {
    return answer(request, context, context.desk.catalogue().standards.all());
}

Result<Response> read_measures(const Request& request, Context& context) {
    return answer(request, context, context.desk.catalogue().measures.all());
}

Result<Response> read_matters(const Request& request, Context& context) {
    return answer(request, context, context.desk.catalogue().matters.all());
}

Result<Response> read_kinds(const Request& request, Context& context) {
    return answer(request, context, context.desk.catalogue().kinds.all());
}

Result<Response> read_code_lists(const Request& request, Context& context) {
    return answer(request, context, context.desk.catalogue().codes.all());
}

Result<Response> read_authorities(const Request& request, Context& context) {
    return answer(request, context, context.desk.catalogue().authorities.all());
}

// Purposes with the grounds on which each may be had; both lists are short and closed.
Result<Response> read_purposes(const Request& request, Context& context) {
    const auto& purposes = context.desk.catalogue().purposes;
    const Date today = day_of(request.received_at);
    JsonArray items;
    for (const auto& purpose : purposes.all()) {
        auto item = told(purpose);
        JsonArray grounds;
        for (const auto& id : purpose.grounds) {
            grounds.push_back(told(*purposes.find_ground(id), context.desk.law(), today));
        }
        item["grounds"] = std::move(grounds);
        items.push_back(std::move(item));
    }
    return page_response(std::move(items), "", false);
}

Operation list(std::string_view id, std::string_view path, Handler handler) {
    return {.id = id,
            .path = path,
            .token = Token::Optional,
            .query = {"cursor", "limit"},
            .handler = handler};
}

}  // namespace

std::span<const Operation> catalogue_operations() {
    static const std::array operations{
        list("read_standards", "/v1/lists/standards", read_standards),
        list("read_measures", "/v1/measures", read_measures),
        list("read_matters", "/v1/matters", read_matters),
        list("read_kinds", "/v1/kinds", read_kinds),
        list("read_code_lists", "/v1/code-lists", read_code_lists),
        Operation{.id = "read_purposes",
                  .path = "/v1/purposes",
                  .token = Token::Optional,
                  .handler = read_purposes},
        list("read_authorities", "/v1/authorities", read_authorities),
    };
    return operations;
}

}  // namespace credit::http
