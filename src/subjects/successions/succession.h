// Succession (合并、分立): which organisations came of which others, on which day, by which
// document.
//
// It is history and nothing else: no listing, measure, honour or commitment of one side is one of
// the other by it. It is never changed; a wrong one is annulled by a further act.
//
// Law:     civil-code-2020 arts. 67, 68 — rights and duties after a merger or a split; how a legal
//          person ends
//          company-law-2023 arts. 218, 222 — mergers by absorption and by new formation; splits
// Reading: decision 0220: what passes by it, and what never does

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/subject_key.h"

namespace credit::subjects {

enum class SuccessionKind : std::uint8_t {
    Absorption,        // 吸收合并: one goes on, the others end in it
    NewFormation,      // 新设合并: all end in a new one
    SplitOff,          // 存续分立: one goes on beside the new ones
    DissolutionSplit,  // 解散分立: one ends in several new ones
};

std::string_view name_of(SuccessionKind kind);  // "absorption", "new_formation", …
// InvalidInput "subjects.unknown_succession_kind".
Result<SuccessionKind> parse_succession_kind(std::string_view name);

// How many sides there are to each kind, by its own definition.
bool sides_fit(SuccessionKind kind, std::size_t predecessors, std::size_t successors);

struct Side {
    identity::SubjectKey key;
    std::string name;  // as the document gives it

    bool operator==(const Side&) const = default;
};

struct Succession {
    std::string succession_id = {};
    SuccessionKind kind = SuccessionKind::Absorption;
    Date from_on{};
    std::string document_number = {};
    std::string authority = {};  // code of the one that registered it
    std::vector<Side> predecessors = {};
    std::vector<Side> successors = {};
    std::optional<Date> annulled_on = {};
    std::string annulled_by = {};  // number of the document
    std::string reasons = {};      // of the annulment

    bool is_predecessor(std::string_view subject_key) const;
    // Whether its predecessors end with it.
    bool ends_predecessors() const { return kind != SuccessionKind::SplitOff; }
    // Keys of all sides, in their order: the first is the one by which it is found.
    std::vector<std::string> keys() const;
};

// As acts hold it.
JsonObject to_json(const Succession& succession);
Result<Succession> read_succession(const JsonObject& object);

}  // namespace credit::subjects
