#include "http/problem.h"

#include <string>
#include <string_view>

#include "foundation/quoted.h"
#include "foundation/result.h"
#include "http/message.h"
#include "words/catalogue.h"
#include "words/sentence.h"

namespace credit::http {
namespace {

struct Kind {
    std::string_view type;
    std::string_view title;
};

Kind kind_of(int status) {
    switch (status) {
        case 400:
            return {.type = "/problems/invalid-input",
                    .title = "请求有误 · The request cannot be read"};
        case 401:
            return {.type = "/problems/token", .title = "需要有效令牌 · A valid token is needed"};
        case 403:
            return {.type = "/problems/not-permitted", .title = "无权进行 · Not permitted"};
        case 404:
            return {.type = "/problems/not-found", .title = "未找到 · Not found"};
        case 405:
            return {.type = "/problems/method", .title = "方法不支持 · Method not allowed"};
        case 408:
            return {.type = "/problems/too-slow",
                    .title = "请求超时 · The request came too slowly"};
        case 409:
            return {.type = "/problems/conflict", .title = "与现状冲突 · Contradicts what stands"};
        case 413:
        case 431:
            return {.type = "/problems/too-large", .title = "内容过大 · Too large"};
        case 415:
            return {.type = "/problems/media-type",
                    .title = "内容类型不支持 · Media type not taken"};
        case 422:
            return {.type = "/problems/refused", .title = "依法不予办理 · Refused, with grounds"};
        case 429:
        case 503:
            return {.type = "/problems/unavailable", .title = "暂不可用 · Not available now"};
        default:
            return {.type = "about:blank", .title = "未能完成 · Not completed"};
    }
}

void append_unless_empty(std::string& out, std::string_view name, std::string_view text) {
    if (!text.empty()) append_member(out, name, text);
}

void append_ground(std::string& out, const Ground& ground, const words::Catalogue& words) {
    const words::Told zh = words.tell(ground, words::Language::Chinese);
    const words::Told en = words.tell(ground, words::Language::English);
    out += '{';
    append_member(out, "word", ground.word);
    append_member(out, "zh", zh.what);
    append_member(out, "en", en.what);
    append_member(out, "next_zh", zh.next);
    append_member(out, "next_en", en.next);
    append_unless_empty(out, "article", zh.citation);
    append_unless_empty(out, "article_en", en.citation);
    append_unless_empty(out, "article_note", zh.citation_note);
    append_unless_empty(out, "pointer", ground.pointer);
    out += '}';
}

}  // namespace

int status_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::InvalidInput:
            return 400;
        case ErrorCode::NotPermitted:
            return 403;
        case ErrorCode::NotFound:
            return 404;
        case ErrorCode::Conflict:
            return 409;
        case ErrorCode::Refused:
            return 422;
        case ErrorCode::Unavailable:
            return 503;
    }
    return 500;
}

void write_problem(Response& response, const Error& error, const words::Catalogue& words) {
    write_problem(response, error, words, status_of(error.code));
}

void write_problem(Response& response, const Error& error, const words::Catalogue& words,
                   int status) {
    response.clear();
    response.status = status;
    response.content_type.assign("application/problem+json");
    if (status == 401) response.headers.push_back({"WWW-Authenticate", "Bearer"});
    if (status == 503 || status == 429) response.headers.push_back({"Retry-After", "5"});
    const Kind kind = kind_of(status);
    std::string& out = response.body;
    out += '{';
    append_member(out, "type", kind.type);
    append_member(out, "title", kind.title);
    out += ",\"status\":";
    out += std::to_string(status);
    if (!error.grounds.empty()) append_member(out, "code", error.grounds.front().word);
    out += ",\"grounds\":[";
    for (const Ground& ground : error.grounds) {
        if (out.back() != '[') out += ',';
        append_ground(out, ground, words);
    }
    out += "]}";
}

}  // namespace credit::http
