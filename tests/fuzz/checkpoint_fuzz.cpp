// Signed notes, checkpoints and verifier keys from outside: what is read is written back the same.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "foundation/check.h"
#include "log/checkpoint.h"

namespace {

using namespace credit;

void read_note(std::string_view text) {
    const auto note = log::parse_note(text);
    if (!note) return;
    CHECK(text.starts_with(note->text) && note->text.ends_with('\n'));
    CHECK(!note->signatures.empty());
    for (const auto& signature : note->signatures)
        CHECK(!signature.name.empty() && !signature.signature.empty());
    const log::Verifier verifier{.name = note->signatures.front().name, .key = {}};
    (void)log::signed_by(*note, verifier);
}

void read_checkpoint(std::string_view text) {
    const auto checkpoint = log::parse_checkpoint_text(text);
    if (!checkpoint) return;
    // The size has one spelling only.
    const auto rest = text.substr(checkpoint->origin.size() + 1);
    CHECK(rest.starts_with(std::to_string(checkpoint->head.size) + "\n"));
}

void read_verifier(std::string_view text) {
    const auto verifier = log::Verifier::parse(text);
    if (!verifier) return;
    const auto again = log::Verifier::parse(verifier->to_text());
    CHECK(again.has_value() && again->key == verifier->key && again->name == verifier->name);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    read_note(text);
    read_checkpoint(text);
    read_verifier(text);
    return 0;
}
