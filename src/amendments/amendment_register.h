// What is kept of amendments (目录变更台账). Its statements are in amendment.sql.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "amendments/amendment.h"
#include "catalogue/amended/amendment.h"
#include "foundation/result.h"
#include "law/library.h"
#include "sql/session.h"

namespace credit::amendments {

// What an amendment did to one listing, as a line of JSON.
struct TouchedRow {
    std::string subject_key;
    std::string amendment_id;
    std::string listing_id;
    std::string standard;
    std::string facts;
};

class AmendmentRegister {
public:
    explicit AmendmentRegister(sql::Session& session) : session_(session) {}

    // NotFound "amendments.no_such_amendment".
    Result<Amendment> find(std::string_view amendment_id);
    // After that id, at most `limit`.
    Result<std::vector<Amendment>> all(std::string_view after, std::int64_t limit);
    // Approved, in the order in which they take force.
    Result<std::vector<Amendment>> binding();
    // What it touched, by standard, subject and listing.
    Result<void> visit_rows(std::string_view amendment_id,
                            const std::function<Result<void>(std::string_view)>& visitor);
    Result<bool> has_row(std::string_view subject_key, std::string_view amendment_id,
                         std::string_view listing_id);

    // For apply alone.
    Result<void> save(const Amendment& amendment);
    Result<void> save(const TouchedRow& row);

private:
    sql::Session& session_;
};

// What the binding ones change, but for the one of that id.
Result<std::vector<catalogue::Amendment>> binding_but(sql::Session& session,
                                                      const law::Library& law,
                                                      std::string_view amendment_id);

}  // namespace credit::amendments
