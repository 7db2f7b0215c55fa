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
#include "checks/duty_table.h"
#include "checks/index.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "subjects/identifiers.h"

namespace credit::checks {

// The columns of every answer, in their order.
inline constexpr std::string_view screening_header =
    "identifier,subject,in_force,effects,measures\r\n";

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

    std::int64_t hits() const { return hits_; }

private:
    void append_effects(std::string& out, const Entry* entry, const Entry* asking);

    const Index& index_;
    std::shared_ptr<const DutyTable> duties_;
    const subjects::Identifiers& identifiers_;
    At at_;
    std::int64_t hits_ = 0;
};

}  // namespace credit::checks
