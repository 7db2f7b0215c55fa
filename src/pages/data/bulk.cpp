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
#include <utility>
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
#include "publicity/public_records.h"
#include "publicity/subject_view.h"
#include "records/spread/spread_rows.h"
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

    Result<void> write(const publicity::RecordsOf& organisation) {
        for (const auto& record : organisation.records) {
            std::vector<std::string> cells{record.record_id,
                                           organisation.name,
                                           organisation.code,
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

private:
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

Result<void> write_records(Writing& writing, sql::Session& session, const Place& place,
                           std::string_view kind) {
    std::string after = "O";
    while (!after.empty()) {
        auto page = TRY(publicity::public_records(
            session, place.catalogue, place.law,
            {.kind = kind, .after = after, .limit = subjects_at_once, .day = place.day}));
        for (const auto& organisation : page.organisations) TRY(writing.write(organisation));
        after = std::move(page.next);
    }
    return {};
}

// Most organisations are on no list.
Result<void> write_listings(Writing& writing, sql::Session& session, const Place& place) {
    std::string after = "O";
    while (true) {
        const auto rows =
            TRY(session.query(statements::listed_organisations_after, {after, subjects_at_once}));
        for (const auto& row : rows) {
            const auto key = TRY(identity::SubjectKey::parse(row.text(0)));
            const auto view = TRY(publicity::view_subject(session, place.catalogue, place.law,
                                                          {.subject = key, .day = place.day}));
            TRY(writing.write_listings(view));
        }
        if (rows.size() < static_cast<std::size_t>(subjects_at_once)) return {};
        after = rows.back().text(0);
    }
}

}  // namespace

Result<void> write_bulk(sql::Session& session, const Place& place, const DataFile& file,
                        const std::filesystem::path& path) {
    auto csv = TRY(sheets::CsvWriter::create(path));
    TRY(csv.write_row(header_of(place, file)));
    Writing writing(place, file, csv);
    if (file.kind.empty()) {
        TRY(write_listings(writing, session, place));
    } else {
        TRY(write_records(writing, session, place, file.kind));
    }
    return csv.finish();
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
