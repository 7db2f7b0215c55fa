#include "notices/service_register.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "notices/notice.h"
#include "notices/notice_kind.h"
#include "notices/notice_register.h"
#include "notices/service.sql.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::notices {

Result<std::vector<ServiceStep>> ServiceRegister::of_notice(const Notice& notice) {
    std::vector<ServiceStep> steps;
    for (const auto& row :
         TRY(session_.query(statements::services_of, {notice.subject_key, notice.notice_id}))) {
        steps.push_back({.subject_key = notice.subject_key,
                         .act_id = row.text(0),
                         .notice_id = notice.notice_id,
                         .outcome = row.text(1),
                         .method = row.text(2),
                         .happened_on = row.date(3),
                         .counts_from = row.optional_date(4)});
    }
    return steps;
}

Result<std::vector<Notice>> ServiceRegister::unserved_at(std::string_view authority,
                                                         std::string_view after,
                                                         std::int64_t limit) {
    std::vector<Notice> notices;
    for (const auto& row :
         TRY(session_.query(statements::unserved_at, {authority, after, limit}))) {
        notices.push_back(read_notice(row));
    }
    return notices;
}

Result<std::vector<std::string>> ServiceRegister::failed_methods(std::string_view subject_key,
                                                                 std::string_view about_id,
                                                                 std::string_view word) {
    std::vector<std::string> methods;
    for (const auto& row :
         TRY(session_.query(statements::failed_methods, {subject_key, about_id, word}))) {
        methods.push_back(row.text(0));
    }
    return methods;
}

Result<std::optional<Notice>> ServiceRegister::find_about(std::string_view subject_key,
                                                          std::string_view about_id,
                                                          std::string_view word) {
    const auto row = TRY(session_.find(statements::notice_about, {subject_key, about_id, word}));
    if (!row) return std::nullopt;
    return read_notice(*row);
}

Result<bool> ServiceRegister::consents_on(std::string_view subject_key, Date day) {
    const auto rows = TRY(session_.query(statements::consent_on, {subject_key, day}));
    return !rows.empty();
}

Result<std::vector<OpenChannel>> ServiceRegister::channels_of(std::string_view subject_key) {
    std::vector<OpenChannel> channels;
    for (const auto& row : TRY(session_.query(statements::channels_of, {subject_key}))) {
        channels.push_back({.channel = row.text(0), .opened_on = row.date(1)});
    }
    return channels;
}

Result<void> ServiceRegister::save(const ServiceStep& step) {
    TRY(session_.execute(statements::save_service,
                         {step.subject_key, step.notice_id, step.act_id, step.outcome, step.method,
                          step.happened_on, sql::Value::of(step.counts_from)}));
    if (TRY(reaches(step))) TRY(give_up(step.subject_key, step.notice_id));
    return {};
}

Result<void> ServiceRegister::take_up_again(std::string_view subject_key,
                                            std::string_view notice_id) {
    TRY(session_.execute(statements::begin_unserved, {subject_key, notice_id}));
    return {};
}

Result<void> ServiceRegister::give_up(std::string_view subject_key, std::string_view notice_id) {
    TRY(session_.execute(statements::end_unserved, {subject_key, notice_id}));
    return {};
}

Result<bool> ServiceRegister::reaches(const ServiceStep& step) {
    if (step.outcome != "read") return step.outcome == "served";
    const auto notice = TRY(NoticeRegister(session_).find(step.subject_key, step.notice_id));
    return kind_of(notice.word).serving == Serving::ToBeReached;
}

Result<void> ServiceRegister::save_consent(std::string_view subject_key,
                                           std::string_view consent_id, Date given_on) {
    TRY(session_.execute(statements::save_consent, {subject_key, consent_id, given_on}));
    return {};
}

Result<void> ServiceRegister::end_consent(std::string_view subject_key, Date withdrawn_on) {
    TRY(session_.execute(statements::end_consent, {subject_key, withdrawn_on}));
    return {};
}

Result<void> ServiceRegister::open_channel(std::string_view subject_key, const OpenChannel& channel,
                                           std::string_view act_id) {
    TRY(session_.execute(statements::open_channel,
                         {subject_key, channel.channel, channel.opened_on, act_id}));
    return {};
}

Result<void> ServiceRegister::close_channel(std::string_view subject_key,
                                            std::string_view channel) {
    TRY(session_.execute(statements::close_channel, {subject_key, channel}));
    return {};
}

}  // namespace credit::notices
