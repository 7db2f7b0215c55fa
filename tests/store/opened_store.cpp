#include "tests/store/opened_store.h"

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): has mkdtemp

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "foundation/check.h"
#include "sql/session.h"
#include "sql/statement.h"

namespace credit::store {

std::filesystem::path private_folder() {
    auto pattern = (std::filesystem::temp_directory_path() / "xinheng-test-XXXXXX").string();
    CHECK(::mkdtemp(pattern.data()) != nullptr);
    return pattern;
}

std::optional<std::string> postgres_for_tests() {
    if (const char* url = std::getenv("XINHENG_TEST_POSTGRES")) return url;
    std::ifstream file(std::filesystem::path(XINHENG_TEST_POSTGRES_FOLDER) / "url");
    std::string url;
    if (!std::getline(file, url) || url.empty()) return std::nullopt;
    return url;
}

std::unique_ptr<sql::Session> opened(const std::string& store) {
    auto session = sql::open_session(store);
    CHECK(session.has_value());
    return std::move(*session);
}

void execute(sql::Session& session, const std::string& text) {
    CHECK(session.execute(sql::Statement{.name = "test.store", .text = text}).has_value());
}

}  // namespace credit::store
