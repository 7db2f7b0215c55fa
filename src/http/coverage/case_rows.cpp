#include "http/coverage/case_rows.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "coverage/report_cases.h"
#include "desk/desk.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "foundation/text.h"
#include "http/checks/subject_table.h"
#include "http/context.h"
#include "http/json.h"
#include "http/message.h"
#include "http/wire/spool.h"
#include "identity/identifier.h"
#include "identity/scheme.h"
#include "lookups/blocks/lookup_block.h"
#include "lookups/lookup.h"
#include "lookups/lookup_register.h"
#include "publicity/leak_detector.h"
#include "sheets/reader.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "subjects/identifiers.h"
#include "subjects/name_match.h"
#include "subjects/subject_register.h"

namespace credit::http {
namespace {

// As it was sent.
struct Sent {
    std::string_view matter;
    std::string_view case_number;
    std::string_view identifier;
    std::string_view name;  // empty where none was given
    std::string_view decided_on;
};

std::string text_of(const JsonObject& object, std::string_view name) {
    const auto text = read_optional_text(object, name);
    return text ? text->value_or("") : std::string();
}

std::optional<Date> day_in(std::string_view text) {
    const auto day = calendar::parse_typed_date(text);
    return day ? std::optional(*day) : std::nullopt;
}

class Rows {
public:
    // The look-ups are those of the moment.
    Rows(const Request& request, Context& context, sql::Session& store, sql::Session& lookups)
        : request_(request),
          desk_(context.desk),
          store_(store),
          lookups_(lookups),
          today_(day_of(request.received_at)) {}

    Result<void> add(std::vector<coverage::CaseRow>& cases, const Sent& sent) {
        // A number that tells a person would stand in the register under no key.
        if (publicity::tells_resident_number(sent.case_number, today_)) {
            return fail(ErrorCode::Refused, "publicity.person_in_reason");
        }
        coverage::CaseRow row{.matter = std::string(sent.matter),
                              .case_number = std::string(sent.case_number),
                              .subject_key = TRY(key_of(sent)),
                              .decided_on = day_in(sent.decided_on)};
        if (!row.subject_key.empty() && !row.case_number.empty()) row.seen = TRY(seen(row));
        cases.push_back(std::move(row));
        return {};
    }

    Result<void> add(std::vector<coverage::CountRow>& counts, const JsonObject& object) {
        coverage::CountRow row{.matter = text_of(object, "matter"),
                               .counted_on = day_in(text_of(object, "day")),
                               .organisations = TRY(read_integer(object, "organisations"))};
        if (row.counted_on) row.looked_up = TRY(cases_looked_up(row.matter, *row.counted_on));
        counts.push_back(std::move(row));
        return {};
    }

private:
    // Empty where it names nobody. A number of fifteen digits may have the form of a registration
    // and of a resident: it is whichever leads to somebody.
    Result<std::string> key_of(const Sent& sent) {
        const auto reading = desk_.identifiers().reading(today_);
        const auto parsed = identity::parse_identifier(sent.identifier, reading);
        if (parsed) return key_under(*parsed, sent);
        if (parsed.error().grounds.front().word != "identity.scheme_needed") return std::string();
        std::string key;
        for (const auto scheme :
             {identity::Scheme::RegistrationNumber, identity::Scheme::OldResidentIdentity}) {
            const auto read = identity::parse_as(scheme, sent.identifier, reading);
            if (!read) continue;
            auto found = TRY(key_under(*read, sent));
            if (!found.empty() && !key.empty()) return std::string();
            if (!found.empty()) key = std::move(found);
        }
        return key;
    }

    // An old number names whose alias it was on the day of the case; a resident's of fifteen digits
    // nobody without the name (decision 0229).
    Result<std::string> key_under(const identity::Identifier& identifier, const Sent& sent) {
        const Date day = day_in(sent.decided_on).value_or(today_);
        const auto found = TRY(desk_.identifiers().resolve(store_, identifier, day));
        if (!found) return std::string();
        if (found->path == subjects::Path::Converted) {
            subjects::SubjectRegister known(store_);
            const auto match = TRY(known.match(found->key, sent.name, day));
            if (match != subjects::Match::Confirmed) return std::string();
        }
        return std::string(found->key.text());
    }

    bool is_own(std::string_view authority) const {
        return desk_.catalogue().authorities.succeeds(request_.caller.authority, authority);
    }

    Result<std::optional<coverage::Seen>> seen(const coverage::CaseRow& row) {
        lookups::LookupRegister kept(lookups_);
        for (const auto& lookup : TRY(kept.in_case(row.subject_key, row.case_number))) {
            if (!is_own(lookup.authority)) continue;
            return coverage::Seen{.lookup_id = lookup.id, .looked_on = day_of(lookup.looked_at)};
        }
        return std::nullopt;
    }

    // Of organisations; a case in which the register was asked twice is one.
    Result<std::int64_t> cases_looked_up(std::string_view matter, Date day) {
        constexpr std::size_t page_size = 1000;
        std::set<std::pair<std::string, std::string>> cases;
        lookups::Span span{
            .before = {}, .from = start_of(day), .until = start_of(day + std::chrono::days{1})};
        lookups::LookupRegister kept(lookups_);
        for (;;) {
            const auto page = TRY(kept.by_authority(request_.caller.authority, span, page_size));
            for (const auto& each : page.lookups) {
                const auto& lookup = each.lookup;
                if (each.batch || lookup.reason.matter != matter) continue;
                if (!lookup.subject_key.starts_with('O')) continue;
                if (lookup.subject_key.starts_with("O92")) continue;
                cases.emplace(lookup.subject_key, lookup.reason.case_number);
            }
            if (page.next.empty()) break;
            span.before = page.next;
        }
        return static_cast<std::int64_t>(cases.size());
    }

    const Request& request_;
    desk::Desk& desk_;
    sql::Session& store_;
    sql::Session& lookups_;
    Date today_;
};

const JsonObject* object_in(const Json& value) {
    return value.is_object() ? &value.get_object() : nullptr;
}

std::unexpected<Error> wrong_type(std::string_view where) {
    return fail(ErrorCode::InvalidInput, "json.wrong_type", {std::string(where)});
}

Result<void> add_cases(coverage::Report& report, Rows& rows, const JsonObject& body) {
    if (!body.contains("cases")) return {};
    for (const auto& each : *TRY(read_array(body, "cases"))) {
        const auto* const object = object_in(each);
        if (object == nullptr) return wrong_type("cases");
        TRY(refuse_unknown(*object, {"matter", "case", "identifier", "name", "decided_on"}));
        const auto matter = text_of(*object, "matter");
        const auto number = text_of(*object, "case");
        const auto identifier = text_of(*object, "identifier");
        const auto name = text_of(*object, "name");
        const auto decided_on = text_of(*object, "decided_on");
        TRY(rows.add(report.cases, {.matter = matter,
                                    .case_number = number,
                                    .identifier = identifier,
                                    .name = name,
                                    .decided_on = decided_on}));
    }
    return {};
}

Result<void> add_counts(coverage::Report& report, Rows& rows, const JsonObject& body) {
    if (!body.contains("counts")) return {};
    for (const auto& each : *TRY(read_array(body, "counts"))) {
        const auto* const object = object_in(each);
        if (object == nullptr) return wrong_type("counts");
        TRY(refuse_unknown(*object, {"matter", "day", "organisations"}));
        TRY(rows.add(report.counts, *object));
    }
    return {};
}

// In either language.
struct Column {
    std::string_view name;
    std::string_view zh;
    bool needed = true;
};
constexpr std::array<Column, 5> columns{{{.name = "matter", .zh = "事项"},
                                         {.name = "case", .zh = "办件编号"},
                                         {.name = "identifier", .zh = "标识"},
                                         {.name = "decided_on", .zh = "办结日期"},
                                         {.name = "name", .zh = "名称", .needed = false}}};
using Places = std::array<std::size_t, columns.size()>;

Result<Places> places_in(const sheets::SheetRow& header) {
    Places places{};
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const auto found = std::ranges::find_if(header.cells, [&](const std::string& cell) {
            const auto name = text::trim(cell);
            return name == columns.at(at).name || name == columns.at(at).zh;
        });
        if (found == header.cells.end() && columns.at(at).needed) {
            return fail(ErrorCode::InvalidInput, "coverage.column_missing",
                        {std::string(columns.at(at).name)});
        }
        // Past the end of every row where it is missing.
        const bool there = found != header.cells.end();
        places.at(at) =
            there ? static_cast<std::size_t>(found - header.cells.begin()) : std::string_view::npos;
    }
    return places;
}

}  // namespace

Result<coverage::Report> read_report(const Request& request, Context& context) {
    const auto body = TRY(read_body(request, {"cases", "counts"}));
    auto store = TRY(context.desk.pool().lease(sql::Access::Read));
    auto settled = TRY(lookups::lease_settled(context.lookup_pools));
    Rows rows(request, context, *store, *settled);
    coverage::Report report;
    TRY(add_cases(report, rows, body));
    TRY(add_counts(report, rows, body));
    return report;
}

Result<coverage::Report> read_report_table(const Request& request, Context& context) {
    if (request.file == nullptr) return fail(ErrorCode::InvalidInput, "records.file_empty");
    const auto reader = TRY(sheets::Reader::open(request.file->path()));
    const auto* const header = TRY(reader->next());
    if (header == nullptr) return fail(ErrorCode::InvalidInput, "records.file_empty");
    const auto places = TRY(places_in(*header));
    auto store = TRY(context.desk.pool().lease(sql::Access::Read));
    auto settled = TRY(lookups::lease_settled(context.lookup_pools));
    Rows rows(request, context, *store, *settled);
    coverage::Report report;
    for (const auto* row = TRY(reader->next()); row != nullptr; row = TRY(reader->next())) {
        TRY(rows.add(report.cases, {.matter = cell_at(*row, places[0]),
                                    .case_number = cell_at(*row, places[1]),
                                    .identifier = cell_at(*row, places[2]),
                                    .name = cell_at(*row, places[4]),
                                    .decided_on = cell_at(*row, places[3])}));
        if (report.cases.size() > coverage::rows_max) break;  // the report refuses it
    }
    return report;
}

}  // namespace credit::http
