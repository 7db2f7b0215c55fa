// Tip (举报): what somebody without an account tells an authority of the dishonest conduct of an
// organisation.
//
// No record and no ground: it stands under the authority that handles it, and no folder that
// answers for a subject can see it (layers.txt). The register holds what the informant wrote as a
// sealed box alone; it knows the authority, the domain, the organisation where one was named, the
// days and the state. Neither the subject, nor whoever runs the register, nor a credit office is
// told that there is one.
//
// Law:     luzhengfa-2017-44 item 14 — the public tells of seriously dishonest conduct of
// companies;
//          who told is strictly kept secret
// Reading: decision 0212: of whom and of what, to whom, and what is sealed
//          decision 0211: the clocks

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace credit::tips {

enum class State : std::uint8_t {
    Filed,      // 已收到
    Accepted,   // 已受理
    Refused,    // 不予受理
    Concluded,  // 已办结
};

std::string_view name_of(State state);

struct Tip {
    std::string home_key = {};  // of the authority to which it was sealed
    std::string tip_id = {};
    std::string receipt = {};      // by which the informant follows it up
    std::string passphrase = {};   // as crypto::hash_password gives it
    std::string authority = {};    // code
    std::string domain = {};       // of catalogue::domains()
    std::string subject_key = {};  // of an organisation; empty where none was named
    std::string key_id = {};       // to which it was sealed
    std::string digest = {};       // the file of the box, as files::Evidence has it
    std::string sealed_key = {};   // of that file, in hexadecimal
    std::int64_t size = 0;
    State state = State::Filed;
    Date filed_on{};
    std::optional<Date> due_on = {};  // last day of the step that is awaited
    std::optional<Date> accepted_on = {};
    std::optional<Date> concluded_on = {};
    std::optional<Date> overdue_on = {};  // 逾期: when the authority was last late
    std::string ground = {};              // of a refusal: of is_ground()
    std::string elsewhere = {};           // code of the authority where to file it instead
    std::string finding = {};             // "confirmed", "not_confirmed"
    std::string document_number = {};
    std::string answer = {};  // to the informant, in words of the authority

    bool open() const { return state == State::Filed || state == State::Accepted; }
};

// As acts hold it.
JsonObject to_json(const Tip& tip);
Result<Tip> read_tip(const JsonObject& object);

// Why a tip is not taken up (不予受理的情形).
bool is_ground(std::string_view ground);

// Home key of what concerns an authority.
std::string home_of_authority(std::string_view authority);

}  // namespace credit::tips
