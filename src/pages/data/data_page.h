// Open data (开放数据): what is public today as whole files, with the columns of each; and where
// the register's data come from.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "pages/html/place.h"
#include "sql/session.h"

namespace credit::pages {

// A file that is offered: "permits.csv" of kind "permit".
struct DataFile {
    std::string_view name;
    std::string_view kind;   // empty: the listings in force
    std::string_view title;  // label
};
std::span<const DataFile> data_files();
// Null when there is none of that name.
const DataFile* find_data_file(std::string_view name);
// The first row of the file.
std::vector<std::string> header_of(const Place& place, const DataFile& file);

std::string show_data(const Place& place);

// What an authority delivered, and when last.
struct Delivery {
    std::string authority;  // code
    std::string kind;
    std::int64_t files = 0;
    Date last_on{};
};
Result<std::vector<Delivery>> read_deliveries(sql::Session& session);

std::string show_about(const Place& place, const std::vector<Delivery>& deliveries);

}  // namespace credit::pages
