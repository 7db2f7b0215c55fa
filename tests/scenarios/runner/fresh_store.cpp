#include "tests/scenarios/runner/fresh_store.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <utility>

#include "foundation/check.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "tests/store/kept_store.h"

namespace credit::scenarios {
namespace {

void execute(const std::string& url, const std::string& text) {
    const auto session = sql::open_session(url);
    CHECK(session.has_value());
    CHECK((*session)->execute(sql::Statement{.name = "scenario.schema", .text = text}).has_value());
}

std::filesystem::path private_folder() {
    auto pattern = (std::filesystem::temp_directory_path() / "xinheng-scenario-XXXXXX").string();
    CHECK(::mkdtemp(pattern.data()) != nullptr);
    return pattern;
}

std::string next_schema() {
    static int count = 0;
    return "scenario_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
}

}  // namespace

FreshStore::FreshStore(std::optional<std::string> postgres_url)
    : folder_(private_folder()), url_(std::move(postgres_url)) {
    if (!url_) {
        store_ = folder_ / "store.db";
        return;
    }
    if (store::on_cluster()) {
        store_ = store::empty_cluster_store(*url_);
        return;
    }
    schema_ = next_schema();
    execute(*url_, "CREATE SCHEMA " + schema_);
    store_ = store::within_schema(*url_, schema_);
}

FreshStore::FreshStore(const store::KeptSchema& kept)
    : folder_(private_folder()), store_(kept.emptied()) {}

FreshStore::~FreshStore() {
    if (!schema_.empty()) execute(*url_, "DROP SCHEMA " + schema_ + " CASCADE");
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::optional<std::string> postgres_for_tests() {
    if (const char* url = std::getenv("XINHENG_TEST_POSTGRES")) return url;
    std::ifstream file(std::filesystem::path(XINHENG_TEST_POSTGRES_FOLDER) / "url");
    std::string url;
    if (!std::getline(file, url) || url.empty()) return std::nullopt;
    return url;
}

}  // namespace credit::scenarios
