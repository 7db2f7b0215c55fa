// What is kept of stays (停止、暂缓执行台账). Its statements are in stay.sql.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "sql/session.h"
#include "stays/stay.h"

namespace credit::stays {

class StayRegister {
public:
    explicit StayRegister(sql::Session& session) : session_(session) {}

    // The home key of a stay. NotFound "stays.no_such_stay".
    Result<std::string> home_of(std::string_view stay_id);
    // NotFound "stays.no_such_stay".
    Result<Stay> find(std::string_view home_key, std::string_view stay_id);
    // All of a subject, or of an implementing authority, over or not, in the order of precedence.
    Result<std::vector<Stay>> of_home(std::string_view home_key);
    // The same of those that were not ended.
    Result<std::vector<Stay>> live_of_home(std::string_view home_key);
    // Homes with one that was not ended.
    Result<std::vector<std::string>> live_homes();
    // Those an authority ordered or is bound by, of all where none is named; after that id.
    Result<std::vector<Stay>> seen_by(std::string_view authority, std::string_view after,
                                      std::int64_t limit);

    // For apply alone.
    Result<void> save(const Stay& stay);

private:
    sql::Session& session_;
};

}  // namespace credit::stays
