#include "http/checks/question.h"

#include <array>
#include <boost/json.hpp>
#include <cstddef>
#include <expected>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::http {
namespace {

std::unexpected<Error> wrong(std::string_view word, std::string_view name) {
    return fail(ErrorCode::InvalidInput, word, {std::string(name)}, "/" + std::string(name));
}

constexpr std::array<std::pair<std::string_view, std::string_view Question::*>, 7> members{{
    {"identifier", &Question::identifier},
    {"name", &Question::name},
    {"matter", &Question::matter},
    {"purpose", &Question::purpose},
    {"ground", &Question::ground},
    {"case", &Question::case_number},
    {"officer", &Question::officer},
}};

// Copies texts to where they stay when the parsed values are gone.
class Keeper {
public:
    explicit Keeper(std::span<std::byte> memory) : free_(memory) {}

    std::string_view keep(std::string_view text) {
        auto* const to = reinterpret_cast<char*>(free_.data());
        text.copy(to, text.size());
        free_ = free_.subspan(text.size());
        return {to, text.size()};
    }

private:
    std::span<std::byte> free_;
};

Result<Question> fill(const boost::json::object& object, Keeper keeper) {
    Question question;
    for (const auto& [name, member] : members) {
        const auto* const value = object.if_contains(name);
        if (value == nullptr) return wrong("json.missing", name);
        if (!value->is_string()) return wrong("json.wrong_type", name);
        question.*member = keeper.keep(value->get_string());
    }
    if (object.size() == members.size()) return question;
    TRY(refuse_unknown(object, {"identifier", "name", "matter", "purpose", "ground", "case",
                                "officer", "eligibility"}));
    question.eligibility = TRY(read_flag(object, "eligibility"));
    return question;
}

}  // namespace

Result<Question> read_question(std::string_view body, std::span<std::byte> memory) {
    if (body.size() * 2 > memory.size()) {
        return fail(ErrorCode::InvalidInput, "checks.question_too_long");
    }
    try {
        // The first half keeps the texts, which are no longer than the body; the second parses it.
        const auto parsing = memory.subspan(memory.size() / 2);
        boost::json::static_resource resource(reinterpret_cast<unsigned char*>(parsing.data()),
                                              parsing.size());
        boost::system::error_code error;
        const auto value = boost::json::parse(body, error, &resource);
        if (error) return fail(ErrorCode::InvalidInput, "json.not_json");
        if (!value.is_object()) return fail(ErrorCode::InvalidInput, "json.not_an_object");
        return fill(value.get_object(), Keeper(memory));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::InvalidInput, "checks.question_too_long");
    }
}

}  // namespace credit::http
