#include "pages/data/bulk.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "catalogue/record_kind.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "ledger/act_store.h"
#include "pages/data/data_page.h"
#include "pages/html/place.h"
#include "pages/portal.sql.h"
#include "publicity/exposure.h"
#include "publicity/subject_view.h"
#include "records/accept_submission.h"
#include "sheets/csv_writer.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "sql/value.h"

namespace credit::pages {
namespace {

constexpr std::int64_t subjects_at_once = 500;

std::string through_of(const publicity::Exposure& exposure) {
    return exposure.through ? calendar::to_text(*exposure.through) : std::string();
}

class Writing {
public:
    Writing(const Place& place, const DataFile& file, sheets::CsvWriter& csv)
        : place_(place), file_(file), csv_(csv) {}

    Result<void> write(const publicity::SubjectView& view) {
        if (file_.kind.empty()) return write_listings(view);
        for (const auto& record : view.records) {
            if (record.kind != file_.kind) continue;
            std::vector<std::string> cells{record.record_id,
                                           view.name,
                                           view.code,
                                           record.authority_zh,
                                           record.document_number,
                                           calendar::to_text(record.decided_on),
                                           calendar::to_text(record.exposure.from),
                                           through_of(record.exposure)};
            add_columns(cells, record);
            cells.push_back(calendar::to_text(place_.day));
            // sd-social-credit-regulation-2020 art. 39: while it is verified it bears the mark.
            cells.emplace_back(record.objected ? "yes" : "no");
            TRY(csv_.write_row(cells));
        }
        return {};
    }

private:
    Result<void> write_listings(const publicity::SubjectView& view) {
        for (const auto& listing : view.listings) {
            TRY(csv_.write_row(std::vector<std::string>{
                listing.listing_id, view.name, view.code, listing.authority_zh,
                listing.document_number, "", calendar::to_text(listing.exposure.from),
                through_of(listing.exposure), listing.standard, listing.colour, listing.ground_zh,
                calendar::to_text(place_.day)}));
        }
        return {};
    }

    // In the order of the header; what another version of the table had besides is left out.
    void add_columns(std::vector<std::string>& cells, const publicity::ShownRecord& record) const {
        const auto kind = place_.catalogue.kinds.find(file_.kind, place_.day);
        if (!kind) return;
        for (const auto& column : (*kind)->columns) {
            if (column.visibility != catalogue::Visibility::Public) continue;
            const auto found =
                std::ranges::find(record.columns, column.code, &publicity::ShownColumn::code);
            cells.push_back(found == record.columns.end() ? std::string() : found->value);
        }
    }

    const Place& place_;
    const DataFile& file_;
    sheets::CsvWriter& csv_;
};

// The next that may have a row in the file; most organisations have none.
Result<std::vector<sql::Row>> organisations_in(sql::Session& session, const DataFile& file,
                                               const std::string& after) {
    if (file.kind.empty()) {
        return session.query(statements::listed_organisations_after, {after, subjects_at_once});
    }
    return session.query(statements::recorded_organisations_after,
                         {after, subjects_at_once, file.kind});
}

}  // namespace

Result<void> write_bulk(sql::Session& session, const Place& place, const DataFile& file,
                        const std::filesystem::path& path) {
    auto csv = TRY(sheets::CsvWriter::create(path));
    TRY(csv.write_row(header_of(place, file)));
    Writing writing(place, file, csv);
    std::string after = "O";
    while (true) {
        const auto rows = TRY(organisations_in(session, file, after));
        for (const auto& row : rows) {
            const auto key = TRY(identity::SubjectKey::parse(row.text(0)));
            const auto view = TRY(publicity::view_subject(session, place.catalogue, place.law,
                                                          {.subject = key, .day = place.day}));
            TRY(writing.write(view));
        }
        if (rows.size() < static_cast<std::size_t>(subjects_at_once)) return csv.finish();
        after = rows.back().text(0);
    }
}

BulkFile::~BulkFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

Result<std::shared_ptr<const BulkFile>> KeptBulk::of(sql::Pool& pool, const Place& place,
                                                     const DataFile& file,
                                                     const std::filesystem::path& new_path) {
    const std::scoped_lock lock(mutex_);
    auto lease = TRY(pool.lease(sql::Access::Read));
    auto reading = TRY(sql::Transaction::begin_reading(*lease));
    const auto acts = TRY(ledger::committed_acts(*lease));
    auto& kept = kept_[file.name];
    if (kept.file != nullptr && kept.day == place.day && kept.acts == acts && !kept.rows_to_come) {
        return kept.file;
    }
    const bool rows_to_come = TRY(records::are_rows_to_come(*lease));
    TRY(write_bulk(*lease, place, file, new_path));
    kept = {.day = place.day,
            .acts = acts,
            .rows_to_come = rows_to_come,
            .file = std::make_shared<const BulkFile>(new_path)};
    return kept.file;
}

}  // namespace credit::pages
