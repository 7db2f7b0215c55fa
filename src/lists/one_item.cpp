#include "lists/one_item.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "lists/adoption.sql.h"
#include "sql/session.h"

namespace credit::lists {

Result<std::vector<std::string>> one_item(sql::Session& session, std::string_view subject_key,
                                          std::string_view item_id) {
    std::vector<std::string> ids{std::string(item_id)};
    for (const auto& row : TRY(session.query(statements::one_item, {subject_key, item_id}))) {
        ids.push_back(row.text(0));
    }
    std::ranges::sort(ids);
    const auto repeated = std::ranges::unique(ids);
    ids.erase(repeated.begin(), repeated.end());
    return ids;
}

}  // namespace credit::lists
