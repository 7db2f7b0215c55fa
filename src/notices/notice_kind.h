// Kinds of notices (通知种类): what a step that touches a subject owes it, by the word it is told
// in.
//
// Which act owes which word is said beside its effects (desk/effects.cpp).
//
// Law: guobanfa-2020-49 — the subject is told cause, basis, measures, the way out and its remedies
//      guobanfa-2025-22 — the repair notice goes with the decision (两书同达)

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace credit::notices {

// Whether what hangs on it holds only once it was served and proved (送达).
enum class Serving : std::uint8_t {
    Told,         // nothing hangs on it
    ToBeServed,   // its service is recorded as such
    ToBeReached,  // likewise, and its reading in the account is enough
    OwnStep,      // served by a step of the thing itself, which waits for it
};

// Urgent ones are sent ahead of the others: what opens a period, and what ends or corrects.
enum class Haste : std::uint8_t { Ordinary, Urgent };

struct NoticeKind {
    std::string_view word;    // in words/notices.toml: "notices.listing_decided"
    std::string_view object;  // of the act's body that it is about: "listing"
    std::string_view id;      // member of that object: "listing"
    Serving serving = Serving::Told;
    Haste haste = Haste::Ordinary;
    std::string_view unless = {};  // member of the object with which no notice is owed
    bool if_any = false;           // owed only where the act has the object
};

// Sorted by word.
std::span<const NoticeKind> notice_kinds();

// Stops the process for a word that no release ever knew.
const NoticeKind& kind_of(std::string_view word);

}  // namespace credit::notices
