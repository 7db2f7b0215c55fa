#include "http/message.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "foundation/bytes.h"
#include "foundation/crypto.h"

namespace credit::http {

std::string_view name_of(Method method) {
    switch (method) {
        case Method::Get:
            return "GET";
        case Method::Head:
            return "HEAD";
        case Method::Post:
            return "POST";
        case Method::Put:
            return "PUT";
        case Method::Delete:
            return "DELETE";
        case Method::Other:
            break;
    }
    return "OTHER";
}

std::string_view Request::path() const {
    const std::string_view whole = target;
    return whole.substr(0, whole.find('?'));
}

std::string_view Request::parameter(std::string_view name) const {
    const auto found = std::ranges::find(query, name, &Parameter::name);
    return found == query.end() ? std::string_view{} : std::string_view(found->value);
}

crypto::Digest Request::digest() const {
    const crypto::Digest of_file =
        file ? file->digest().value_or(crypto::Digest{}) : crypto::Digest{};
    const std::array parts{
        bytes_of(name_of(method)), bytes_of(" "), bytes_of(target), bytes_of("\n"), bytes_of(body),
        BytesView(of_file)};
    return crypto::sha256(parts);
}

void Request::clear() {
    method = Method::Get;
    for (std::string* text : {&target, &authorization, &content_type, &accept, &accept_language,
                              &idempotency_key, &body}) {
        text->clear();
    }
    path_values.clear();
    query.clear();
    file.reset();
    caller.account.clear();
    caller.role = access::Role::Public;
    caller.authority.clear();
    caller.subject_key.clear();
    received_at = {};
}

void Response::clear() {
    status = 200;
    content_type.assign("application/json");
    headers.clear();
    body.clear();
    file.reset();
}

}  // namespace credit::http
