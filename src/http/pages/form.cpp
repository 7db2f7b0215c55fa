#include "http/pages/form.h"

#include <cstddef>
#include <string>
#include <string_view>
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

Result<std::string> read_only_field(const Request& request, std::string_view name) {
    if (request.body.size() > form_bytes_max) {
        return fail(ErrorCode::InvalidInput, "http.form_too_long");
    }
    std::vector<Parameter> fields;
    TRY(read_query(request.body, {name}, fields));
    if (fields.empty()) return std::string();
    if (text::count_characters(fields.front().value) > characters_max) {
        return fail(ErrorCode::InvalidInput, "http.form_too_long");
    }
    return fields.front().value;
}

}  // namespace credit::http
