#include "http/router.h"

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "access/permits.h"
#include "access/principal.h"
#include "access/register.h"
#include "desk/clerk/time_watch.h"
#include "foundation/check.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/pages/page.h"
#include "http/problem.h"
#include "http/reply.h"
#include "http/wire/address.h"
#include "pages/html/variant.h"

namespace credit::http {
namespace {

// An exchange that somebody waits for.
class Waiting final : public Exchange {
public:
    explicit Waiting(const words::Catalogue& words) : words_(words) {}

    void completed() override {
        const std::scoped_lock lock(mutex_);
        done_ = true;
        changed_.notify_one();
    }
    void write_error(const Error& error) override { write_problem(response, error, words_); }
    void wait() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return done_; });
    }

private:
    const words::Catalogue& words_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool done_ = false;
};

Error error_of(ErrorCode code, std::string_view word, std::vector<std::string> arguments = {}) {
    return fail(code, word, std::move(arguments)).error();
}

bool is_json(std::string_view content_type) {
    const std::string_view type = content_type.substr(0, content_type.find(';'));
    return type == "application/json" || type == "application/json ";
}

bool is_idempotency_key(std::string_view key) {
    constexpr std::size_t shortest = 8;
    constexpr std::size_t longest = 64;
    return key.size() >= shortest && key.size() <= longest &&
           std::ranges::all_of(key, [](char c) { return c > 0x20 && c < 0x7F; });
}

bool is_form(std::string_view content_type) {
    return content_type.substr(0, content_type.find(';')) == "application/x-www-form-urlencoded";
}

// A person with a browser says so; what stands under /v1/ is for programs whoever asks.
bool wants_page(const Operation* operation, const Request& request) {
    if (operation != nullptr) return operation->whom == For::People;
    return request.accept.contains("text/html") && !request.path().starts_with("/v1/");
}

bool takes(const Operation& operation, Method method) {
    return operation.method == method ||
           (operation.method == Method::Get && method == Method::Head);
}

// RFC 9110, 11.1: the name of a scheme is the same in either case.
bool is_of_scheme(std::string_view authorization, std::string_view scheme) {
    return std::ranges::equal(authorization.substr(0, scheme.size()), scheme, {},
                              [](char c) { return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c; });
}

void add_method(std::string& allowed, Method method) {
    if (!allowed.empty()) allowed += ", ";
    allowed += name_of(method);
}

// What the headers lack; no value when nothing does.
std::optional<std::pair<Error, int>> fault_of_headers(const Operation& operation,
                                                      const Request& request) {
    if (operation.idempotency_key == IdempotencyKey::Required &&
        !is_idempotency_key(request.idempotency_key)) {
        return std::pair(error_of(ErrorCode::InvalidInput, "http.idempotency_key_missing"), 400);
    }
    const bool said = operation.body == BodyKind::Json ||
                      (operation.body == BodyKind::OptionalJson && !request.content_type.empty());
    if (said && !is_json(request.content_type)) {
        return std::pair(error_of(ErrorCode::InvalidInput, "http.not_json"), 415);
    }
    if (operation.body == BodyKind::Form && !is_form(request.content_type)) {
        return std::pair(error_of(ErrorCode::InvalidInput, "http.not_a_form"), 415);
    }
    return std::nullopt;
}

// Memory that ran out in one request must not end the others.
Result<Response> call(const Operation& operation, const Request& request, Context& context) {
    try {
        return operation.handler(request, context);
    } catch (const std::exception&) {
        return fail(ErrorCode::Unavailable, "http.unanswered");
    }
}

}  // namespace

Router::Router(std::vector<Operation> operations, Context& context)
    : operations_(std::move(operations)), context_(context) {
    std::unordered_set<std::string_view> ids;
    for (const Operation& operation : operations_) {
        CHECK(ids.insert(operation.id).second);
        CHECK(operation.pool == Pool::Check ? operation.check_handler != nullptr
                                            : operation.handler != nullptr);
        CHECK((operation.body == BodyKind::Upload) == (operation.upload_bytes_max > 0));
        if (operation.path.contains('{')) {
            patterns_.push_back(&operation);
            continue;
        }
        auto& same_path = by_path_[operation.path];
        CHECK(std::ranges::find(same_path, operation.method, [](const Operation* other) {
                  return other->method;
              }) == same_path.end());
        same_path.push_back(&operation);
    }
}

void Router::refuse(const Operation* operation, Exchange& exchange, const Error& error,
                    int status) const {
    const int told = status == 0 ? status_of(error.code) : status;
    if (wants_page(operation, exchange.request) && context_.portal != nullptr) {
        write_error_page(exchange, error, context_, told);
    } else {
        write_problem(exchange.response, error, context_.words, told);
    }
}

void Router::refuse_path(Exchange& exchange, const std::string& allowed) const {
    if (allowed.empty()) {
        refuse(nullptr, exchange, error_of(ErrorCode::NotFound, "http.no_such_path"));
        return;
    }
    refuse(nullptr, exchange,
           error_of(ErrorCode::InvalidInput, "http.method_not_allowed", {allowed}), 405);
    exchange.response.headers.push_back({"Allow", allowed});
}

const Operation* Router::admit(Exchange& exchange) const {
    const Operation* const operation = find(exchange);
    if (operation == nullptr) return nullptr;
    Request& request = exchange.request;
    if (const auto believed = believe_time(*operation, request); !believed)
        return refuse(operation, exchange, believed.error()), nullptr;
    const std::string_view target = request.target;
    const std::size_t mark = target.find('?');
    if (mark != std::string_view::npos) {
        const auto read = read_query(target.substr(mark + 1), operation->query, request.query);
        if (!read) return refuse(operation, exchange, read.error()), nullptr;
    }
    if (!admit_token(*operation, exchange)) return nullptr;
    if (operation->token == Token::Needed) {
        const auto permitted = access::may_ask(request.caller, operation->id);
        if (!permitted) return refuse(operation, exchange, permitted.error()), nullptr;
    }
    if (const auto fault = fault_of_headers(*operation, request)) {
        return refuse(operation, exchange, fault->first, fault->second), nullptr;
    }
    return operation;
}

// What is under /v1 has a day, and so has a page: who may ask, what binds, what is public. Health
// and documents have none.
Result<void> Router::believe_time(const Operation& operation, const Request& request) const {
    const bool dated = operation.path.starts_with("/v1/") || operation.whom == For::People;
    if (context_.time_watch == nullptr || !dated) return {};
    return context_.time_watch->believe(request.received_at);
}

const Operation* Router::find(Exchange& exchange) const {
    Request& request = exchange.request;
    const auto asked = pages::read_variant(request.path());
    const bool plain = asked.variant == pages::Variant{};
    std::string allowed;
    const auto consider = [&](const Operation* operation) {
        if (!plain && operation->whom != For::People) return false;
        if (takes(*operation, request.method)) return true;
        add_method(allowed, operation->method);
        return false;
    };
    if (const auto found = by_path_.find(asked.path); found != by_path_.end()) {
        const auto operation = std::ranges::find_if(found->second, consider);
        if (operation != found->second.end()) return *operation;
    }
    for (const Operation* const operation : patterns_) {
        auto values = match_path(operation->path, asked.path);
        if (!values) return refuse(operation, exchange, values.error()), nullptr;
        auto& matched = *values;
        if (!matched || !consider(operation)) continue;
        request.path_values = *std::move(matched);
        return operation;
    }
    refuse_path(exchange, allowed);
    return nullptr;
}

bool Router::admit_token(const Operation& operation, Exchange& exchange) const {
    Request& request = exchange.request;
    constexpr std::string_view scheme = "bearer ";
    const std::string_view sent = request.authorization;
    const char* word = "http.token_missing";
    if (is_of_scheme(sent, scheme)) {
        const access::Principal* const principal =
            context_.principals.find(sent.substr(scheme.size()), request.received_at);
        if (principal != nullptr) {
            request.caller = *principal;
            return true;
        }
        word = "http.token_refused";
    }
    if (operation.token == Token::Optional && sent.empty()) return true;
    refuse(&operation, exchange, error_of(ErrorCode::NotPermitted, word), 401);
    return false;
}

void Router::run(const Operation& operation, Exchange& exchange) const {
    if (operation.body == BodyKind::None && !exchange.request.body.empty()) {
        refuse(&operation, exchange, error_of(ErrorCode::InvalidInput, "http.body_not_expected"));
        exchange.completed();
        return;
    }
    if (operation.pool == Pool::Check) {
        operation.check_handler(exchange.request, context_, Reply(exchange));
        return;
    }
    auto response = call(operation, exchange.request, context_);
    if (response) {
        exchange.response = *std::move(response);
    } else {
        refuse(&operation, exchange, response.error());
    }
    exchange.completed();
}

Response Router::answer(Request request) const {
    Waiting exchange(context_.words);
    exchange.request = std::move(request);
    const Operation* const operation = admit(exchange);
    if (operation == nullptr) return std::move(exchange.response);
    run(*operation, exchange);
    exchange.wait();
    return std::move(exchange.response);
}

}  // namespace credit::http
