#include "http/account/account_view.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "access/permits.h"
#include "catalogue/catalogue.h"
#include "catalogue/code_list.h"
#include "catalogue/column.h"
#include "catalogue/record_kind.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/context.h"
#include "http/json.h"
#include "http/lookups/told_lookup.h"
#include "http/message.h"
#include "http/operation.h"
#include "http/subjects/subject_answer.h"
#include "http/subjects/told_succession.h"
#include "identity/subject_key.h"
#include "publicity/subject_view.h"
#include "sql/pool.h"
#include "sql/session.h"

namespace credit::http {
namespace {

// Who decided it, and why it is public or not, in words with the article.
void explain(const Context& context, JsonObject& object) {
    if (const auto* const authority = object.if_contains("authority")) {
        const auto told = told_authority(context, std::string(authority->as_string()));
        for (const auto& [name, text] : told) {
            if (name != "code") object["authority_" + std::string(name)] = text;
        }
    }
    if (!object.contains("why")) return;
    const auto why = told_word(context, std::string(object.at("why").as_string()));
    for (const auto* const language : {"zh", "en"}) {
        if (const auto* const text = why.if_contains(language)) {
            object["why_" + std::string(language)] = *text;
        }
    }
    if (!object.contains("article")) return;
    const std::string article(object.at("article").as_string());
    object["basis"] = told_article(context, article);
}

// The code beside its words, where its list has some.
void say_code(JsonObject& object, const std::string& member, const catalogue::CodeItem* item) {
    if (item == nullptr) return;
    object[member + "_zh"] = item->zh;
    object[member + "_en"] = item->en;
}

void say_code(const catalogue::Catalogue& catalogue, std::string_view list, JsonObject& object,
              const std::string& member) {
    const auto codes = catalogue.codes.find(list);
    const auto* const code = object.if_contains(member);
    if (!codes || code == nullptr) return;
    say_code(object, member, (*codes)->find(std::string_view(code->as_string())));
}

void say_codes(const catalogue::Catalogue& catalogue, JsonObject& record, Date day) {
    const auto kind = catalogue.kinds.find(std::string_view(record.at("kind").as_string()), day);
    if (!kind) return;
    for (auto& each : record.at("columns").as_array()) {
        auto& column = each.as_object();
        const auto* const defined =
            (*kind)->find_column(std::string_view(column.at("code").as_string()));
        if (defined == nullptr || defined->code_list.empty()) continue;
        say_code(catalogue, defined->code_list, column, "value");
    }
}

void explain_all(const Context& context, JsonObject& answer, Date day) {
    const auto& catalogue = context.desk.catalogue();
    say_code(catalogue, "registration_state", answer, "registration_state");
    for (const auto* const kind : {"listings", "records", "orders"}) {
        auto* const items = answer.if_contains(kind);
        if (items == nullptr) continue;
        for (auto& item : items->as_array()) {
            auto& object = item.as_object();
            explain(context, object);
            if (object.contains("columns")) say_codes(catalogue, object, day);
        }
    }
}

// sd-social-credit-regulation-2020 art. 37: the subject's own look-up is free, and is no look-up
// of anybody else.
Result<Response> read_account(const Request& request, Context& context) {
    TRY(access::authorise(request.caller, "read_account", {}));
    const Date day = day_of(request.received_at);
    const auto subject = TRY(identity::SubjectKey::parse(request.caller.subject_key));
    auto lease = TRY(context.desk.pool().lease(sql::Access::Read));
    auto reading = TRY(sql::Transaction::begin_reading(*lease));
    const auto view = TRY(publicity::view_subject(
        *lease, context.desk.catalogue(), context.desk.law(),
        {.subject = subject, .viewer = publicity::Viewer::Subject, .day = day}));
    auto answer = subject_answer(view, day, false);
    answer["view"] = "subject";
    explain_all(context, answer, day);
    tell_successions(answer, context, view);
    return json_response(answer);
}

}  // namespace

std::span<const Operation> account_view_operations() {
    static const std::array operations{
        Operation{.id = "read_account", .path = "/v1/account", .handler = read_account},
    };
    return operations;
}

}  // namespace credit::http
