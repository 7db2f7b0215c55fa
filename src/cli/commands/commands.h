// The commands: each does what its options ask and says with what to end.

#pragma once

#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "foundation/result.h"

namespace credit::cli {

// The command that was asked for; tells its errors.
ExitCode run(const Options& options, const Terminal& terminal);

Result<ExitCode> init(const Options& options, const Terminal& terminal);
Result<ExitCode> serve(const Options& options, const Terminal& terminal);
Result<ExitCode> submit(const Options& options, const Terminal& terminal);
Result<ExitCode> check(const Options& options, const Terminal& terminal);
Result<ExitCode> screen(const Options& options, const Terminal& terminal);
Result<ExitCode> subject(const Options& options, const Terminal& terminal);
Result<ExitCode> search(const Options& options, const Terminal& terminal);
Result<ExitCode> dry_run(const Options& options, const Terminal& terminal);
Result<ExitCode> new_tip_key(const Options& options, const Terminal& terminal);
Result<ExitCode> register_tip_key(const Options& options, const Terminal& terminal);
Result<ExitCode> open_tip(const Options& options, const Terminal& terminal);
Result<ExitCode> read_tip(const Options& options, const Terminal& terminal);
Result<ExitCode> verify_ledger(const Options& options, const Terminal& terminal);
Result<ExitCode> verify_consent(const Options& options, const Terminal& terminal);
Result<ExitCode> verify_inspection(const Options& options, const Terminal& terminal);
Result<ExitCode> rebuild(const Options& options, const Terminal& terminal);
Result<ExitCode> backup(const Options& options, const Terminal& terminal);
Result<ExitCode> restore(const Options& options, const Terminal& terminal);
Result<ExitCode> move_store(const Options& options, const Terminal& terminal);
Result<ExitCode> distribute_store(const Options& options, const Terminal& terminal);
Result<ExitCode> upgrade_store(const Options& options, const Terminal& terminal);
Result<ExitCode> simulate(const Options& options, const Terminal& terminal);
Result<ExitCode> completion(const Options& options, const Terminal& terminal);
Result<ExitCode> version(const Options& options, const Terminal& terminal);

}  // namespace credit::cli
