// Checkpoint (检查点): the size and root of the log at one moment, signed by the log.
//
// A C2SP signed note (c2sp.org/signed-note) with the text of c2sp.org/tlog-checkpoint: the origin,
// the size, the root in base64, then signature lines. Other departments may add their signatures
// as witnesses; lines of keys that are not asked for are kept and ignored.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/crypto.h"
#include "foundation/result.h"
#include "log/merkle.h"

namespace credit::log {

struct NoteSignature {
    std::string name;
    std::uint32_t key_id = 0;
    Bytes signature;
};

struct Note {
    std::string text;  // with its last newline
    std::vector<NoteSignature> signatures;
};

// The public half of a signing key: "name+keyid+base64" in the form Go's tools read.
struct Verifier {
    std::string name;  // no spaces, no plus sign
    crypto::PublicKey key{};

    std::uint32_t key_id() const;
    std::string to_text() const;
    // InvalidInput "log.not_a_verifier".
    static Result<Verifier> parse(std::string_view text);
};

// Signs a text that ends in a newline.
std::string sign_note(std::string_view text, std::string_view name, const crypto::Key& seed);
// InvalidInput "log.not_a_note": anything the specification does not allow.
Result<Note> parse_note(std::string_view note);
// At least one signature is the verifier's, and all that claim to be are right.
bool signed_by(const Note& note, const Verifier& verifier);

struct Checkpoint {
    std::string origin;
    TreeHead head;
};

// Signs with the origin as the key's name.
std::string sign_checkpoint(const Checkpoint& checkpoint, const crypto::Key& seed);
// InvalidInput "log.not_a_note", "log.not_a_checkpoint", "ledger.wrong_signature".
Result<Checkpoint> open_checkpoint(std::string_view note, const Verifier& verifier);
// The text alone, without looking at signatures. InvalidInput "log.not_a_checkpoint".
Result<Checkpoint> parse_checkpoint_text(std::string_view text);

}  // namespace credit::log
