// Reads law/standards.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/period.h"
#include "catalogue/duties/basis.h"
#include "catalogue/duties/domain.h"
#include "catalogue/duties/list_standard.h"
#include "catalogue/duties/term.h"
#include "catalogue/offices/region.h"
#include "catalogue/spelling.h"
#include "catalogue/subject_category.h"
#include "catalogue/validity.h"
#include "foundation/result.h"
#include "law/library.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

constexpr Spellings<Colour, 2> colours{{{Colour::Red, "red"}, {Colour::Black, "black"}}};

constexpr Spellings<Effective, 3> effects{{
    {Effective::OnService, "on_service"},
    {Effective::OnMaking, "on_making"},
    {Effective::AfterPublicity, "after_publicity"},
}};

constexpr Spellings<PublicityRange, 3> ranges{{
    {PublicityRange::Public, "public"},
    {PublicityRange::Shared, "shared"},
    {PublicityRange::Closed, "closed"},
}};

Result<std::vector<SubjectCategory>> read_subjects(const law::TomlTable& row) {
    std::vector<SubjectCategory> subjects;
    for (const auto& text : TRY(row.texts("subjects"))) {
        subjects.push_back(TRY(parse_subject_category(text)));
    }
    return subjects;
}

Result<ListGround> read_ground(const law::TomlTable& row, const law::Library& library) {
    TRY(row.refuse_unknown({"code", "zh", "en", "finding", "finding_zh", "finding_en", "term"}));
    ListGround ground{
        .code = TRY(row.text("code")),
        .zh = TRY(row.text("zh")),
        .en = TRY(row.text("en")),
        .finding = TRY(row.text_or("finding", "")),
        .finding_zh = TRY(row.text_or("finding_zh", "")),
        .finding_en = TRY(row.text_or("finding_en", "")),
    };
    if (row.contains("term")) {
        const auto* term = TRY(row.table("term"));
        ground.term = TRY(read_term(*term, library));
    }
    return ground;
}

Result<NoticeRule> read_notice(const law::TomlTable& row, const law::Library& library) {
    NoticeRule notice{.zh = TRY(row.text_or("notice_zh", "")),
                      .en = TRY(row.text_or("notice_en", ""))};
    if (!row.contains("notice")) return notice;
    const auto* table = TRY(row.table("notice"));
    TRY(table->refuse_unknown({"required", "window", "hearing", "exemptions"}));
    notice.required = TRY(table->flag_or("required", true));
    notice.hearing = TRY(table->flag_or("hearing", false));
    notice.exemptions = TRY(table->texts("exemptions"));
    notice.window =
        TRY(read_optional_length(*table, "window", library)).value_or(calendar::Period{});
    return notice;
}

Result<ListPublicity> read_publicity(const law::TomlTable& row) {
    TRY(row.refuse_unknown({"subject", "range", "fields", "instrument", "article"}));
    const auto subject = TRY(row.text("subject"));
    ListPublicity publicity{
        .category = TRY(parse_subject_category(subject)),
        .range = TRY(read_word(row, "range", ranges, "")),
        .fields = TRY(row.texts("fields")),
    };
    if (row.contains("instrument")) publicity.basis = TRY(read_basis(row));
    // sd-social-credit-regulation-2020 art. 20: persons are not public unless the State provides.
    if (publicity.range == PublicityRange::Public &&
        publicity.category != SubjectCategory::Organisation && publicity.basis.instrument.empty()) {
        return row.fault("catalogue.person_public_without_basis", subject);
    }
    return publicity;
}

Result<void> read_way_in(const law::TomlTable& row, const law::Library& library,
                         ListStandard& standard) {
    standard.functions = TRY(row.texts("functions"));
    standard.lowest_level = TRY(read_region_level(row, "lowest_level"));
    standard.consent_of_upper_level = TRY(row.flag_or("consent_of_upper_level", false));
    standard.subjects = TRY(read_subjects(row));
    for (const law::TomlTable* ground : TRY(row.tables("ground"))) {
        standard.grounds.push_back(TRY(read_ground(*ground, library)));
    }
    standard.notice = TRY(read_notice(row, library));
    standard.documents = TRY(row.texts("documents"));
    standard.effective = TRY(read_word(row, "effective", effects, "on_service"));
    standard.publicity_before_effect =
        TRY(read_optional_length(row, "publicity_before_effect", library));
    standard.publicity_from_first_of_month =
        TRY(row.flag_or("publicity_from_first_of_month", false));
    return {};
}

Result<void> read_early_removal(const law::TomlTable& row, const law::Library& library,
                                ListStandard& standard) {
    if (!row.contains("early_removal")) return {};
    const auto* table = TRY(row.table("early_removal"));
    TRY(table->refuse_unknown({"earliest", "counted_from", "conditions_zh", "conditions_en"}));
    const auto* earliest = TRY(table->table("earliest"));
    const auto from = TRY(table->text_or("counted_from", "listing"));
    if (from != "listing" && from != "correction") {
        return fail(ErrorCode::InvalidInput, "catalogue.unknown_word", {from});
    }
    standard.early_removal = EarlyRemoval{.earliest = TRY(read_length(*earliest, library)),
                                          .from_correction = from == "correction",
                                          .conditions_zh = TRY(table->text("conditions_zh")),
                                          .conditions_en = TRY(table->text("conditions_en"))};
    return {};
}

Result<void> read_way_out(const law::TomlTable& row, const law::Library& library,
                          ListStandard& standard) {
    if (row.contains("term")) {
        const auto* term = TRY(row.table("term"));
        standard.term = TRY(read_term(*term, library));
    }
    standard.shortest_extension = TRY(read_optional_length(row, "shortest_extension", library));
    standard.relisting_wait = TRY(read_optional_length(row, "relisting_wait", library));
    standard.longest_extension = TRY(read_optional_length(row, "longest_extension", library));
    TRY(read_early_removal(row, library, standard));
    standard.removal_zh = TRY(row.text_or("removal_zh", ""));
    standard.removal_en = TRY(row.text_or("removal_en", ""));
    standard.removal_within = TRY(read_optional_length(row, "removal_within", library));
    standard.objection_zh = TRY(row.text_or("objection_zh", ""));
    standard.objection_en = TRY(row.text_or("objection_en", ""));
    standard.objection_answered_within =
        TRY(read_optional_length(row, "objection_answered_within", library));
    standard.remedy_zh = TRY(row.text_or("remedy_zh", ""));
    standard.remedy_en = TRY(row.text_or("remedy_en", ""));
    return {};
}

Result<void> refuse_unknown(const law::TomlTable& row) {
    return row.refuse_unknown({"id",
                               "title_zh",
                               "title_en",
                               "colour",
                               "domains",
                               "local",
                               "functions",
                               "lowest_level",
                               "consent_of_upper_level",
                               "subjects",
                               "ground",
                               "notice",
                               "notice_zh",
                               "notice_en",
                               "documents",
                               "effective",
                               "publicity_before_effect",
                               "publicity_from_first_of_month",
                               "basis",
                               "term",
                               "shortest_extension",
                               "relisting_wait",
                               "longest_extension",
                               "early_removal",
                               "removal_zh",
                               "removal_en",
                               "removal_within",
                               "objection_zh",
                               "objection_en",
                               "objection_answered_within",
                               "remedy_zh",
                               "remedy_en",
                               "publicity",
                               "measures",
                               "from",
                               "through",
                               "review_on"});
}

Result<ListStandard> read_standard(const law::TomlTable& row, const law::Library& library) {
    TRY(refuse_unknown(row));
    ListStandard standard;
    standard.id = TRY(row.text("id"));
    standard.title_zh = TRY(row.text("title_zh"));
    standard.title_en = TRY(row.text("title_en"));
    standard.colour = TRY(read_word(row, "colour", colours, ""));
    auto named = TRY(read_domains(row));
    standard.domains = std::move(named.known);
    standard.outside_domains = std::move(named.outside);
    standard.local = TRY(row.flag_or("local", false));
    standard.bases = TRY(read_bases(row, library));
    standard.validity = TRY(read_validity(row));
    TRY(read_way_in(row, library, standard));
    TRY(read_way_out(row, library, standard));
    for (const law::TomlTable* publicity : TRY(row.tables("publicity"))) {
        standard.publicity.push_back(TRY(read_publicity(*publicity)));
    }
    standard.measures = TRY(row.texts("measures"));
    standard.review_on = TRY(row.optional_day("review_on"));
    return standard;
}

}  // namespace

std::string_view name_of(Colour colour) {
    return spelling_of(colours, colour);
}

std::string_view name_of(Effective effective) {
    return spelling_of(effects, effective);
}

std::string_view name_of(PublicityRange range) {
    return spelling_of(ranges, range);
}

Result<void> ListStandards::define(const law::TomlTable& file, const law::Library& library) {
    for (const law::TomlTable* row : TRY(file.tables("standard"))) {
        auto standard = TRY(read_standard(*row, library));
        if (find(standard.id) != nullptr) {
            return fail(ErrorCode::InvalidInput, "catalogue.defined_twice", {standard.id});
        }
        standards_.own().push_back(std::move(standard));
    }
    return {};
}

}  // namespace credit::catalogue
