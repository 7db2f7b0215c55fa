#include "server/welcome.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "access/principal.h"
#include "access/token_file.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "server/house.h"
#include "server/sample.sql.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::server {
namespace {

constexpr std::string_view asking_role = "approval_system";

struct Sample {
    std::string identifier;
    std::string name;
};

Sample sample_of(const sql::Row& row) {
    return {.identifier = row.text(0).substr(1), .name = row.text(1)};
}

// One that is listed; else any that is known; else an authority, of which nothing is known.
Result<Sample> find_sample(House& house) {
    auto lease = TRY(house.desk().pool().lease(sql::Access::Read));
    const auto listed = TRY(lease->find(statements::find_listed_organisation));
    if (listed) return sample_of(*listed);
    const auto any = TRY(lease->find(statements::find_any_organisation));
    if (any) return sample_of(*any);
    const auto& authority = house.desk().catalogue().authorities.all().front();
    return Sample{.identifier = authority.unified_social_credit_code, .name = authority.zh};
}

std::string quoted(const std::string& path) {
    std::string text = "'";
    for (const char character : path) {
        if (character == '\'') text += "'\\'";
        text += character;
    }
    return text + "'";
}

// Reads the token into curl's own settings: it stands in no argument that others could see.
std::string token_from(const std::string& file, std::string_view role) {
    return R"(awk '$1 == ")" + std::string(role) +
           R"(" { print "header = \"Authorization: Bearer " $4 "\""; exit }' )" + quoted(file) +
           " |\n  ";
}

// The body comes by the standard input, or by the third one where curl reads the token there.
std::string post(const std::string& target, std::string_view input, const JsonObject& body) {
    return "curl -sS " + target + " -H 'Content-Type: application/json' " + std::string(input) +
           "<<'JSON'\n" + to_text(body) + "\nJSON\n";
}

std::string tries(const std::string& address, const std::string& tokens, const Sample& sample) {
    const JsonObject question{{"identifier", sample.identifier}, {"name", sample.name},
                              {"matter", "food_permit"},         {"purpose", "approval"},
                              {"ground", "sd_regulation_22"},    {"case", "2026-0001"},
                              {"officer", "officer-1"}};
    return "\n试一试 · try\n\ncurl -sS " + address + "/readyz\n\n" +
           post(address + "/v1/subjects/lookup", "-d @- ", {{"identifier", sample.identifier}}) +
           "\n" + token_from(tokens, asking_role) +
           post(address + "/v1/checks", "-K - -d @/dev/fd/3 3", question);
}

std::string sign_in(const access::TokenEntry& entry) {
    std::string line = "  " + std::string(access::id_of(entry.role));
    line.resize(std::max(line.size() + 1, std::size_t{18}), ' ');
    line += entry.account;
    line.resize(std::max(line.size() + 1, std::size_t{46}), ' ');
    return line + entry.password + "\n";
}

}  // namespace

Result<std::string> welcome(House& house, std::string_view address) {
    const auto& file = house.places().tokens;
    std::string text;
    if (house.demonstration()) {
        text += "\n演示库：人与事均为虚构 · a demonstration: people and cases are made up\n";
    }
    if (!std::filesystem::exists(file)) return text;
    const auto entries = TRY(access::read_token_file(file));
    text += "\n账号与密码 · accounts and passwords\n";
    for (const auto& entry : entries) {
        if (!entry.password.empty()) text += sign_in(entry);
    }
    text += "令牌 · tokens: " + file.string() + "\n";
    return text + tries(std::string(address), file.string(), TRY(find_sample(house)));
}

}  // namespace credit::server
