// The names (表头名称) by which headers ask for the columns of a record kind.
//
// Width, case, spaces, and the marks people put around a header do not matter, nor what stands in
// brackets behind it. Made once, with the kind.

#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/column.h"

namespace credit::catalogue {

// A header of a file, brought to the plain form in which names are compared.
class PlainHeader {
public:
    explicit PlainHeader(std::string_view given);

    const std::string& given() const { return given_; }
    // The ways in which it may name its column, the surest first.
    const std::vector<std::string>& readings() const { return readings_; }

private:
    std::string given_;
    std::vector<std::string> readings_;
};

class HeaderNames {
public:
    HeaderNames() = default;
    HeaderNames(std::span<const Column> columns, std::span<const std::string> not_taken);

    // The place of the column that the header names.
    std::optional<std::size_t> find(const PlainHeader& header) const;
    // Whether it is one that is known and deliberately not read.
    bool is_not_taken(const PlainHeader& header) const;

private:
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::set<std::string, std::less<>> not_taken_;
};

}  // namespace credit::catalogue
