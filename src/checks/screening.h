// Screening (批量核查): many subjects at one matter, one answer a line, one sealed look-up record.
//
// Each line says what is in force and what follows, as a check does, but without words; nobody is
// refused by it. Where the file names its subjects, a name confirms as at the counter; of a subject
// that is not confirmed nothing is said. A line whose identifier cannot be read says so and why,
// and is not among those looked at.
//
// Law:     personal-information-protection-law-2021 art. 8 — nobody is taken for another
// Reading: decision 0240: what is not known is left empty, never "no"

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "catalogue/subject_category.h"
#include "checks/duty_table.h"
#include "checks/effect.h"
#include "checks/index.h"
#include "checks/names/current_names.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "identity/identifier.h"
#include "identity/subject_key.h"
#include "law/library.h"
#include "sql/pool.h"
#include "subjects/identifiers.h"
#include "subjects/name_match.h"

namespace credit::checks {

class Stayed;

// The columns of every answer, in their order.
inline constexpr std::string_view screening_header =
    "identifier,subject,in_force,effects,measures,rule,name\r\n";

// A line as it was given.
struct Asked {
    std::string_view identifier;
    std::optional<std::string_view> name = {};  // none where the file has no names
    std::string_view fault = {};                // the rule, where its cell lost what it held
};

// One duty or incentive that follows for a subject and is not held back.
struct Following {
    std::string item;     // the listing or order it follows from
    std::string measure;  // id in the catalogue
    std::string duty;     // as a check tells it, a JSON object
    bool incentive = false;
};

class Screening {
public:
    // At which matter, and who asks.
    struct At {
        std::string matter;
        std::string authority;
    };
    // What it reads from; all must outlive it.
    struct Sources {
        const Index& index;
        const subjects::Identifiers& identifiers;
        const CurrentNames& names;
        sql::Pool& pool;
    };
    Screening(const Sources& from, std::shared_ptr<const DutyTable> duties, At at)
        : index_(from.index),
          identifiers_(from.identifiers),
          names_(from.names),
          pool_(from.pool),
          duties_(std::move(duties)),
          at_(std::move(at)) {}

    // Appends its line. The subject's key, when it has one. Unavailable when an alias or a name
    // cannot be read.
    Result<std::optional<identity::SubjectKey>> append_line(std::string& out, const Asked& asked);

    // None for what names nobody by itself.
    std::optional<identity::SubjectKey> key_of(std::string_view given) const;
    // What follows at the matter on that day; of what is on hold or stayed, nothing.
    std::vector<Following> following(const identity::SubjectKey& subject);

    std::int64_t hits() const { return hits_; }
    // Lines whose identifier was not read.
    std::int64_t unread() const { return unread_; }

private:
    Result<sql::Session*> session();
    Result<std::optional<identity::SubjectKey>> resolve(const identity::Identifier& identifier);
    Result<subjects::Match> match(const identity::SubjectKey& subject, std::string_view name);
    Result<void> append_named(std::string& out, const identity::SubjectKey& subject,
                              std::string_view name);
    void append_unread(std::string& out, const Asked& asked, std::string_view rule);
    void add_following(std::vector<Following>& all, const Effect& effect,
                       catalogue::SubjectCategory category, const Stayed& stayed) const;
    void append_effects(std::string& out, std::string_view standing,
                        const identity::SubjectKey& subject);

    const Index& index_;
    const subjects::Identifiers& identifiers_;
    const CurrentNames& names_;
    sql::Pool& pool_;
    std::shared_ptr<const DutyTable> duties_;
    At at_;
    std::optional<sql::Lease> lease_;  // from the first line that needs the store
    std::int64_t hits_ = 0;
    std::int64_t unread_ = 0;
};

}  // namespace credit::checks
