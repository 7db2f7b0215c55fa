#include "erasure/erase_item.h"

#include <algorithm>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/occasion.h"
#include "access/permits.h"
#include "erasure/erasure.sql.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/library.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "lists/adopt_listing.h"
#include "lookups/correction.h"
#include "records/end_record.h"
#include "records/quarantine/review_quarantined.h"
#include "records/record.h"
#include "records/record_register.h"
#include "records/registration.h"
#include "sql/session.h"

namespace credit::erasure {
namespace {

bool is_article(const law::Library& law, const std::string& article) {
    const auto citation = law::parse_citation(article);
    return !citation.article.empty() && law.instrument(citation.instrument) != nullptr;
}

std::unexpected<Error> no_such(What what) {
    return fail(ErrorCode::NotFound,
                what == What::Record ? "records.no_such_record" : "files.no_such_file");
}

// Whoever was shown the record. A row that waits for an officer was shown to nobody.
Result<std::vector<lookups::Recipient>> told_of(const access::Occasion& occasion,
                                                std::string_view subject_key,
                                                const Erasure& erasure) {
    const auto record =
        records::RecordRegister(occasion.session).find(subject_key, erasure.item_id);
    if (!record && record.error().code == ErrorCode::NotFound) {
        return std::vector<lookups::Recipient>();
    }
    if (!record) return std::unexpected(record.error());
    return lookups::told_ended(occasion, erasure.reached, "erased", record->authority);
}

Result<ledger::Draft> draft_of(const access::Occasion& occasion, std::string_view subject_key,
                               const Erasure& erasure,
                               const std::vector<lookups::Recipient>& told) {
    JsonObject body{{"what", name_of(erasure.what)},
                    {"item", erasure.item_id},
                    {"article", erasure.article},
                    {"document_number", erasure.document_number},
                    {"reasons", erasure.reasons}};
    if (!told.empty()) {
        body["told"] = lookups::to_json(told);
        body["told_openly"] = lookups::told_openly(erasure.reached);
    }
    if (erasure.what == What::Record) {
        TRY(annul_hidden(occasion.session, subject_key, erasure.item_id, body));
    }
    return ledger::Draft{.kind = "erasure.erase_item",
                         .home_key = std::string(subject_key),
                         .occurred_on = occasion.day,
                         .body = to_text(body)};
}

Result<void> erase_record(sql::Session& session, const ledger::Act& act, const std::string& id,
                          std::vector<std::string> annuls) {
    const auto ending = records::to_json({.record_id = id,
                                          .as = records::Ending::Erased,
                                          .reason = "erasure " + act.id,
                                          .annuls = std::move(annuls)});
    if (TRY(session.find(statements::find_record, {act.home_key, id}))) {
        TRY(records::apply_ending(session, act, ending));
        TRY(lists::end_with_record(session, act, id));
    } else {
        TRY(records::apply_end_of_quarantined(session, act, ending));
    }
    TRY(session.execute(statements::empty_record, {act.home_key, id}));
    TRY(session.execute(statements::empty_quarantined, {act.home_key, id}));
    // What was known of the subject by this row alone goes with it.
    return records::derive_subject_again(session, act.home_key);
}

// The act that kept the file is named by the file; its body holds the key of the content.
Result<void> erase_evidence(sql::Session& session, const ledger::Act& act, const std::string& id) {
    const auto keeping_act = id.substr(0, id.rfind('-'));
    TRY(session.execute(statements::mark_body_erased, {act.home_key, keeping_act, act.id}));
    TRY(session.execute(statements::drop_body_key, {act.home_key, keeping_act}));
    TRY(session.execute(statements::drop_notice_home, {act.home_key, keeping_act}));
    TRY(session.execute(statements::drop_notice_unserved, {act.home_key, keeping_act}));
    TRY(session.execute(statements::drop_notice, {act.home_key, keeping_act}));
    TRY(session.execute(statements::drop_evidence, {act.home_key, id}));
    return {};
}

}  // namespace

std::string_view name_of(What what) {
    return what == What::Record ? "record" : "evidence";
}

Result<What> parse_what(std::string_view name) {
    if (name == "record") return What::Record;
    if (name == "evidence") return What::Evidence;
    return fail(ErrorCode::InvalidInput, "erasure.unknown_what");
}

Result<bool> stands(sql::Session& session, std::string_view subject_key, What what,
                    std::string_view item_id) {
    const auto row =
        what == What::Record
            ? TRY(session.find(statements::find_record_content, {subject_key, item_id}))
            : TRY(session.find(statements::find_evidence_content, {subject_key, item_id}));
    return row.has_value();
}

Result<ledger::Draft> erase_item(const access::Occasion& occasion, std::string_view subject_key,
                                 const Erasure& erasure) {
    TRY(access::authorise(occasion.principal, "erase_item", {}));
    Grounds grounds;
    require(grounds, is_article(occasion.law, erasure.article), "erasure.article_unknown");
    require(grounds, !erasure.document_number.empty(), "erasure.document_missing");
    require(grounds, !erasure.reasons.empty(), "erasure.reasons_missing");
    if (!grounds.empty()) return refuse(std::move(grounds));
    if (!TRY(stands(occasion.session, subject_key, erasure.what, erasure.item_id))) {
        return no_such(erasure.what);
    }
    const auto told = TRY(told_of(occasion, subject_key, erasure));
    return draft_of(occasion, subject_key, erasure, told);
}

Result<ledger::Draft> erase_again(const access::Occasion& occasion, std::string_view subject_key,
                                  What what, std::string_view item_id) {
    if (!TRY(stands(occasion.session, subject_key, what, item_id))) return no_such(what);
    return draft_of(occasion, subject_key,
                    {.what = what,
                     .item_id = std::string(item_id),
                     .article = "personal-information-protection-law-2021 art. 47",
                     .document_number = {},
                     .reasons = "restored from a backup after it was erased"},
                    {});
}

Result<void> annul_hidden(sql::Session& session, std::string_view subject_key,
                          std::string_view record_id, JsonObject& body) {
    const auto hidden = TRY(records::RecordRegister(session).hidden_of_row(subject_key, record_id));
    if (std::ranges::find(hidden, record_id) == hidden.end()) return {};
    body["annuls"] = JsonArray{record_id};
    return {};
}

Result<void> apply_erase_item(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto what_text = TRY(read_text(body, "what"));
    const auto what = TRY(parse_what(what_text));
    const auto item = TRY(read_text(body, "item"));
    TRY(session.execute(statements::insert_erasure, {act.home_key, item, name_of(what), act.id}));
    if (body.contains("told")) {
        const auto* const told = TRY(read_array(body, "told"));
        TRY(lookups::apply_told(session, act, item, *told));
    }
    if (what == What::Evidence) return erase_evidence(session, act, item);
    auto annuls =
        body.contains("annuls") ? TRY(read_texts(body, "annuls")) : std::vector<std::string>();
    return erase_record(session, act, item, std::move(annuls));
}

}  // namespace credit::erasure
