// What a bank got under a consent, as a signed statement (docs/consent-statement.md).

#pragma once

#include "log/signed_statement.h"

namespace credit::consents {

inline constexpr log::StatementForm statement_form{.word = "consent", .name = "consents"};

}  // namespace credit::consents
