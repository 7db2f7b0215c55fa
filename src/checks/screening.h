// Screening (批量核查): many subjects at one matter, one answer a line, one sealed look-up record.
//
// Each line says what is in force and what follows, as a check does, but without words; nobody is
// refused by it. A line whose identifier cannot be read says so and is not among those looked at.

#pragma once

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
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "subjects/identifiers.h"

namespace credit::checks {

class Stayed;

// The columns of every answer, in their order.
inline constexpr std::string_view screening_header =
    "identifier,subject,in_force,effects,measures\r\n";

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
    // Index and identifiers must outlive it.
    Screening(const Index& index, std::shared_ptr<const DutyTable> duties,
              const subjects::Identifiers& identifiers, At at)
        : index_(index),
          duties_(std::move(duties)),
          identifiers_(identifiers),
          at_(std::move(at)) {}

    // Appends the line of one identifier as it was given. The subject's key, when it has one.
    std::optional<identity::SubjectKey> append_line(std::string& out, std::string_view given);

    // None for what names nobody by itself.
    std::optional<identity::SubjectKey> key_of(std::string_view given) const;
    // What follows at the matter on that day; of what is on hold or stayed, nothing.
    std::vector<Following> following(const identity::SubjectKey& subject);

    std::int64_t hits() const { return hits_; }

private:
    void add_following(std::vector<Following>& all, const Effect& effect,
                       catalogue::SubjectCategory category, const Stayed& stayed) const;
    void append_effects(std::string& out, const Entry* entry, const Entry* asking);

    const Index& index_;
    std::shared_ptr<const DutyTable> duties_;
    const subjects::Identifiers& identifiers_;
    At at_;
    std::int64_t hits_ = 0;
};

}  // namespace credit::checks
