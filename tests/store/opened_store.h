// What tests of stores begin with: a folder of their own, the PostgreSQL of the tests, an opened
// store.

#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "sql/session.h"

namespace credit::store {

// Empty; whoever asks removes it.
std::filesystem::path private_folder();

// Of XINHENG_TEST_POSTGRES, or of the one that ctest started; none when there is no server.
std::optional<std::string> postgres_for_tests();

// These stop the process where the store does not do as it is told.
std::unique_ptr<sql::Session> opened(const std::string& store);
void execute(sql::Session& session, const std::string& text);

}  // namespace credit::store
