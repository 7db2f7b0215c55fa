// The table of operations and the contract say the same: ids, methods, paths, tokens, bodies.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "access/permits.h"
#include "foundation/embedded_files.h"
#include "foundation/json.h"
#include "http/operations.h"

namespace credit::http {
namespace {

JsonObject contract() {
    const auto files = foundation::embedded_files();
    const auto file = std::ranges::find(files, "api/openapi.json", &foundation::EmbeddedFile::path);
    EXPECT_NE(file, files.end());
    return boost::json::parse(file->content).as_object();
}

std::string method_in_contract(Method method) {
    std::string name(name_of(method));
    std::ranges::transform(name, name.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    return name;
}

std::string path_in_contract(std::string_view path) {
    std::string text(path);
    std::erase(text, '*');
    return text;
}

std::map<std::string, JsonObject, std::less<>> operations_of_contract() {
    std::map<std::string, JsonObject, std::less<>> all;
    const JsonObject whole = contract();
    for (const auto& [path, methods] : whole.at("paths").as_object()) {
        for (const auto& [method, operation] : methods.as_object()) {
            JsonObject told = operation.as_object();
            told["path"] = path;
            told["method"] = method;
            all.emplace(std::string(told.at("operationId").as_string()), std::move(told));
        }
    }
    return all;
}

bool is_open(const JsonObject& operation) {
    const Json* const security = operation.if_contains("security");
    if (security == nullptr) return false;
    const JsonArray& ways = security->as_array();
    return ways.empty() ||
           std::ranges::any_of(ways, [](const Json& way) { return way.as_object().empty(); });
}

TEST(Contract, HasEveryOperationOfTheTable) {
    const auto told = operations_of_contract();
    for (const Operation& operation : operations()) {
        const auto found = told.find(operation.id);
        ASSERT_NE(found, told.end()) << operation.id;
        const JsonObject& there = found->second;
        EXPECT_EQ(there.at("path").as_string(), path_in_contract(operation.path)) << operation.id;
        EXPECT_EQ(there.at("method").as_string(), method_in_contract(operation.method))
            << operation.id;
        EXPECT_EQ(is_open(there), operation.token == Token::Optional) << operation.id;
        EXPECT_EQ(there.contains("requestBody"), operation.body != BodyKind::None) << operation.id;
    }
}

TEST(Contract, SaysHowLargeAnUploadMayBe) {
    const auto told = operations_of_contract();
    for (const Operation& operation : operations()) {
        if (operation.body == BodyKind::None) continue;
        const auto& body = told.find(operation.id)->second.at("requestBody").as_object();
        const Json* const most = body.if_contains("x-bytes-max");
        EXPECT_EQ(most == nullptr ? 0U : most->to_number<std::uint64_t>(),
                  operation.upload_bytes_max)
            << operation.id;
    }
}

TEST(Contract, PromisesNothingThatIsNotCarriedOut) {
    const auto table = ids_of(operations());
    for (const auto& [id, operation] : operations_of_contract()) {
        EXPECT_NE(std::ranges::find(table, id), table.end()) << id;
    }
}

TEST(Contract, NamesTheSameQueryParameters) {
    const JsonObject whole = contract();
    const JsonObject& shared = whole.at("components").at("parameters").as_object();
    const auto told = operations_of_contract();
    for (const Operation& operation : operations()) {
        std::set<std::string> names;
        bool wants_key = false;
        const Json* const parameters = told.find(operation.id)->second.if_contains("parameters");
        for (const Json& parameter : parameters ? parameters->as_array() : JsonArray{}) {
            const JsonObject* there = &parameter.as_object();
            if (const Json* const reference = there->if_contains("$ref")) {
                const std::string_view target = reference->as_string();
                there = &shared.at(target.substr(target.rfind('/') + 1)).as_object();
            }
            const std::string name(there->at("name").as_string());
            if (there->at("in").as_string() == "query") names.insert(name);
            wants_key = wants_key || name == "Idempotency-Key";
        }
        EXPECT_EQ(names, std::set<std::string>(operation.query.begin(), operation.query.end()))
            << operation.id;
        EXPECT_EQ(wants_key, operation.idempotency_key == IdempotencyKey::Required) << operation.id;
    }
}

TEST(Contract, PromisesNothingThatIsNotThere) {
    const auto table = ids_of(operations());
    for (const auto& [id, told] : operations_of_contract()) {
        EXPECT_TRUE(std::ranges::find(table, id) != table.end()) << id;
    }
}

TEST(Contract, ARightForEveryOperationBehindAToken) {
    const auto rights = access::operations_with_rights();
    for (const Operation& operation : operations()) {
        if (operation.token == Token::Optional) continue;
        EXPECT_NE(std::ranges::find(rights, operation.id), rights.end()) << operation.id;
    }
}

}  // namespace
}  // namespace credit::http
