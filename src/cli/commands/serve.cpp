#include "server/serve.h"

#include <string_view>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "desk/clerk/clerk.h"
#include "foundation/result.h"
#include "server/house.h"
#include "server/process/stop_signals.h"

namespace credit::cli {

Result<ExitCode> serve(const Options& options, const Terminal& terminal) {
    server::StopSignals signals;
    const auto house = TRY(server::House::open({.store = options.store,
                                                .home = options.home_of_store(),
                                                .time_is_right = options.time_is_right,
                                                .mail = {.server = options.smtp,
                                                         .from = options.mail_from,
                                                         .credentials = options.smtp_credentials},
                                                .notice_spool = options.notice_spool,
                                                .measured = options.measured}));
    using Pause = desk::Clerk::Pause;
    const server::ServeSettings settings{
        .listen = options.listen,
        .greeting = options.welcome ? server::Greeting::Welcome : server::Greeting::Addresses,
        // No period of a demonstration is anybody's.
        .pause =
            options.time_is_right || house->demonstration() ? Pause::Confirmed : Pause::AsFound};
    const auto say = [&](std::string_view text) {
        if (!options.quiet) terminal.print(text);
    };
    TRY(server::serve(*house, settings, signals, say));
    return ExitCode::Done;
}

}  // namespace credit::cli
