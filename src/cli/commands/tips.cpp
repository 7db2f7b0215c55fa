// Tips on the machine of the officer: the pair of keys, and what was sealed to it.

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "access/principal.h"
#include "cli/answer.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/standard_input.h"
#include "cli/terminal.h"
#include "cli/transport.h"
#include "files/evidence.h"
#include "foundation/agreement/key_agreement.h"
#include "foundation/bytes.h"
#include "foundation/durable_file.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "http/message.h"
#include "tips/key_file.h"
#include "tips/sealed_box.h"

namespace credit::cli {
namespace {

// By the kind that its content shows; what none shows gets a name that opens with nothing.
std::string name_of(std::size_t ordinal, std::string_view content) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> endings{
        {{"application/pdf", ".pdf"},
         {"image/png", ".png"},
         {"image/jpeg", ".jpg"},
         {"text/plain", ".txt"}}};
    const auto type = files::judge_content(content);
    std::string name = std::to_string(ordinal);
    for (const auto& [known, ending] : endings) {
        if (type && *type == known) return name.append(ending);
    }
    return name.append(".not-taken");
}

// Nothing that the informant named stands in a file's name.
Result<void> write_content(const std::filesystem::path& folder, const tips::Content& content) {
    std::error_code error;
    if (!std::filesystem::create_directory(folder, error)) {
        return fail(ErrorCode::Conflict, "foundation.file_exists", {folder.string()});
    }
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    const auto told = to_text(content.told) + "\n";
    TRY(write_private(folder / "tip.json", bytes_of(told)));
    std::size_t ordinal = 0;
    for (const auto& file : content.files) {
        TRY(write_private(folder / name_of(++ordinal, file.content), bytes_of(file.content)));
    }
    return {};
}

Result<ExitCode> open_box(const Options& options, const Terminal& terminal,
                          const crypto::KeyPair& pair, std::string_view box) {
    const auto content = TRY(tips::open_tip_box(pair, bytes_of(box)));
    TRY(write_content(options.output, content));
    terminal.print(terminal.json() ? to_text(JsonObject{{"folder", options.output.string()},
                                                        {"files", content.files.size()}}) +
                                         "\n"
                                   : options.output.string() + "\n");
    return ExitCode::Done;
}

Result<crypto::KeyPair> unlock(const Options& options, const Unlocking& unlocking) {
    const auto text = TRY(read_whole(options.key_file));
    return tips::read_key_text(text, unlocking.passphrase);
}

Result<std::string> as_officer(const Options& options) {
    return authorization(options,
                         {.roles = {access::Role::Officer}, .authority = options.authority});
}

}  // namespace

Result<ExitCode> new_tip_key(const Options& options, const Terminal& terminal) {
    const auto unlocking = TRY(read_unlocking(Wanting::Passphrase));
    const auto pair = crypto::new_key_pair();
    const auto text = TRY(tips::write_key_text(pair, unlocking.passphrase));
    TRY(write_private(options.key_file, bytes_of(text)));
    const auto id = tips::key_id_of(pair.point);
    terminal.print(terminal.json() ? to_text(JsonObject{{"key", id}}) + "\n" : id + "\n");
    terminal.note(
        "私钥只在这个文件里，请另存一份 · the secret is in this file alone: keep a copy\n");
    return ExitCode::Done;
}

Result<ExitCode> register_tip_key(const Options& options, const Terminal& terminal) {
    const auto text = TRY(read_whole(options.key_file));
    const auto point = TRY(tips::read_point_of(text));
    auto transport = TRY(Transport::open(options));
    auto request = post("/v1/tips/keys", "application/json");
    request.authorization = TRY(as_officer(options));
    request.body = to_text(JsonObject{{"point", to_hex(point)}, {"through_on", options.through}});
    const auto response = TRY(transport.send(std::move(request)));
    if (!succeeded(response)) return terminal.fail(response);
    const auto body = TRY(body_of(response));
    const auto key = TRY(object_of(body));
    terminal.print(terminal.json() ? body + "\n" : told(key, "key") + "\n");
    return ExitCode::Done;
}

// The key is tried first: what cannot be opened is not put on record as opened.
Result<ExitCode> open_tip(const Options& options, const Terminal& terminal) {
    const auto unlocking = TRY(read_unlocking(Wanting::PassphraseAndReason));
    const auto pair = TRY(unlock(options, unlocking));
    auto transport = TRY(Transport::open(options));
    auto request = post("/v1/tips/" + options.tip + "/opening", "application/json");
    request.authorization = TRY(as_officer(options));
    request.body = to_text(JsonObject{{"reason", unlocking.reason}});
    const auto response = TRY(transport.send(std::move(request)));
    if (!succeeded(response)) return terminal.fail(response);
    const auto box = TRY(body_of(response));
    return open_box(options, terminal, pair, box);
}

Result<ExitCode> read_tip(const Options& options, const Terminal& terminal) {
    const auto unlocking = TRY(read_unlocking(Wanting::Passphrase));
    const auto pair = TRY(unlock(options, unlocking));
    const auto box = TRY(read_whole(options.input));
    return open_box(options, terminal, pair, box);
}

}  // namespace credit::cli
