#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "demo/table.h"
#include "foundation/check.h"
#include "foundation/json.h"
#include "foundation/text.h"
#include "http/message.h"
#include "http/wire/spool.h"
#include "tests/scenarios/runner/scenario.h"
#include "tests/scenarios/runner/stage.h"
#include "tests/scenarios/runner/verbs.h"

namespace credit::scenarios {
namespace {

using catalogue::ColumnRole;

std::optional<ColumnRole> role_named(const catalogue::RecordKind& kind, std::string_view name) {
    for (const auto& column : kind.columns) {
        if (catalogue::name_of(column.role) == name) return column.role;
    }
    return std::nullopt;
}

// "mistyped" stands for the right number with another last character.
std::string mistyped(std::string number) {
    number.back() = number.back() == '1' ? '2' : '1';
    return number;
}

// As identity cards of the first generation had it: no century, no check.
std::string fifteen_digits(const std::string& number) {
    CHECK(number.size() == 18);
    return number.substr(0, 6) + number.substr(8, 9);
}

std::string full_width(std::string_view text) {
    std::string wide;
    for (const char character : text) {
        text::append(wide, static_cast<char32_t>(character - '!' + U'！'));
    }
    return wide;
}

// What a scenario says instead of an identifier or a time with a space in it.
std::string written(const std::string& value, const std::string& identifier) {
    if (value == "mistyped") return mistyped(identifier);
    if (value == "its_number") return identifier;
    if (value == "fifteen_digits") return fifteen_digits(identifier);
    if (value == "spaced") return identifier.substr(0, 8) + " " + identifier.substr(8);
    if (value == "quoted") return "'" + identifier;
    if (value == "full_width") return full_width(identifier);
    if (value.starts_with("wide:")) return full_width(value.substr(5));
    std::string spaced = value;
    std::ranges::replace(spaced, '_', ' ');
    return value.find(':') == std::string::npos ? value : spaced;
}

// With all that a listing decided elsewhere must carry.
demo::Values whole_listing(Date decided_on) {
    using std::chrono::days;
    return {{ColumnRole::State, "全部未履行"},
            {ColumnRole::ListStandard, "失信被执行人名单"},
            {ColumnRole::ListGround, "违反财产报告制度"},
            {ColumnRole::ListDocument, "示例失决〔2026〕1号"},
            {ColumnRole::NoticeOn, calendar::to_text(decided_on - days{20})},
            {ColumnRole::ServedOn, calendar::to_text(decided_on)},
            {ColumnRole::Remedy, "可以自收到决定书之日起十日内申请纠正"},
            {ColumnRole::EndsWhen, "期限届满"},
            {ColumnRole::ConductOn, calendar::to_text(decided_on - days{30})},
            {ColumnRole::ValidThrough, calendar::to_text(decided_on + days{365})}};
}

demo::Values defaults(std::string_view kind, Date decided_on) {
    const auto later = calendar::to_text(decided_on + std::chrono::days{365});
    if (kind == "registration") return {{ColumnRole::State, "存续"}};
    if (kind == "permit") {
        return {{ColumnRole::Category, "普通"},
                {ColumnRole::ValidFrom, calendar::to_text(decided_on)},
                {ColumnRole::ValidThrough, later},
                {ColumnRole::State, "1"}};
    }
    if (kind == "sector_reference") {
        return {{ColumnRole::Category, "会员惩戒"}, {ColumnRole::ValidThrough, later}};
    }
    if (kind == "penalty") {
        return {{ColumnRole::Category, "警告"}, {ColumnRole::ValidThrough, later}};
    }
    if (kind == "court_defaulter" || kind == "serious_dishonesty") {
        return whole_listing(decided_on);
    }
    return {};
}

// Courts file their own lists, associations what is for reference.
std::string office_for(std::string_view kind) {
    if (kind == "sector_reference") return "SD-ASN";
    return kind == "court_defaulter" ? "SD-COURT" : "SD-SAMR";
}

std::string role_for(std::string_view kind) {
    return kind == "sector_reference" ? "bank" : "clerk";
}

// Its representative with a number of his own; by=name: the name alone; by=fifteen_digits: his old
// number.
void represent(demo::Values& values, Stage& stage, const Arguments& row) {
    const auto& person = stage.subject(row.value_or("represented_by", ""), row);
    values[ColumnRole::RepresentativeName] = person.name;
    values[ColumnRole::RepresentativeRole] = "法定代表人";
    const auto by = row.value_or("by", "number");
    if (by == "name") return;
    values[ColumnRole::RepresentativeDocumentType] = "身份证";
    values[ColumnRole::RepresentativeDocumentNumber] =
        by == "number" ? person.identifier : written(by, person.identifier);
}

void add_row(demo::Table& table, const catalogue::RecordKind& kind, Stage& stage, const Step& step,
             const Arguments& row) {
    const auto& subject = stage.subject(row.word(row.words.size() - 1), row);
    const auto* const authority =
        *stage.catalogue().authorities.find(row.value_or("authority", office_for(kind.id)));
    const auto decided_on =
        calendar::parse_date(row.value_or("decided_on", calendar::to_text(step.day)));
    CHECK(decided_on.has_value());
    auto values = defaults(kind.id, *decided_on);
    for (const auto& [key, value] : row.values) {
        const auto role = role_named(kind, key);
        if (!role) continue;
        values[*role] = written(value, subject.identifier);
    }
    if (row.has("represented_by")) represent(values, stage, row);
    const auto number = row.value_or("number", "1");
    table.add(subject, *authority, document_numbered(number), *decided_on, values);
}

// A further column with the same value in each row.
std::string with_column(const std::string& csv, const std::string& header) {
    std::string out;
    bool first = true;
    for (std::size_t at = 0; at < csv.size();) {
        const auto end = csv.find("\r\n", at);
        out += csv.substr(at, end - at) + "," + (first ? header : "示例") + "\r\n";
        first = false;
        at = end + 2;
    }
    return out;
}

std::string count(const JsonObject& report, std::string_view name) {
    const auto number = read_integer(report, name);
    return number ? std::to_string(*number) : "?";
}

// The areas of made-up persons belong to no region, and every row would say so.
void tell_warnings(std::string& text, const JsonObject& report) {
    const auto warnings = read_array(report, "warnings");
    if (!warnings) return;
    for (const auto& each : **warnings) {
        const auto& warning = each.as_object();
        const auto word = text_in(warning, "rule");
        if (word != "identity.area_unknown") {
            text += "; row " + count(warning, "row") + " warns " + word;
        }
    }
}

std::string told(const JsonObject& report, bool shown) {
    std::string text =
        "accepted " + count(report, "accepted") + " rejected " + count(report, "rejected");
    for (const std::string_view name : {"unchanged", "superseded", "quarantined"}) {
        const auto number = count(report, name);
        if (number != "0") text += " " + std::string(name) + " " + number;
    }
    const auto faults = read_array(report, "faults");
    if (!faults) return text;
    for (const auto& each : **faults) {
        const auto& fault = each.as_object();
        text += "; row " + count(fault, "row") + " " + text_in(fault, "rule");
        if (shown) text += " shows " + text_in(fault, "value");
    }
    tell_warnings(text, report);
    return text;
}

std::string send_file(Stage& stage, const Arguments& said, const std::string& csv) {
    const auto authority = said.value_or("as", office_for(said.word(0)));
    http::Request request;
    request.target = "/v1/submissions";
    if (said.value_or("partial", "") == "yes") request.target += "?partial=true";
    request.content_type = "text/csv";
    request.file = std::move(*http::Spool::create());
    CHECK(request.file->append(csv).has_value());
    const auto response =
        stage.send(std::move(request),
                   *access::parse_role(said.value_or("role", role_for(said.word(0)))), authority);
    const auto submission = text_in(body_of(response), "submission");
    if (!submission.empty()) stage.submissions.emplace_back(authority, submission);
    auto refusal = refusal_of(response);
    return refusal.empty() ? told(body_of(response), said.has("values")) : refusal;
}

}  // namespace

std::string document_numbered(std::string_view number) {
    return "示例〔2026〕" + std::string(number) + "号";
}

std::string submit(Stage& stage, const Step& step) {
    const auto& said = step.arguments;
    const auto as_of = calendar::parse_date(said.value_or("table_of", calendar::to_text(step.day)));
    CHECK(as_of.has_value());
    const auto kind = stage.catalogue().kinds.find(said.word(0), *as_of);
    if (!kind) return "no such kind on that day";
    demo::Table table(stage.catalogue(), **kind);
    if (said.words.size() > 1) add_row(table, **kind, stage, step, said);
    for (const auto& row : step.rows) add_row(table, **kind, stage, step, row);
    std::string csv = table.csv();
    if (said.has("column")) csv = with_column(csv, said.value_or("column", ""));
    return send_file(stage, said, csv);
}

// Organisations by their registration, persons by a permit that was given to them.
std::string register_subject(Stage& stage, const Step& step) {
    std::string outcomes;
    for (const auto& alias : step.arguments.words) {
        Step filing = step;
        const bool organised = alias.starts_with("company") || alias.starts_with("shop");
        filing.arguments.words = {organised ? "registration" : "permit", alias};
        const auto outcome = submit(stage, filing);
        if (outcome != "accepted 1 rejected 0") return alias + ": " + outcome;
        outcomes = "known";
    }
    return outcomes;
}

}  // namespace credit::scenarios
