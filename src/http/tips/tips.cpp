#include "http/tips/tips.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "access/principal.h"
#include "calendar/date_text.h"
#include "catalogue/offices/authority.h"
#include "desk/desk.h"
#include "desk/matters/perform_with_file.h"
#include "files/evidence.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/caller.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/wire/spool.h"
#include "identity/subject_key.h"
#include "identity/unified_social_credit_code.h"
#include "pages/portal.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "tips/file_tip.h"
#include "tips/gate.h"
#include "tips/offices.h"
#include "tips/sealed_box.h"
#include "tips/tip.h"
#include "tips/tip_register.h"

namespace credit::http {
namespace {

constexpr std::size_t head_max = 2048;

JsonObject office_of(const tips::Office& office) {
    JsonObject object{{"authority", office.authority->code},
                      {"zh", office.authority->zh},
                      {"en", office.authority->en}};
    if (office.key) {
        object["key"] = JsonObject{{"key", office.key->key_id},
                                   {"point", to_hex(office.key->point)},
                                   {"through_on", calendar::to_text(office.key->through_on)}};
    }
    return object;
}

Result<Response> read_tip_offices(const Request& request, Context& context) {
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    const auto offices =
        TRY(tips::offices_for(*lease, context.desk.catalogue(), request.parameter("domain"),
                              request.parameter("region"), day_of(request.received_at)));
    JsonArray items;
    for (const auto& office : offices) items.push_back(office_of(office));
    return json_response({{"items", std::move(items)}});
}

// A line of JSON, and the box.
struct Sent {
    tips::Filing filing;
    std::string box;
};

Result<std::string> content_of(const Request& request) {
    if (request.file == nullptr) return fail(ErrorCode::Refused, "tips.box_broken");
    if (request.file->size() > head_max + tips::box_max) {
        return fail(ErrorCode::Refused, "tips.box_too_large",
                    {std::to_string(tips::box_max >> 20U)});
    }
    std::string content(request.file->size(), '\0');
    const auto read = TRY(request.file->read_at(0, content));
    if (read != content.size()) return fail(ErrorCode::Unavailable, "http.no_spool");
    return content;
}

// 鼓励公众举报企业：an organisation by its code, nobody by name, no person.
Result<std::string> subject_in(const JsonObject& head) {
    const auto code = TRY(read_optional_text(head, "subject_code")).value_or("");
    if (code.empty()) return std::string();
    const auto parsed = identity::UnifiedSocialCreditCode::parse(code);
    if (!parsed) return fail(ErrorCode::Refused, "tips.not_an_organisation");
    return std::string(identity::SubjectKey(*parsed).text());
}

Result<Sent> read_sent(const Request& request) {
    auto content = TRY(content_of(request));
    const auto end = content.find('\n');
    if (end > head_max) {
        return fail(ErrorCode::Refused, "tips.box_broken");
    }
    const auto head = TRY(parse_object(std::string_view(content).substr(0, end)));
    TRY(refuse_unknown(head, {"authority", "domain", "subject_code", "passphrase"}));
    Sent sent;
    sent.filing.authority = TRY(read_text(head, "authority"));
    sent.filing.domain = TRY(read_text(head, "domain"));
    sent.filing.subject_key = TRY(subject_in(head));
    const auto passphrase = TRY(read_text(head, "passphrase"));
    sent.filing.passphrase = TRY(tips::read_passphrase(passphrase));
    sent.box = content.substr(end + 1);
    sent.filing.key_id = TRY(tips::read_key_id(bytes_of(sent.box)));
    return sent;
}

Result<Response> file_tip(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "file_tip", {}));
    auto sent = TRY(read_sent(request));
    const Date day = day_of(request.received_at);
    TRY(context.portal->tip_gate->admit_filing(sent.filing.authority, request.received_at));
    {
        auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
        TRY(tips::judge_filing(*lease, context.desk.catalogue(), sent.filing, day));
    }
    const auto home_key = tips::home_of_authority(sent.filing.authority);
    const access::Principal nobody;  // whoever signed in for something else is not named by it
    auto caller = caller_of(request);
    const desk::Caller unnamed{.principal = nobody,
                               .channel = "api",
                               .received_at = caller.received_at,
                               .idempotency_key = caller.idempotency_key,
                               .request_digest = caller.request_digest};
    const desk::FileWork work{
        .home_key = home_key,
        .folder = context.files,
        .seal =
            [&] {
                sent.filing.passphrase = crypto::hash_password(sent.filing.passphrase);
                return files::seal_closed(context.files, context.desk.keys(), home_key, sent.box);
            },
        .decide =
            [&](const access::Occasion& occasion, const files::Evidence& sealed) {
                return tips::file_tip(occasion, sent.filing, sealed);
            }};
    const auto act = TRY(desk::perform_with_file(context.desk, unnamed, work));
    const auto body = TRY(parse_object(act.body));
    const auto* const object = TRY(read_object(body, "tip"));
    const auto tip = TRY(tips::read_tip(*object));
    JsonObject answer{{"receipt", tip.receipt},
                      {"authority", tip.authority},
                      {"filed_on", calendar::to_text(tip.filed_on)}};
    if (tip.due_on) answer["due_on"] = calendar::to_text(*tip.due_on);
    return json_response(answer, 201);
}

Result<Response> follow_tip(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "follow_tip", {}));
    const auto body = TRY(read_body(request, {"receipt", "passphrase"}));
    const auto receipt = TRY(read_text(body, "receipt"));
    const auto passphrase = TRY(read_text(body, "passphrase"));
    const auto tip = TRY(find_followed(context, receipt, passphrase, request.received_at));
    auto object = tips::to_json(tip);
    for (const auto* const member :
         {"home", "tip", "passphrase", "digest", "sealed_key", "size", "subject", "key"}) {
        object.erase(member);
    }
    return json_response(object);
}

std::string typed_receipt(std::string_view typed) {
    std::string receipt;
    for (const char c : typed) {
        if (c != ' ') receipt += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return receipt;
}

}  // namespace

Result<tips::Tip> find_followed(Context& context, const std::string& receipt,
                                std::string_view passphrase, Instant now) {
    static const std::string nobody = crypto::hash_password("a passphrase that nobody has");
    const auto number = typed_receipt(receipt);
    auto& gate = *context.portal->tip_gate;
    TRY(gate.admit_question(number, now));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto found = tips::TipRegister(*lease).find_by_receipt(number);
    if (!found && found.error().code != ErrorCode::NotFound) return found;
    const auto typed = tips::read_passphrase(passphrase);
    const bool matches =
        crypto::password_matches(found ? found->passphrase : nobody, typed ? *typed : "");
    if (found && matches) return found;
    gate.note_failure(number, now);
    return fail(ErrorCode::NotFound, "tips.no_such_receipt");
}

std::span<const Operation> tip_operations() {
    static const std::array operations{
        Operation{.id = "read_tip_offices",
                  .path = "/v1/tips/offices",
                  .token = Token::Optional,
                  .query = {"domain", "region"},
                  .handler = read_tip_offices},
        Operation{.id = "file_tip",
                  .method = Method::Post,
                  .path = "/v1/tips",
                  .pool = Pool::Heavy,
                  .body = BodyKind::Upload,
                  .upload_bytes_max = head_max + tips::box_max,
                  .token = Token::Optional,
                  .idempotency_key = IdempotencyKey::Required,
                  .handler = file_tip},
        Operation{.id = "follow_tip",
                  .method = Method::Post,
                  .path = "/v1/tips/status",
                  .body = BodyKind::Json,
                  .token = Token::Optional,
                  .handler = follow_tip},
    };
    return operations;
}

}  // namespace credit::http
