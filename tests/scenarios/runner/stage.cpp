#include "tests/scenarios/runner/stage.h"

#include <boost/json.hpp>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "access/principal.h"
#include "access/register.h"
#include "access/token.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/subject_category.h"
#include "demo/synthetic.h"
#include "desk/open_register.h"
#include "desk/rebuild.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "http/context.h"
#include "http/message.h"
#include "http/router.h"
#include "identity/identifier.h"
#include "law/library.h"
#include "server/house.h"
#include "server/lore.h"
#include "sql/session.h"
#include "subjects/identifiers.h"

namespace credit::scenarios {
namespace {

// Nine in the morning, as offices open.
Instant morning_of(Date day) {
    return {start_of(day).milliseconds + 9LL * 3600 * 1000};
}

Instant far_from(Instant now) {
    return {now.milliseconds + 100LL * 365 * 24 * 3600 * 1000};
}

std::string_view manner_of(int status) {
    switch (status) {
        case 422:
            return "refused: ";
        case 403:
            return "not permitted: ";
        case 404:
            return "not found: ";
        case 409:
            return "conflict: ";
        case 400:
            return "invalid: ";
        default:
            return "error: ";
    }
}

http::Request post_request(std::string_view path, const JsonObject& body) {
    http::Request request;
    request.method = http::Method::Post;
    request.target = path;
    request.content_type = "application/json";
    request.body = to_text(body);
    return request;
}

demo::SyntheticSubject make_subject(const std::string& alias, const Arguments& said) {
    demo::Dice dice(std::hash<std::string>{}(alias));
    if (alias.starts_with("company")) return demo::make_organisation(dice);
    if (alias.starts_with("shop")) return demo::make_individual_business(dice);
    const auto born_on = calendar::parse_date(said.value_or("born", "1990-01-01"));
    CHECK(born_on.has_value());
    return demo::make_person(dice, *born_on);
}

}  // namespace

Stage::Stage(const FreshStore& store, std::shared_ptr<const server::Lore> lore, Date first_day)
    : store_(store.store()), home_(store.home()), clock_(morning_of(first_day)) {
    CHECK(server::House::create(settings(lore), desk::Purpose::Demonstration).has_value());
    auto house = server::House::open(settings(std::move(lore)));
    CHECK(house.has_value());
    house_ = *std::move(house);
}

Stage::~Stage() = default;

void Stage::close() {
    house_.reset();
}

const catalogue::Catalogue& Stage::catalogue() const {
    return house_->desk().catalogue();
}

const law::Library& Stage::law() const {
    return house_->desk().law();
}

server::HouseSettings Stage::settings(std::shared_ptr<const server::Lore> lore) const {
    return {.store = store_, .home = home_, .clock = &clock_, .lore = std::move(lore)};
}

std::string Stage::reopen(std::shared_ptr<const server::Lore> lore) {
    house_.reset();
    tokens_.clear();
    subject_tokens_.clear();
    auto house = server::House::open(settings(std::move(lore)));
    if (!house) return "not opened: " + house.error().grounds.front().word;
    house_ = *std::move(house);
    return {};
}

void Stage::set_day(Date day) {
    clock_.set(morning_of(day));
}

std::string Stage::sweep() {
    const auto performed = house_->clerk().sweep(clock_.now());
    if (!performed) return "error: " + performed.error().grounds.front().word;
    // He looks until nothing is due, so nothing may fall due again by being performed.
    for (int again = 0; again < 5; ++again) {
        const auto more = house_->clerk().sweep(clock_.now());
        if (more && *more == 0) break;
        if (again == 4) return "performs for ever";
    }
    return *performed == 0 ? "nothing due" : "performs " + std::to_string(*performed);
}

const demo::SyntheticSubject& Stage::subject(const std::string& alias, const Arguments& said) {
    const auto known = subjects_.find(alias);
    if (known != subjects_.end()) return known->second;
    return subjects_.emplace(alias, make_subject(alias, said)).first->second;
}

const std::string& Stage::token_of(access::Role role, std::string_view authority) {
    auto& token = tokens_[{role, std::string(authority)}];
    if (!token.empty()) return token;
    token = access::new_secret();
    house_->router().context().principals.admit(
        access::digest_of(token),
        {.account = "scenario-" + std::string(access::id_of(role)) + "-" + std::string(authority),
         .role = role,
         .authority = std::string(authority.substr(0, authority.find('/')))},
        far_from(clock_.now()));
    return token;
}

std::string Stage::key_of(const std::string& alias) {
    const auto& identifiers = house_->desk().identifiers();
    const auto identifier =
        identity::parse_identifier(subject(alias, {}).identifier, identifiers.reading(today()));
    CHECK(identifier.has_value());
    const auto key = identifiers.key_of(*identifier);
    CHECK(key.has_value());
    return std::string(key->text());
}

const std::string& Stage::token_of_subject(const std::string& alias) {
    auto& token = subject_tokens_[alias];
    if (!token.empty()) return token;
    token = access::new_secret();
    house_->router().context().principals.admit(access::digest_of(token),
                                                {.account = "scenario-subject-" + alias,
                                                 .role = access::Role::Subject,
                                                 .subject_key = key_of(alias)},
                                                far_from(clock_.now()));
    return token;
}

http::Response Stage::answer(http::Request request, const std::string& token) {
    request.authorization = "Bearer " + token;
    if (request.method == http::Method::Post) {
        request.idempotency_key = "scenario-" + std::to_string(++requests_);
    }
    request.received_at = clock_.now();
    return house_->router().answer(std::move(request));
}

http::Response Stage::send(http::Request request, access::Role role, std::string_view authority) {
    request.method = http::Method::Post;
    return answer(std::move(request), token_of(role, authority));
}

http::Response Stage::post(std::string_view path, const JsonObject& body, access::Role role,
                           std::string_view authority) {
    return answer(post_request(path, body), token_of(role, authority));
}

http::Response Stage::send_as_subject(const std::string& alias, http::Request request) {
    request.method = http::Method::Post;
    return answer(std::move(request), token_of_subject(alias));
}

http::Response Stage::post_as_subject(const std::string& alias, std::string_view path,
                                      const JsonObject& body) {
    return answer(post_request(path, body), token_of_subject(alias));
}

http::Response Stage::get(std::string_view path, access::Role role, std::string_view authority) {
    http::Request request;
    request.target = path;
    return answer(std::move(request), token_of(role, authority));
}

http::Response Stage::get_as_subject(const std::string& alias, std::string_view path) {
    http::Request request;
    request.target = path;
    return answer(std::move(request), token_of_subject(alias));
}

http::Response Stage::post_openly(std::string_view path, const JsonObject& body) {
    http::Request request;
    request.method = http::Method::Post;
    request.target = path;
    request.content_type = "application/json";
    request.body = to_text(body);
    request.received_at = clock_.now();
    return house_->router().answer(std::move(request));
}

std::string Stage::rebuilds_otherwise() const {
    const auto session = sql::open_session(store_);
    CHECK(session.has_value());
    const auto report = desk::rebuild_check(**session, house_->desk().keys(), {});
    if (!report) return report.error().grounds.front().word;
    std::string different;
    for (const auto& table : report->tables) {
        if (!table.equal) different += " " + table.table;
    }
    for (const auto& submission : report->wrong_submissions) different += " " + submission;
    if (report->changed_records > 0) different += " records";
    return different;
}

http::Response Stage::act_as_subject(const std::string& alias, std::string_view path) {
    http::Request request;
    request.method = http::Method::Post;
    request.target = path;
    return answer(std::move(request), token_of_subject(alias));
}

http::Response Stage::print_as_subject(const std::string& alias, std::string_view path,
                                       std::string_view language) {
    http::Request request;
    request.target = path;
    request.accept = "text/plain";
    request.accept_language = language;
    return answer(std::move(request), token_of_subject(alias));
}

const std::string& Stage::token_of(const Asker& asker) {
    return asker.alias.empty() ? token_of(asker.role, asker.authority)
                               : token_of_subject(asker.alias);
}

http::Response Stage::post(std::string_view path, const JsonObject& body, const Asker& asker) {
    return answer(post_request(path, body), token_of(asker));
}

http::Response Stage::get(std::string_view path, const Asker& asker) {
    http::Request request;
    request.target = path;
    return answer(std::move(request), token_of(asker));
}

http::Response Stage::send(http::Request request, const Asker& asker) {
    return answer(std::move(request), token_of(asker));
}

std::string refusal_of(const http::Response& response) {
    if (response.status < 300) return {};
    std::string text(manner_of(response.status));
    const auto body = body_of(response);
    const auto* const grounds = body.if_contains("grounds");
    if (grounds == nullptr || !grounds->is_array()) return text + std::to_string(response.status);
    bool first = true;
    for (const auto& ground : grounds->get_array()) {
        text += (first ? "" : ", ") + text_in(ground.as_object(), "word");
        first = false;
    }
    return text;
}

JsonObject body_of(const http::Response& response) {
    auto body = parse_object(response.body);
    return body ? *std::move(body) : JsonObject{};
}

std::string text_in(const JsonObject& object, std::string_view name) {
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : "";
}

}  // namespace credit::scenarios
