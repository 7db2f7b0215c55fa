#include "records/record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/bytes.h"
#include "foundation/crypto.h"

namespace credit::records {
namespace {

// Each part led by its length, so that no two rows share an encoding.
void append_part(std::string& text, std::string_view part) {
    text += std::to_string(part.size());
    text += ':';
    text += part;
}

}  // namespace

std::string record_id_of(std::string_view submission_id, std::int64_t row_number) {
    return std::string(submission_id) + "-" + std::to_string(row_number);
}

std::string row_key_of(const crypto::Key& key, const RowName& row) {
    std::string text;
    for (const auto part : {row.kind, row.authority, row.document_number}) append_part(text, part);
    const auto digest = crypto::hmac_sha256(key, bytes_of(text));
    return to_base32(BytesView(digest).first(16));
}

crypto::Digest digest_of(const crypto::Key& key, const Record& record) {
    std::string text;
    text.reserve(record.body.size() + 256);
    for (const std::string_view part :
         {std::string_view(record.kind), std::string_view(record.version),
          std::string_view(record.authority), std::string_view(record.subject_key),
          std::string_view(record.subject_name), std::string_view(record.body)}) {
        append_part(text, part);
    }
    return crypto::hmac_sha256(key, bytes_of(text));
}

std::string leaf_of(const Record& record, std::string_view waits) {
    std::string text;
    text.reserve(256);
    text += text_of(BytesView(record.digest));
    for (const std::string_view part :
         {std::string_view(record.record_id), std::string_view(record.row_key),
          std::string_view(record.subject_kind), waits}) {
        append_part(text, part);
    }
    for (const auto& day :
         {std::optional(record.decided_on), record.conduct_on, record.valid_through,
          std::optional(record.reported_on), std::optional(record.due_on)}) {
        if (day) text += std::to_string(day->time_since_epoch().count());
        text += ';';
    }
    text += record.due_provisional ? '1' : '0';
    text += record.reference_only ? '1' : '0';
    return text;
}

std::string_view name_of(Ending ending) {
    switch (ending) {
        case Ending::Superseded:
            return "superseded";
        case Ending::Withdrawn:
            return "withdrawn";
        case Ending::Corrected:
            return "corrected";
        case Ending::Repaired:
            return "repaired";
        case Ending::Erased:
            return "erased";
        case Ending::Refused:
            return "refused";
    }
    std::unreachable();
}

}  // namespace credit::records
