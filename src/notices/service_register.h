// What is kept of service (送达台账), of consents to it and of channels. Its statements are in
// service.sql.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "notices/notice.h"
#include "sql/session.h"

namespace credit::notices {

// What became of the service of one notice by one act: "served", "failed", "read".
struct ServiceStep {
    std::string subject_key = {};  // both known from the act
    std::string act_id = {};
    std::string notice_id;
    std::string outcome;
    std::string method;
    Date happened_on{};
    std::optional<Date> counts_from = {};  // of "served"
};

struct OpenChannel {
    std::string channel;
    Date opened_on{};
};

class ServiceRegister {
public:
    explicit ServiceRegister(sql::Session& session) : session_(session) {}

    Result<std::vector<ServiceStep>> of_notice(const Notice& notice);
    // Notices of one authority that are to be served and are not, after that id, at most `limit`.
    Result<std::vector<Notice>> unserved_at(std::string_view authority, std::string_view after,
                                            std::int64_t limit);
    // Methods recorded as failed for a paper of that kind about that thing.
    Result<std::vector<std::string>> failed_methods(std::string_view subject_key,
                                                    std::string_view about_id,
                                                    std::string_view word);
    // The newest notice of that kind about the thing; none when it is not owed.
    Result<std::optional<Notice>> find_about(std::string_view subject_key,
                                             std::string_view about_id, std::string_view word);
    Result<bool> consents_on(std::string_view subject_key, Date day);
    Result<std::vector<OpenChannel>> channels_of(std::string_view subject_key);

    // For apply alone.
    Result<void> save(const ServiceStep& step);
    Result<void> save_consent(std::string_view subject_key, std::string_view consent_id,
                              Date given_on);
    Result<void> end_consent(std::string_view subject_key, Date withdrawn_on);
    Result<void> open_channel(std::string_view subject_key, const OpenChannel& channel,
                              std::string_view act_id);
    Result<void> close_channel(std::string_view subject_key, std::string_view channel);

    // What was taken for served did not arrive.
    Result<void> take_up_again(std::string_view subject_key, std::string_view notice_id);
    // Nobody tries to serve it any more.
    Result<void> give_up(std::string_view subject_key, std::string_view notice_id);

private:
    Result<bool> reaches(const ServiceStep& step);

    sql::Session& session_;
};

}  // namespace credit::notices
