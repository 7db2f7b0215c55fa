// Review of an honour (荣誉撤销的办理): a listing of serious dishonesty took force, and the
// authority that gave the subject an honour decides whether it stands.
//
// Each honour in force gets one review for each such listing. Nothing is withdrawn by itself: the
// authority that gave it withdraws it, or leaves it with reasons, within its clock. When the
// listing is over first, the review is over too.
//
// Law:     luzhengfa-2017-44 item 11 — honours of seriously dishonest firms, and of those who
//          answer for it, are withdrawn without delay
//          sd-social-credit-regulation-2020 art. 30 — honours may be withdrawn
// Reading: decision 0202: a duty to decide, not an effect; by the one that gave it; its clock

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::honours {

enum class State : std::uint8_t {
    Open,       // 待决定
    Withdrawn,  // 已撤销荣誉
    Kept,       // 不予撤销
    Lapsed,     // 列入先行终止
};

std::string_view name_of(State state);

struct HonourReview {
    std::string subject_key = {};
    std::string review_id = {};
    std::string honour_id = {};   // of the record by which the honour was filed
    std::string listing_id = {};  // that took force
    std::string listed_by = {};   // code of the authority that decided the listing
    std::string authority = {};   // code of the one that gave the honour
    State state = State::Open;
    Date opened_on{};
    Date due_on{};
    bool provisional = false;  // a day was counted into a year without a notice
    std::optional<Date> overdue_on = {};
    std::optional<Date> decided_on = {};
    std::string document_number = {};
    std::string reasons = {};
    std::string remedy = {};

    bool open() const { return state == State::Open; }
};

// As acts hold it.
JsonObject to_json(const HonourReview& review);
Result<HonourReview> read_review(const JsonObject& object);

}  // namespace credit::honours
