#include "http/pages/form.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "foundation/text.h"
#include "http/message.h"
#include "http/wire/address.h"

namespace credit::http {
namespace {

constexpr std::size_t form_bytes_max = 4096;
constexpr std::size_t characters_max = 200;  // of the field, as the contract says

}  // namespace

Result<std::vector<std::string>> read_fields(const Request& request,
                                             const std::vector<std::string_view>& names) {
    if (request.body.size() > form_bytes_max) {
        return fail(ErrorCode::InvalidInput, "http.form_too_long");
    }
    std::vector<Parameter> sent;
    TRY(read_query(request.body, names, sent));
    std::vector<std::string> values(names.size());
    for (auto& field : sent) {
        if (text::count_characters(field.value) > characters_max) {
            return fail(ErrorCode::InvalidInput, "http.form_too_long");
        }
        const auto place = std::ranges::find(names, field.name) - names.begin();
        values.at(static_cast<std::size_t>(place)) = std::move(field.value);
    }
    return values;
}

Result<std::string> read_only_field(const Request& request, std::string_view name) {
    return TRY(read_fields(request, {name})).front();
}

}  // namespace credit::http
