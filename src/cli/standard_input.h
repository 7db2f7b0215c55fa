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

}  // namespace credit::cli
