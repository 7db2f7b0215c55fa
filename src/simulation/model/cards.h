// The card index (卡片): what a careful clerk would write down by hand about each subject, listing,
// order and record, and nothing more. No rule of the register is used to keep it.

#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/measure.h"
#include "demo/synthetic.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "simulation/model/matters/incident_cards.h"

namespace credit::simulation {

struct SubjectCard {
    demo::SyntheticSubject who;
    std::optional<Date> born_on = {};  // of a person
    bool known = false;                // a record told of it
    bool is_person() const { return born_on.has_value(); }
};

struct ListingCard {
    std::string id = {};
    std::size_t subject = 0;
    const catalogue::ListStandard* standard = nullptr;
    const catalogue::ListGround* ground = nullptr;
    std::string authority = {};
    std::string stage = "proposed";  // noticed, decided, in_force, ended, withdrawn
    Date proposed_on{};
    std::optional<Date> conduct_on = {};
    std::optional<Date> noticed_on = {};
    std::optional<Date> window_through = {};
    std::string exemption = {};
    bool waived = false;
    bool unanswered = false;
    bool hearing_requested = false;
    bool hearing_held = false;
    std::string document_kind = {};
    std::string document_number = {};
    bool remedy_told = false;
    std::optional<Date> decided_on = {};
    std::optional<Date> served_on = {};
    std::optional<Date> from_on = {};
    std::optional<Date> through_on = {};
    std::string ends_when = {};
    std::optional<Date> review_on = {};
    bool provisional = false;
    std::string held_by = {};  // the act; empty: not on hold
    std::optional<Date> ended_on = {};
    std::string ended_as = {};
    std::string notice = {};           // the paper by which the subject was told before
    std::string decision_notice = {};  // and that of the decision
    bool decision_given = false;       // ever: there is a paper to serve
    bool started = false;              // authorities were set to work
    std::set<std::string> notice_failed_by = {};
    std::set<std::string> decision_failed_by = {};

    bool on_hold() const { return !held_by.empty(); }
    // On a list on that day, held or not.
    bool stands_on(Date day) const;
    std::optional<Date> last_day() const { return through_on ? through_on : review_on; }
};

inline bool is_red(const ListingCard& card) {
    return card.standard->colour == catalogue::Colour::Red;
}

struct OrderCard {
    std::string id = {};
    std::size_t subject = 0;
    const catalogue::Measure* measure = nullptr;
    std::string authority = {};
    std::string document_number = {};
    Date decided_on{};
    Date served_on{};
    Date from_on{};
    std::optional<Date> through_on = {};
    std::string ends_when = {};
    std::optional<Date> review_on = {};
    std::string held_by = {};
    std::optional<Date> ended_on = {};
    std::string ended_as = {};

    bool on_hold() const { return !held_by.empty(); }
    bool stands_on(Date day) const;
    std::optional<Date> last_day() const { return through_on ? through_on : review_on; }
};

struct RecordCard {
    std::size_t subject = 0;
    std::string kind = {};  // registration, permit, penalty
    std::string document_number = {};
    Date decided_on{};
    std::optional<Date> conduct_on = {};
    std::optional<Date> valid_through = {};
    std::string office = {};         // code of the authority that filed it
    std::string facts = {};          // as its latest version says
    std::string penalty_class = {};  // minor, general, serious; empty where there is none
    std::string id = {};             // empty: the answer that told it was lost
    std::string file = {};           // as it was sent
    std::string ended_as = {};       // withdrawn, repaired, erased, superseded; empty: it stands
    bool erased = false;             // its content is gone, however it ended
};

struct RepairCard {
    std::string id = {};
    std::size_t subject = 0;
    std::string item_kind = {};  // listing, order, record
    std::string item = {};
    std::string authority = {};  // that decides
    std::string filed_at = {};   // the window that brought it; empty: the subject's account
    bool authorised = false;     // as the step before it is taken says
    std::string state = "applied";
    Date applied_on{};
    Date acceptance_due{};
    std::optional<Date> accepted_on = {};
    std::optional<Date> result_due = {};
    bool result_named = false;              // the authority, for silence on the result
    std::optional<Date> holders_due = {};   // the last day for those who were shown the item
    std::optional<Date> wait_through = {};  // no repair until then
    bool brought_back = false;              // by a revocation
    std::string held_before = {};           // the act that held the item when it was repaired
    std::string ended_record = {};          // the version that a repair ended

    bool is_open() const { return state == "applied" || state == "accepted"; }
};

struct PointCard {
    std::string aspect = {};
    std::string words = {};
};

struct ObjectionCard {
    std::string id = {};
    std::size_t subject = 0;
    std::string about = {};  // listing, order
    std::string about_id = {};
    std::string source = {};    // code of the authority that answers for the item
    std::string filer = {};     // subject, representative, executing_unit
    std::string filed_by = {};  // code of the office; empty for the subject's own account
    std::vector<PointCard> points = {};
    std::vector<std::string> files = {};  // of evidence, by id
    std::string state = "filed";
    Date filed_on{};
    std::optional<Date> due_on = {};
    bool provisional = false;
    bool extended = false;
    std::string silent = {};  // whose silence resolved it
    std::optional<Date> concluded_on = {};

    bool is_open() const {
        return state == "filed" || state == "forwarded" || state == "correction_pending";
    }
};

// What one authority answers for about one listing.
struct DutyCard {
    const catalogue::Measure* measure = nullptr;
    bool answered = false;
};
struct TaskCard {
    std::string id = {};
    std::size_t listing = 0;
    std::string authority = {};
    std::vector<DutyCard> duties = {};
    Date opened_on{};
    Date due_on{};
    bool accepted = false;
    bool named = false;   // for its silence, at last
    bool lapsed = false;  // it was over first

    bool is_open() const {
        return !lapsed &&
               std::ranges::any_of(duties, [](const DutyCard& duty) { return !duty.answered; });
    }
};

// What somebody was shown of a subject, by its receipt, and what the subject asked about it.
struct LookupCard {
    std::string id = {};
    std::size_t subject = 0;
    std::string authority = {};
};
struct QuestionCard {
    std::string id = {};
    std::string lookup = {};
    std::size_t subject = 0;
    std::string authority = {};
    Date due_on{};
    bool answered = false;
    bool misused = false;  // it was not allowed: an auditor is told
    bool named = false;    // the authority, for its silence
};

struct Cards {
    std::vector<SubjectCard> subjects = {};
    std::vector<ListingCard> listings = {};
    std::vector<OrderCard> orders = {};
    std::vector<RecordCard> records = {};
    std::vector<ObjectionCard> objections = {};
    std::vector<RepairCard> repairs = {};
    std::vector<LookupCard> lookups = {};
    std::vector<QuestionCard> questions = {};
    std::vector<TaskCard> tasks = {};
    std::vector<IncidentCard> incidents = {};
    std::vector<EvidenceCard> evidence = {};
    std::vector<std::string> closed = {};  // ids of items that an objection took out of publicity
    // Which authorities were ever shown an item, by its id: whoever was told is told of its end.
    std::map<std::string, std::set<std::string>> holders = {};
    std::size_t acts = 0;  // asked for and done by now, or performed by the clerk
};

// Whether nothing that hangs on the item may be executed: it is held, or objected to.
bool is_held(const Cards& cards, const ListingCard& card);
bool is_held(const Cards& cards, const OrderCard& card);

// As the register must tell them after an act.
JsonObject told(const ListingCard& card, const SubjectCard& subject);
JsonObject told(const OrderCard& card, const SubjectCard& subject);
JsonObject told(const RepairCard& card);
// What of it is compared: not the points, which are repeated as they were sent.
JsonObject told(const ObjectionCard& card);

}  // namespace credit::simulation
