#include "http/health/health.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/json.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/health/version.h"
#include "http/json.h"
#include "http/message.h"
#include "http/metrics.h"
#include "http/operation.h"
#include "words/catalogue.h"
#include "words/sentence.h"

namespace credit::http {
namespace {

Result<Response> livez(const Request& /*request*/, Context& /*context*/) {
    return json_response({{"status", "alive"}});
}

JsonObject to_json(const ReadinessCheck& check, const words::Catalogue& words) {
    JsonArray faults;
    for (const Ground& ground : check.judge()) {
        faults.push_back(JsonObject{{"word", ground.word},
                                    {"zh", words.tell(ground, words::Language::Chinese).what},
                                    {"en", words.tell(ground, words::Language::English).what}});
    }
    const bool well = faults.empty() || check.weight == Weight::Told;
    return {{"name", check.name}, {"ready", well}, {"faults", std::move(faults)}};
}

Result<Response> readyz(const Request& /*request*/, Context& context) {
    JsonArray checks;
    bool ready = true;
    for (const ReadinessCheck& check : context.readiness) {
        JsonObject told = to_json(check, context.words);
        ready = ready && told.at("ready").as_bool();
        checks.push_back(std::move(told));
    }
    return json_response({{"ready", ready}, {"checks", std::move(checks)}}, ready ? 200 : 503);
}

Result<Response> version(const Request& /*request*/, Context& /*context*/) {
    return json_response({{"name", "xinheng"}, {"version", program_version}, {"api", "v1"}});
}

Result<Response> metrics(const Request& /*request*/, Context& context) {
    Response response;
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    response.body = context.metrics.text();
    return response;
}

Operation open_to_all(std::string_view id, std::string_view path, Handler handler) {
    return {.id = id, .path = path, .token = Token::Optional, .handler = handler};
}

}  // namespace

std::span<const Operation> health_operations() {
    static const std::array operations{
        open_to_all("livez", "/livez", livez),
        open_to_all("readyz", "/readyz", readyz),
        open_to_all("version", "/version", version),
        open_to_all("metrics", "/metrics", metrics),
    };
    return operations;
}

}  // namespace credit::http
