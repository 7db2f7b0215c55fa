#include "notices/notice_register.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "notices/notice.h"
#include "notices/notice.sql.h"
#include "notices/notice_kind.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::notices {

Notice read_notice(const sql::Row& row) {
    return {.subject_key = row.text(0),
            .notice_id = row.text(1),
            .act_id = row.text(2),
            .word = row.text(3),
            .about_id = row.text(4),
            .authority = row.text(5),
            .made_at = Instant{row.integer(6)},
            .needs_proof = row.integer(7) != 0,
            .urgent = row.integer(8) != 0};
}

Result<std::string> NoticeRegister::home_of(std::string_view notice_id) {
    const auto row = TRY(session_.find(statements::find_notice_home, {notice_id}));
    if (!row) return fail(ErrorCode::NotFound, "notices.no_such_notice");
    return row->text(0);
}

Result<Notice> NoticeRegister::find(std::string_view subject_key, std::string_view notice_id) {
    const auto row = TRY(session_.find(statements::find_notice, {subject_key, notice_id}));
    if (!row) return fail(ErrorCode::NotFound, "notices.no_such_notice");
    return read_notice(*row);
}

Result<std::vector<Notice>> NoticeRegister::of_subject(std::string_view subject_key,
                                                       std::string_view before,
                                                       std::int64_t limit) {
    std::vector<Notice> notices;
    for (const auto& row :
         TRY(session_.query(statements::notices_of, {subject_key, before, limit}))) {
        notices.push_back(read_notice(row));
    }
    return notices;
}

Result<void> NoticeRegister::save(const Notice& notice) {
    TRY(session_.execute(statements::save_notice,
                         {notice.subject_key, notice.notice_id, notice.act_id, notice.word,
                          notice.about_id, notice.authority, notice.made_at.milliseconds,
                          notice.needs_proof ? 1 : 0, notice.urgent ? 1 : 0}));
    TRY(session_.execute(statements::save_notice_home, {notice.notice_id, notice.subject_key}));
    const Serving serving = kind_of(notice.word).serving;
    if (serving == Serving::ToBeServed || serving == Serving::ToBeReached) {
        TRY(session_.execute(statements::save_unserved,
                             {notice.subject_key, notice.notice_id, notice.authority}));
    }
    TRY(session_.execute(statements::plan_sendings,
                         {notice.subject_key, notice.notice_id, notice.urgent ? 1 : 0,
                          notice.made_at.milliseconds}));
    return {};
}

}  // namespace credit::notices
