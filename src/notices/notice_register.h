// What is kept of notices (通知台账). Its statements are in notice.sql.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "notices/notice.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::notices {

// In the order of the columns of every SELECT of notices.
Notice read_notice(const sql::Row& row);

class NoticeRegister {
public:
    explicit NoticeRegister(sql::Session& session) : session_(session) {}

    // The subject of a notice. NotFound "notices.no_such_notice".
    Result<std::string> home_of(std::string_view notice_id);
    // NotFound "notices.no_such_notice".
    Result<Notice> find(std::string_view subject_key, std::string_view notice_id);
    // The newest first, from before `before` where that is not empty; at most `limit`.
    Result<std::vector<Notice>> of_subject(std::string_view subject_key, std::string_view before,
                                           std::int64_t limit);

    // For write alone. Also what is to be sent through each channel that the subject opened.
    Result<void> save(const Notice& notice);

private:
    sql::Session& session_;
};

}  // namespace credit::notices
