// Leak incident (信息泄露事件): information that got out, was changed or was lost, or may have
// been; what was done about it; and whom it concerns.
//
// Whoever it concerns is told in its account and by the ways of service; whoever could not be
// reached is named as such, and nothing is closed before. The subject sees every incident that
// touched it, also one that it need not have been told of. Nothing of it is public.
//
// Law:     personal-information-protection-law-2021 art. 57 — remedied at once; the department and
//          the persons are told kinds, cause, harm, steps taken, what they can do, and whom to ask
//          network-data-security-regulation-2024 art. 11 — organisations, too, are told
//          cybersecurity-incident-reporting-measures-2025 art. 4 — hours for the larger ones
// Reading: decision 0173: the clocks, and which department; decision 0174: who is told, and when
//          an incident may be closed
// Beyond:  incidents that need not be told stand in the account as well.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::incidents {

inline constexpr std::string_view report_clock = "incidents.report";
inline constexpr std::string_view tell_clock = "incidents.tell";

// What art. 57 asks to be told.
struct Account {
    std::vector<std::string> kinds = {};  // of kinds of information (信息种类)
    std::string cause = {};               // 原因
    std::string harm = {};                // 可能造成的危害
    std::string steps = {};               // 已采取的补救措施
    std::string protection = {};          // 个人可以采取的减轻危害的措施
    std::string contact = {};             // 联系方式
};

struct Incident {
    std::string home_key = {};
    std::string incident_id = {};
    std::string authority = {};  // that opened it
    Account account = {};
    Date discovered_on{};
    Date opened_on{};
    Date report_due_on{};
    std::optional<Date> tell_due_on = {};   // none where nobody need be told
    std::optional<Date> reported_on = {};   // to the department
    std::string reported_to = {};           // its code
    std::optional<Date> excepted_on = {};   // measures avoid the harm: persons need not be told
    std::optional<Date> ordered_on = {};    // the department ordered to tell them all the same
    std::optional<Date> completed_on = {};  // everyone known on that day was told
    std::optional<Date> overdue_on = {};    // when the authority was last named
    std::optional<Date> closed_on = {};

    bool must_tell() const { return !excepted_on || ordered_on; }
};

bool is_kind(std::string_view kind);

// As acts hold it.
JsonObject to_json(const Incident& incident);
Result<Incident> read_incident(const JsonObject& object);

// That it concerns one subject (涉及主体).
struct Concern {
    std::string subject_key = {};
    std::string incident_id = {};
    std::string home_key = {};            // of the incident
    std::string state = {};               // "noted", "told", "unreached"
    std::vector<std::string> items = {};  // listings, orders, records; none: its identity alone
    Date noted_on{};
    std::optional<Date> told_on = {};
    std::string notice_id = {};  // by which it was last told
    std::optional<Date> unreached_on = {};
};

JsonObject to_json(const Concern& concern);
Result<Concern> read_concern(const JsonObject& object);

}  // namespace credit::incidents
