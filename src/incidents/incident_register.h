// What is kept of leak incidents and of whom they concern (泄露事件台账). Its statements are in
// incident.sql.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "incidents/incident.h"
#include "sql/session.h"

namespace credit::incidents {

class IncidentRegister {
public:
    explicit IncidentRegister(sql::Session& session) : session_(session) {}

    // The home key of an incident. NotFound "incidents.no_such_incident".
    Result<std::string> home_of(std::string_view incident_id);
    // NotFound "incidents.no_such_incident".
    Result<Incident> find(std::string_view home_key, std::string_view incident_id);
    // Opened by the authority or reported to it, the newest first, before that id where it is not
    // empty; at most `limit`.
    Result<std::vector<Incident>> of_authority(std::string_view authority, std::string_view before,
                                               std::int64_t limit);

    // None when the incident does not concern the subject.
    Result<std::optional<Concern>> concern(std::string_view subject_key,
                                           std::string_view incident_id);
    Result<std::vector<Concern>> concerns_of(std::string_view subject_key);
    // Keys of subjects, after that one; at most `limit`.
    struct Some {
        std::string_view incident_id;
        std::string_view after = {};
        std::int64_t limit = 1;
    };
    Result<std::vector<std::string>> concerned(const Some& some);
    Result<std::vector<std::string>> not_told(const Some& some);
    // Told, and on that day neither served, nor read, nor named as not reached.
    Result<std::vector<std::string>> not_reached(const Some& some, Date day);
    // Whether service on the subject failed by some way, and whether it was reached by that day.
    Result<bool> service_failed(const Concern& concern);
    Result<bool> was_reached(const Concern& concern, Date day);

    // For apply alone.
    Result<void> save(const Incident& incident);
    Result<void> save(const Concern& concern);

private:
    sql::Session& session_;
};

}  // namespace credit::incidents
