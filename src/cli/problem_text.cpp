// How a problem is told to a person: what, the article behind it, what to do next.

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cli/terminal.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/message.h"
#include "http/problem.h"
#include "law/library.h"
#include "words/catalogue.h"

namespace credit::cli {
namespace {

Result<http::Response> write_problem(const Error& error) {
    const auto law = TRY(law::Library::load());
    const auto words = TRY(words::Catalogue::load(law));
    http::Response problem;
    http::write_problem(problem, error, words);
    return problem;
}

std::string text_of(const JsonObject& object, std::string_view name) {
    return read_optional_text(object, name).value_or(std::nullopt).value_or("");
}

std::string line(std::string_view mark, const std::string& zh, const std::string& en) {
    if (zh.empty() && en.empty()) return {};
    return std::string(mark) + zh + (zh.empty() || en.empty() ? "" : " · ") + en + "\n";
}

std::string ground_text(const JsonObject& ground) {
    const std::string note = text_of(ground, "article_note");
    return line("", text_of(ground, "zh"), text_of(ground, "en")) +
           line("  依据 article: ", text_of(ground, "article"), text_of(ground, "article_en")) +
           line("  条文状态 status of the text: ", note, "") +
           line("  位置 where: ", text_of(ground, "pointer"), "") +
           line("  下一步 next: ", text_of(ground, "next_zh"), text_of(ground, "next_en"));
}

}  // namespace

http::Response problem_of(const Error& error) {
    if (auto problem = write_problem(error)) return *std::move(problem);
    http::Response bare;  // the words themselves cannot be read
    bare.status = http::status_of(error.code);
    bare.body =
        to_text(JsonObject{{"status", bare.status},
                           {"grounds", JsonArray{JsonObject{{"word", error.grounds.front().word},
                                                            {"en", error.grounds.front().word}}}}});
    return bare;
}

std::string problem_text(std::string_view body) {
    const auto problem = parse_object(body);
    const auto grounds = problem ? read_array(*problem, "grounds") : Result<const JsonArray*>();
    if (!problem || !grounds) return "未能完成 · not completed\n";
    std::string text;
    for (const auto& ground : **grounds) {
        if (ground.is_object()) text += ground_text(ground.get_object());
    }
    return text.empty() ? text_of(*problem, "title") + "\n" : text;
}

}  // namespace credit::cli
