#include "identity/old_codes.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "identity/check_characters.h"

namespace credit::identity {
namespace {

constexpr std::string_view digits_and_capitals = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

// What may stand at each place: D a digit, X a digit or X, others themselves.
constexpr std::string_view ordinary = "DDDDDDDDDDDDDDD";
constexpr std::string_view cooperative = "DDDDDDNADDDDDDX";

// The first place, counted from 1, where the text leaves the pattern; 0 for none.
std::size_t first_departure(std::string_view text, std::string_view pattern) {
    const auto fits = [](char character, char wanted) {
        const bool digit = character >= '0' && character <= '9';
        if (wanted == 'D') return digit;
        if (wanted == 'X') return digit || character == 'X';
        return character == wanted;
    };
    const auto [at, in_pattern] = std::ranges::mismatch(text, pattern, fits);
    return at == text.end() ? 0 : static_cast<std::size_t>(at - text.begin()) + 1;
}

}  // namespace

Result<OrganisationCode> OrganisationCode::parse(std::string_view text) {
    if (text.size() != length) {
        return fail(ErrorCode::InvalidInput, "identity.organisation_length",
                    {std::to_string(text.size())});
    }
    const std::size_t foreign = text.find_first_not_of(digits_and_capitals);
    if (foreign != std::string_view::npos) {
        return fail(ErrorCode::InvalidInput, "identity.organisation_character",
                    {std::to_string(foreign + 1)});
    }
    if (text.back() != organisation_check(text.substr(0, length - 1))) {
        return fail(ErrorCode::InvalidInput, "identity.organisation_check");
    }
    return OrganisationCode(text);
}

Result<RegistrationNumber> RegistrationNumber::parse(std::string_view text) {
    if (text.size() != length) {
        return fail(ErrorCode::InvalidInput, "identity.registration_length",
                    {std::to_string(text.size())});
    }
    const bool of_cooperative = text.substr(6, 2) == "NA";
    const std::size_t departure = first_departure(text, of_cooperative ? cooperative : ordinary);
    if (departure > 0) {
        return fail(ErrorCode::InvalidInput, "identity.registration_character",
                    {std::to_string(departure)});
    }
    if (!of_cooperative && text.back() != registration_check(text.substr(0, length - 1))) {
        return fail(ErrorCode::InvalidInput, "identity.registration_check");
    }
    return RegistrationNumber(text);
}

}  // namespace credit::identity
