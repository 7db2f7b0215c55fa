#include <string>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "foundation/durable_file.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "inspections/verify_draw.h"
#include "log/checkpoint.h"

namespace credit::cli {
namespace {

JsonObject to_json(const inspections::VerifiedDraw& found) {
    return {{"organisations", found.organisations},
            {"drawn", found.drawn},
            {"entries", found.entries},
            {"entry", found.entry},
            {"ok", true}};
}

std::string text_of(const inspections::VerifiedDraw& found) {
    return "单位 organisations: " + std::to_string(found.organisations) +
           "\n抽中 drawn: " + std::to_string(found.drawn) +
           "\n种子出自台账第几项 the seed follows from entry: " + std::to_string(found.entry) +
           " / " + std::to_string(found.entries) +
           "\n核验无误 · drawn by the seed, and by nobody\n";
}

}  // namespace

// Asks nobody: the answer that was kept, a copy of the published log and the key are all it needs.
Result<ExitCode> verify_inspection(const Options& options, const Terminal& terminal) {
    const auto kept = TRY(read_whole(options.input));
    const auto answer = TRY(parse_object(kept));
    const auto key = TRY(log::Verifier::parse(options.key));
    const auto found = TRY(inspections::verify_draw(answer, {.log = options.log, .verifier = key}));
    terminal.print(terminal.json() ? to_text(to_json(found)) + "\n" : text_of(found));
    return ExitCode::Done;
}

}  // namespace credit::cli
