#include "demo/records.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <expected>
#include <fstream>
#include <ios>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "catalogue/offices/authority.h"
#include "demo/fill.h"
#include "demo/synthetic.h"
#include "demo/table.h"
#include "desk/desk.h"
#include "desk/submit.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "http/private_folder.h"
#include "server/house.h"

namespace credit::demo {
namespace {

using catalogue::ColumnRole;

struct Conduct {
    std::string_view type;
    std::string_view facts;
    std::string_view basis;
    std::string_view category;
    std::string_view content;
    std::string_view amount;  // in 10,000 yuan
};

constexpr std::array<Conduct, 5> conducts{{
    {.type = "未按规定公示信息",
     .facts = "未在规定期限内公示年度报告",
     .basis = "示例法第一条",
     .category = "警告",
     .content = "警告",
     .amount = ""},
    {.type = "食品标签不符合规定",
     .facts = "所售食品标签缺少生产日期",
     .basis = "示例法第二条",
     .category = "罚款",
     .content = "罚款人民币一万元",
     .amount = "1"},
    {.type = "未经许可从事经营活动",
     .facts = "未取得许可证从事经营活动",
     .basis = "示例法第三条",
     .category = "罚款",
     .content = "罚款人民币二万元",
     .amount = "2"},
    {.type = "违反安全生产规定",
     .facts = "作业场所未设置安全警示标志",
     .basis = "示例法第四条",
     .category = "罚款",
     .content = "罚款人民币三万元",
     .amount = "3"},
    {.type = "使用不合格计量器具",
     .facts = "使用未经检定的计量器具",
     .basis = "示例法第五条",
     .category = "警告",
     .content = "警告并责令改正",
     .amount = ""},
}};

constexpr std::array<std::string_view, 4> permits{"食品经营许可", "道路运输经营许可",
                                                  "危险化学品经营许可", "建筑业企业资质"};

access::Principal clerk_of(std::string_view authority) {
    return {.account = "demo-clerk-" + std::string(authority),
            .role = access::Role::Clerk,
            .authority = std::string(authority),
            .subject_key = {}};
}

// One file, submitted as its department would.
Result<void> submit_file(server::House& house, const std::string& authority,
                         const std::string& csv) {
    const auto folder = TRY(http::PrivateFolder::create());
    const auto path = folder.path() / "table.csv";
    std::ofstream(path, std::ios::binary) << csv;
    const auto principal = clerk_of(authority);
    const auto report = TRY(desk::submit(
        house.desk(),
        {.principal = principal, .channel = "seed", .received_at = house.clock().now()},
        {.path = path,
         .authority = authority,
         .partial = true,
         .digest = crypto::sha256(bytes_of(csv))}));
    if (report.counts.accepted > 0) return {};
    return std::unexpected(
        Error{.code = ErrorCode::InvalidInput,
              .grounds = {report.faults.empty() ? Ground{.word = "records.file_empty"}
                                                : report.faults[0].ground}});
}

std::string document_number(std::string_view authority, std::string_view word, std::size_t number) {
    return std::string(authority) + "示例" + std::string(word) + "〔2026〕" +
           std::to_string(number) + "号";
}

// Most are in some few industries, as everywhere.
std::string industry_of(const SyntheticSubject& subject) {
    constexpr std::string_view letters = "CFCFELCFGHIMCFOKPAQJRNEDB";
    const auto seed = crypto::sha256(bytes_of(subject.identifier)).front();
    const char letter = letters[static_cast<std::size_t>(seed) % letters.size()];
    return {letter};
}

class Filing {
public:
    Filing(server::House& house, Dice& dice)
        : house_(house), dice_(dice), today_(day_of(house.clock().now())) {}

    Result<void> registrations(const Population& population) {
        const auto* const authority = TRY(authority_of("SD-SAMR"));
        const auto* const kind = TRY(kinds().find("registration", today_));
        Table table(catalogue(), *kind);
        for (const auto* subjects : {&population.organisations, &population.businesses}) {
            for (const auto& subject : *subjects) {
                table.add(subject, *authority, "", day_before(2000),
                          {{ColumnRole::State, "存续"},
                           {ColumnRole::Industry, industry_of(subject)},
                           {ColumnRole::RepresentativeRole,
                            subject.identifier.starts_with("92") ? "经营者" : "法定代表人"}});
            }
        }
        return submit_file(house_, authority->code, table.csv());
    }

    // Some days ago at most that many.
    Date day_before(std::size_t days) { return today_ - std::chrono::days{1 + dice_.roll(days)}; }

    Result<void> permits_of(std::string_view code, const Population& population,
                            std::size_t count) {
        const auto* const authority = TRY(authority_of(code));
        const auto* const kind = TRY(kinds().find("permit", today_));
        Table table(catalogue(), *kind);
        for (std::size_t number = 1; number <= count; ++number) {
            const Date decided_on = day_before(900);
            const auto& subject =
                dice_.once_in(20) ? next_person(population) : dice_.pick(population.organisations);
            table.add(subject, *authority, document_number(code, "许", number), decided_on,
                      {{ColumnRole::Category, "普通"},
                       {ColumnRole::DocumentName, "准予行政许可决定书"},
                       {ColumnRole::Content, std::string(dice_.pick(permits))},
                       {ColumnRole::ValidFrom, calendar::to_text(decided_on)},
                       {ColumnRole::ValidThrough,
                        calendar::to_text(decided_on + std::chrono::days{1460})},
                       {ColumnRole::State, "1"}});
        }
        return submit_file(house_, authority->code, table.csv());
    }

    Result<void> penalties_of(std::string_view code, const Population& population,
                              std::size_t count) {
        const auto* const authority = TRY(authority_of(code));
        const auto* const kind = TRY(kinds().find("penalty", today_));
        Table table(catalogue(), *kind);
        for (std::size_t number = 1; number <= count; ++number) {
            const Date decided_on = day_before(900);
            const auto& conduct = dice_.pick(conducts);
            const auto& subject = punished(population);
            table.add(
                subject, *authority, document_number(code, "罚", number), decided_on,
                {{ColumnRole::ConductType, std::string(conduct.type)},
                 {ColumnRole::Facts, std::string(conduct.facts)},
                 {ColumnRole::Basis, std::string(conduct.basis)},
                 {ColumnRole::Category, std::string(conduct.category)},
                 {ColumnRole::Content, std::string(conduct.content)},
                 {ColumnRole::Amount, std::string(conduct.amount)},
                 {ColumnRole::ValidThrough, calendar::to_text(decided_on + std::chrono::days{365})},
                 {ColumnRole::ConductOn, calendar::to_text(decided_on - std::chrono::days{30})},
                 {ColumnRole::ProcedureType, "普通程序"}});
        }
        return submit_file(house_, authority->code, table.csv());
    }

private:
    const SyntheticSubject& punished(const Population& population) {
        if (dice_.once_in(15)) return next_person(population);
        return dice_.pick(dice_.once_in(8) ? population.businesses : population.organisations);
    }
    // In turn, so that the register comes to know each of them.
    const SyntheticSubject& next_person(const Population& population) {
        return population.persons[persons_told_++ % population.persons.size()];
    }
    const catalogue::Catalogue& catalogue() const { return house_.desk().catalogue(); }
    const catalogue::RecordKinds& kinds() const { return catalogue().kinds; }
    Result<const catalogue::Authority*> authority_of(std::string_view code) const {
        return catalogue().authorities.find(code, today_);
    }

    server::House& house_;
    Dice& dice_;
    Date today_;
    std::size_t persons_told_ = 0;
};

}  // namespace

Population make_population(Dice& dice, const Extent& extent) {
    Population population;
    for (std::size_t i = 0; i < extent.organisations; ++i) {
        population.organisations.push_back(make_organisation(dice));
    }
    for (std::size_t i = 0; i < extent.businesses; ++i) {
        population.businesses.push_back(make_individual_business(dice));
    }
    for (std::size_t i = 0; i < extent.persons; ++i) {
        population.persons.push_back(make_person(dice));
    }
    return population;
}

Population population_of(const Extent& extent) {
    Dice dice(demonstration_seed);
    return make_population(dice, extent);
}

Result<void> file_records(server::House& house, Dice& dice, const Population& population,
                          const Extent& extent, const Progress& progress) {
    Filing filing(house, dice);
    progress("registrations", 0.0);
    TRY(filing.registrations(population));
    // The province's market supervision and every city's, half permits and half penalties.
    const std::size_t offices = cities().size() + 1;
    const std::size_t each = (extent.records + (offices * 2) - 1) / (offices * 2);
    for (std::size_t office = 0; office < offices; ++office) {
        const std::string code =
            office == 0 ? "SD-SAMR" : std::string(cities()[office - 1].letters) + "-SAMR";
        progress("records", static_cast<double>(office) / static_cast<double>(offices));
        TRY(filing.permits_of(code, population, each));
        TRY(filing.penalties_of(code, population, each));
    }
    return {};
}

}  // namespace credit::demo
