// View of a subject (主体信用信息): what a reader is shown of it on a day.
//
// The public sees what is public that day; an authority with purpose and ground what is shared as
// well. Reads filter by the day, so that a stopped clerk publishes nothing too long.
//
// Law: sd-social-credit-regulation-2020 arts. 20, 22 — organisations' information is public, a
//      natural person's is not unless the State provides; authorities look up for their duties
//      personal-information-protection-law-2021 art. 8 — a person is found by number and name

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "commitments/commitment.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "law/library.h"
#include "lists/persons/named_person.h"
#include "measures/restraint_order.h"
#include "publicity/exposure.h"
#include "publicity/leak_detector.h"
#include "sql/session.h"
#include "subjects/successions/succession.h"

namespace credit::publicity {

enum class Viewer {
    Public,
    Authority,
    Subject,    // of what is held on itself: all of it, in every state
    Consented,  // 经授权的金融机构: what is in force, and of each record what could be public
};

enum class Standing {
    Shown,
    IdentityNotConfirmed,  // the name does not agree: nothing is shown
    Nothing,  // not known, or nothing that this reader may see: of a person the two are one answer
};

std::string_view name_of(Standing standing);  // "shown", "identity_not_confirmed", "nothing"

struct ShownColumn {
    std::string code;
    std::string header;
    catalogue::ColumnRole role = catalogue::ColumnRole::Other;
    std::string value;                 // empty when it waits or is kept
    bool waits = false;                // for an officer: the text may hold personal details
    bool kept = false;                 // an officer decided that it is not published
    std::vector<LeakKind> leaks = {};  // what the detector found, of those two
};

struct ShownRecord {
    std::string record_id;
    std::string kind;
    std::string kind_zh;
    std::string kind_en;
    std::string authority;
    std::string authority_zh;
    std::string document_number;
    Date decided_on{};
    bool listing = false;  // of a kind by which listings decided elsewhere are filed
    bool reference_only = false;
    bool objected = false;  // 异议处理中: shown with the mark
    Exposure exposure;
    std::vector<ShownColumn> columns;
};

struct ShownListing {
    std::string listing_id;
    std::string standard;
    std::string title_zh;
    std::string title_en;
    std::string colour;
    std::string state;
    // These only where the standard shows them.
    std::string authority = {};
    std::string authority_zh = {};
    std::string document_number = {};
    std::string ground_zh = {};
    std::string ground_en = {};
    // Not for the public: what was decided when, and until when it stands.
    std::optional<Date> decided_on = {};
    std::optional<Date> from_on = {};
    std::optional<Date> through_on = {};
    std::optional<Date> review_on = {};  // where it ends with an event
    std::optional<Date> ended_on = {};
    std::optional<Date> window_through = {};  // last day for statement and defence
    bool in_force = false;
    bool held = false;
    bool objected = false;  // the hold is that of an objection that is open
    Exposure exposure;
};

struct ShownCommitment {
    commitments::Commitment commitment;
    bool objected = false;  // the finding that it was broken
    Exposure exposure;
};

// 责任人员记入: in the decision on an organisation's listing.
struct ShownNaming {
    lists::NamedPerson named;
    std::string organisation = {};  // its name
    std::string title_zh = {};      // of the standard
    std::string title_en = {};
    std::string state = {};  // of the organisation's listing on the day: "in_force", "on_hold",
                             // "decided", "over"; or "withdrawn"
    bool objected = false;   // the person objects to being named: on hold, where it stands
};

// 合并、分立
struct ShownSuccession {
    subjects::Succession succession;
    bool objected = false;  // by whichever side
};

struct SubjectView {
    Standing standing = Standing::Nothing;
    std::string name;  // of an organisation; of a person the name that was given
    std::string code;  // empty for a person
    std::string state;
    bool listed_today = false;  // by a listing in force, and not held, that this reader may see
    std::vector<ShownListing> listings;
    std::vector<ShownRecord> records;
    std::vector<ShownCommitment> commitments;
    std::vector<measures::RestraintOrder> orders;  // in force; for authorities alone
    std::vector<ShownNaming> namings = {};         // of a person; not for the public
    // Mergers and splits of an organisation; the public is shown none that was annulled.
    std::vector<ShownSuccession> successions;
};

struct ViewRequest {
    identity::SubjectKey subject;
    std::string_view name = {};  // a person is shown to nobody without it
    Viewer viewer = Viewer::Public;
    Date day{};
};

// Errors are those of the store, and InvalidInput where a row cannot be read.
Result<SubjectView> view_subject(sql::Session& session, const catalogue::Catalogue& catalogue,
                                 const law::Library& law, const ViewRequest& request);

}  // namespace credit::publicity
