#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "access/token_file.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "demo/accounts.h"
#include "demo/fill.h"
#include "desk/open_register.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "server/house.h"
#include "server/open_accounts.h"

namespace credit::cli {
namespace {

Result<void> fill(server::House& house, const Terminal& terminal) {
    TRY(demo::open_accounts(house));
    const auto show = [bar = terminal.progress()](std::string_view what, double done) {
        constexpr double whole = 100;
        bar(what, static_cast<std::uint64_t>(done * whole), static_cast<std::uint64_t>(whole));
    };
    TRY(demo::fill(house, {}, show));
    return demo::open_subject_accounts(house, {});
}

Result<void> open_first_account(server::House& house, const Options& options) {
    const std::array entries{TRY(server::open_first_account(house, options.office))};
    return access::write_token_file(house.places().tokens, entries);
}

std::string told(const Options& options, const std::string& tokens) {
    if (options.json) {
        return to_text(JsonObject{{"store", options.store},
                                  {"demonstration", options.demonstration},
                                  {"tokens", tokens}}) +
               "\n";
    }
    return std::string(options.demonstration ? "演示库已建立 · a demonstration was made: "
                                             : "登记库已建立 · a register was made: ") +
           options.store + "\n账号与令牌 · accounts and tokens: " + tokens +
           "\n下一步 next: xinheng serve --store " + options.store + " --welcome\n";
}

}  // namespace

Result<ExitCode> init(const Options& options, const Terminal& terminal) {
    const server::HouseSettings settings{.store = options.store, .home = options.home_of_store()};
    TRY(server::House::create(
        settings, options.demonstration ? desk::Purpose::Demonstration : desk::Purpose::Real));
    const auto house = TRY(server::House::open(settings));
    if (options.demonstration) {
        TRY(fill(*house, terminal));
    } else {
        TRY(open_first_account(*house, options));
    }
    terminal.print(told(options, house->places().tokens.string()));
    return ExitCode::Done;
}

}  // namespace credit::cli
