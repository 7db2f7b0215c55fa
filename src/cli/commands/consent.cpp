#include <array>
#include <string>
#include <utility>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "consents/statement_form.h"
#include "foundation/durable_file.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "log/checkpoint.h"
#include "log/signed_statement.h"

namespace credit::cli {
namespace {

constexpr std::array members{
    std::pair{"register", "登记库 register"}, std::pair{"bank", "金融机构 bank"},
    std::pair{"purpose", "用途 purpose"},     std::pair{"consent", "授权 consent"},
    std::pair{"receipt", "回执 receipt"},     std::pair{"read_at", "查询时间 read at"}};

Result<std::string> told(const JsonObject& statement) {
    std::string text = "签名无误 · the register gave this word for word\n";
    for (const auto& [name, words] : members) {
        text += std::string(words) + ": " + TRY(read_text(statement, name)) + "\n";
    }
    return text +
           "它说明当时登记的内容，不说明今天的情况 · it tells of that moment, not of today\n";
}

}  // namespace

// Asks nobody: the answer that was kept and the key are all it needs.
Result<ExitCode> verify_consent(const Options& options, const Terminal& terminal) {
    const auto key = TRY(log::Verifier::parse(options.key));
    const auto kept = TRY(read_whole(options.input));
    const auto answer = TRY(parse_object(kept));
    const auto statement = TRY(read_text(answer, "statement"));
    const auto* const signature = TRY(read_object(answer, "signature"));
    const auto value = TRY(read_text(*signature, "value"));
    if (!log::signed_statement(key, consents::statement_form, statement, value)) {
        return fail(ErrorCode::Refused, "consents.wrong_signature");
    }
    const auto said = TRY(parse_object(statement));
    const auto text = TRY(told(said));
    terminal.print(terminal.json() ? statement + "\n" : text);
    return ExitCode::Done;
}

}  // namespace credit::cli
