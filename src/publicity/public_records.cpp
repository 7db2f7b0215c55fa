#include "publicity/public_records.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/catalogue.h"
#include "foundation/result.h"
#include "identity/subject_key.h"
#include "identity/subject_kind.h"
#include "law/library.h"
#include "publicity/exposure.h"
#include "publicity/public_records.sql.h"
#include "publicity/shown_record.h"
#include "publicity/subject_view.h"
#include "records/record_row.h"
#include "sql/session.h"
#include "subjects/subject.h"

namespace credit::publicity {
namespace {

constexpr std::size_t kind_of_subject = 20;  // column; before it those of a record
constexpr std::size_t name_of_subject = 21;

class Page {
public:
    Page(sql::Session& session, const catalogue::Catalogue& catalogue, const law::Library& law,
         const RecordsQuery& query)
        : session_(session), catalogue_(catalogue), law_(law), query_(query) {}

    Result<std::vector<RecordsOf>> read(std::string_view last) {
        std::set<std::string, std::less<>> apart;
        for (const auto& row :
             TRY(session_.query(statements::looked_at_between, {query_.after, last}))) {
            apart.insert(row.text(0));
        }
        const auto rows = TRY(
            session_.query(statements::current_records_between, {query_.after, last, query_.kind}));
        for (auto row = rows.begin(); row != rows.end();) {
            const auto key = TRY(identity::SubjectKey::parse(row->text(0)));
            const auto end = std::find_if(row, rows.end(), [&](const sql::Row& other) {
                return other.text(0) != key.text();
            });
            organisations_.push_back(apart.contains(key.text()) ? TRY(as_on_its_page(key))
                                                                : TRY(together(key, {row, end})));
            row = end;
        }
        return std::move(organisations_);
    }

private:
    Result<RecordsOf> as_on_its_page(const identity::SubjectKey& key) const {
        auto view =
            TRY(view_subject(session_, catalogue_, law_, {.subject = key, .day = query_.day}));
        std::erase_if(view.records,
                      [&](const ShownRecord& record) { return record.kind != query_.kind; });
        return RecordsOf{.name = std::move(view.name),
                         .code = std::move(view.code),
                         .records = std::move(view.records)};
    }

    Result<RecordsOf> together(const identity::SubjectKey& key,
                               std::span<const sql::Row> rows) const {
        const auto kind = identity::subject_kind_of(rows.front().text(kind_of_subject));
        if (!kind) return fail(ErrorCode::InvalidInput, "subjects.unknown_kind");
        const RecordReading reading{.catalogue = catalogue_,
                                    .law = law_,
                                    .category = subjects::category_of(*kind),
                                    .for_public = true,
                                    .day = query_.day,
                                    .reviews = nullptr};
        RecordsOf found{.name = rows.front().text(name_of_subject),
                        .code = std::string(key.code()),
                        .records = {}};
        for (const auto& row : rows) {
            auto shown = TRY(show_record(records::record_in(row), reading));
            // Such a record is shown as widely as the listing that stands for it.
            if (shown.listing) return as_on_its_page(key);
            if (shown.exposure.on(query_.day) != Range::Public) continue;
            found.records.push_back(std::move(shown));
        }
        return found;
    }

    sql::Session& session_;
    const catalogue::Catalogue& catalogue_;
    const law::Library& law_;
    const RecordsQuery& query_;
    std::vector<RecordsOf> organisations_;
};

}  // namespace

Result<RecordsPage> public_records(sql::Session& session, const catalogue::Catalogue& catalogue,
                                   const law::Library& law, const RecordsQuery& query) {
    const auto keys = TRY(session.query(statements::organisations_with_records,
                                        {query.after, query.limit, query.kind}));
    if (keys.empty()) return RecordsPage{};
    const auto last = keys.back().text(0);
    const bool more = std::cmp_equal(keys.size(), query.limit);
    return RecordsPage{.organisations = TRY(Page(session, catalogue, law, query).read(last)),
                       .next = more ? last : std::string()};
}

}  // namespace credit::publicity
