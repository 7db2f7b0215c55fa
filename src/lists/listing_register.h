// What is kept of listings (名单台账). Its statements are in listing.sql.

#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "lists/listing.h"
#include "sql/session.h"

namespace credit::lists {

class ListingRegister {
public:
    explicit ListingRegister(sql::Session& session) : session_(session) {}

    // The subject of a listing. NotFound "lists.no_such_listing".
    Result<std::string> home_of(std::string_view listing_id);
    // NotFound "lists.no_such_listing".
    Result<Listing> find(std::string_view subject_key, std::string_view listing_id);
    // All of a subject, ended ones included.
    Result<std::vector<Listing>> of_subject(std::string_view subject_key);
    // What an authority has at one step, the oldest first, beginning after that id.
    Result<std::vector<Listing>> at(std::string_view authority, State state, std::string_view after,
                                    std::int64_t limit);
    // Every listing in force, by subject; held ones and those past their last day included.
    Result<void> visit_live(const std::function<Result<void>(const Listing&)>& visitor);

    // For apply alone.
    Result<void> save(const Listing& listing);
    Result<void> save_step(const Listing& listing, std::string_view act_id, std::string_view step,
                           Date happened_on);

private:
    sql::Session& session_;
};

}  // namespace credit::lists
