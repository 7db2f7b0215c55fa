#include "http/measure/fixed_reply.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "http/checks/question.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/reply.h"

namespace credit::http {
namespace {

// As long as the answer to a check of a subject with one listing and two duties.
constexpr std::string_view fixed =
    R"({"receipt":"01J0000000000000000000000000","subject":"confirmed",)"
    R"("data_as_of":"2026-11-23","provisional":false,"in_force":[{)"
    R"("listing":"01J0000000000000000000000000.1","standard":"L01","authority":"SD-SAMR",)"
    R"("document":"0000","from":"2026-01-05","through":"2029-01-04","state":"in_force",)"
    R"("duties":[{"measure":"M001","group":"A","obligation":"mandatory",)"
    R"("articles":["x art. 1"],"implementer":"SD-SAMR","words_zh":"fixed","words_en":"fixed",)"
    R"("remedy":"fixed"},{"measure":"M002","group":"B","obligation":"recommended",)"
    R"("articles":["x art. 2"],"implementer":"SD-SAMR","words_zh":"fixed","words_en":"fixed",)"
    R"("remedy":"fixed"}]}],"incentives":[],"nothing_found":false})";

void fixed_reply(const Request& request, Context& /*context*/, Reply reply) {
    std::array<std::byte, question_memory> memory;
    if (const auto question = read_question(request.body, memory); !question) {
        std::move(reply).send_error(question.error());
        return;
    }
    reply.response().body.assign(fixed);
    std::move(reply).send();
}

}  // namespace

Operation fixed_reply_operation() {
    return {.id = "fixed_reply",
            .method = Method::Post,
            .path = "/v1/bench/fixed",
            .pool = Pool::Check,
            .body = BodyKind::Json,
            .check_handler = fixed_reply};
}

}  // namespace credit::http
