// Check characters (校验码) of the identifiers of credit subjects.
//
// Each function expects characters that its standard allows, as many as it says.
//
// Standard: GB 32100-2015, GB 11714-1997, GB 11643-1999, GS 15-2006

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace credit::identity {

// GB 32100-2015, table of characters: digits and capitals without I, O, S, V, Z.
// The position of a character is its value.
inline constexpr std::string_view credit_code_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

constexpr bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

constexpr bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, is_digit);
}

constexpr int digit_value(char digit) {
    return digit - '0';
}

// Value of a character of the alphabet, by its byte; negative for all others.
inline constexpr auto credit_code_values = [] {
    std::array<signed char, 256> values{};
    values.fill(-1);
    for (std::size_t value = 0; value < credit_code_alphabet.size(); ++value) {
        values[static_cast<unsigned char>(credit_code_alphabet[value])] =
            static_cast<signed char>(value);
    }
    return values;
}();

constexpr int credit_code_value(char character) {
    return credit_code_values[static_cast<unsigned char>(character)];
}

// The eighteenth character of a unified social credit code, from the first seventeen:
// C18 = 31 − MOD(Σ Ci × Wi, 31), where Wi = MOD(3^(i−1), 31); 31 counts as 0.
constexpr char credit_code_check(std::string_view first_seventeen) {
    constexpr int modulus = 31;
    int sum = 0;
    int weight = 1;
    for (const char character : first_seventeen) {
        sum += credit_code_value(character) * weight;
        weight = weight * 3 % modulus;
    }
    return credit_code_alphabet[static_cast<std::size_t>((modulus - (sum % modulus)) % modulus)];
}

// The ninth character of an organisation code, from the first eight digits and capitals:
// C9 = 11 − MOD(Σ Ci × Wi, 11); 10 is written X, 11 is written 0.
constexpr char organisation_check(std::string_view first_eight) {
    constexpr std::array weights{3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t at = 0; at < weights.size(); ++at) {
        const char character = first_eight[at];
        const bool digit = character >= '0' && character <= '9';
        sum += (digit ? digit_value(character) : character - 'A' + 10) * weights[at];
    }
    return "0X987654321"[sum % 11];
}

// The eighteenth character of a resident identity number, from the first seventeen digits:
// ISO 7064 MOD 11-2.
constexpr char resident_check(std::string_view first_seventeen) {
    int remainder = 0;
    for (const char digit : first_seventeen) {
        remainder = (remainder + digit_value(digit)) * 2 % 11;
    }
    return "10X98765432"[remainder];
}

// The fifteenth digit of a business registration number, from the first fourteen:
// ISO 7064 MOD 11,10.
constexpr char registration_check(std::string_view first_fourteen) {
    int product = 10;
    for (const char digit : first_fourteen) {
        const int sum = (product + digit_value(digit)) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return static_cast<char>('0' + ((11 - product) % 10));
}

}  // namespace credit::identity
