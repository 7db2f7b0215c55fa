// Whom a command asks about, from the standard input: identifiers never stand among the arguments,
// where others on the machine could see them.

#pragma once

#include <string>

#include "foundation/result.h"

namespace credit::cli {

struct Subject {
    std::string identifier;
    std::string name;  // empty where none was given
};

// The first line is the identifier, the second the name. On a terminal it asks for them. No text of
// the input stands in an error: InvalidInput "cli.identifier_missing", "cli.too_many_lines",
// "cli.not_utf8".
Result<Subject> read_subject();

// The first line: what is searched for. The same errors, and "cli.search_text_missing".
Result<std::string> read_search_text();

// The first line: the passphrase of a key file, not shown while it is typed; and the second, where
// one is wanted: why a tip is opened. InvalidInput "cli.passphrase_missing", "cli.not_utf8".
struct Unlocking {
    std::string passphrase;
    std::string reason;
};
enum class Wanting { Passphrase, PassphraseAndReason };
Result<Unlocking> read_unlocking(Wanting wanting);

}  // namespace credit::cli
