#include "notices/notice.h"

#include <optional>
#include <string>
#include <string_view>

#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "notices/notice_kind.h"
#include "notices/notice_register.h"
#include "sql/session.h"

namespace credit::notices {
namespace {

bool is_subject(std::string_view home_key) {
    return home_key.starts_with('O') || home_key.starts_with('P');
}

// The listing, order, record or objection that the act is about; none where no notice is owed.
Result<std::optional<JsonObject>> object_of(const ledger::Act& act, const NoticeKind& kind) {
    auto body = TRY(parse_object(act.body));
    if (kind.object.empty()) return body;
    if (kind.if_any && !body.contains(kind.object)) return std::nullopt;
    auto object = *TRY(read_object(body, kind.object));
    if (!kind.unless.empty() && object.contains(kind.unless)) return std::nullopt;
    return object;
}

}  // namespace

Result<void> write(sql::Session& session, const ledger::Act& act, std::string_view word) {
    if (word.empty() || !is_subject(act.home_key)) return {};
    const NoticeKind& kind = kind_of(word);
    const auto object = TRY(object_of(act, kind));
    if (!object) return {};
    const auto about_id = TRY(read_text(*object, kind.id));
    return NoticeRegister(session).save({.subject_key = act.home_key,
                                         .notice_id = act.id + "-n",
                                         .act_id = act.id,
                                         .word = std::string(word),
                                         .about_id = about_id,
                                         .authority = act.on_behalf_of,
                                         .made_at = act.recorded_at,
                                         .needs_proof = kind.serving != Serving::Told,
                                         .urgent = kind.haste == Haste::Urgent});
}

}  // namespace credit::notices
