// Files for the bars, all synthetic:
//
//     bench_tables registrations SUBJECTS > registrations.csv
//     bench_tables penalties ROWS SUBJECTS > penalties.csv
//     bench_tables listings ROWS > listings.csv
//     bench_tables codes COUNT > codes.csv
//     bench_tables xlsx IN.csv OUT.xlsx
//
// The same counts give the same subjects each time; of codes, which are not held in memory, a few
// in many millions may come twice. Of the penalties one row in fifteen is about a person, one in
// ten about an organisation without registration, one in two hundred stands twice.

#include <xlsxwriter.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "catalogue/column.h"
#include "demo/synthetic.h"
#include "demo/table.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "law/library.h"
#include "or_exit.h"
#include "sheets/reader.h"

namespace credit {
namespace {

using catalogue::ColumnRole;

constexpr std::string_view market_office = "SD-SAMR";
constexpr std::string_view court = "SD-COURT";
constexpr std::size_t rows_in_piece = 2000;

// A table of the catalogue, written out piece by piece.
class Filing {
public:
    Filing(std::string_view kind, std::string_view office)
        : kind_(*or_exit(catalogue_.kinds.find(kind, today_))),
          authority_(*or_exit(catalogue_.authorities.find(office, today_))),
          table_(std::make_unique<demo::Table>(catalogue_, kind_)) {}

    Date today() const { return today_; }

    void add(const demo::SyntheticSubject& subject, std::string_view document, Date decided_on,
             const demo::Values& values) {
        table_->add(subject, authority_, document, decided_on, values);
        if (++rows_ == rows_in_piece) write();
    }

    void write() {
        std::string_view text = table_->csv();
        if (written_) text.remove_prefix(text.find('\n') + 1);
        std::cout << text;
        written_ = true;
        rows_ = 0;
        table_ = std::make_unique<demo::Table>(catalogue_, kind_);
    }

private:
    law::Library law_ = or_exit(law::Library::load());
    catalogue::Catalogue catalogue_ = or_exit(catalogue::Catalogue::load(law_));
    Date today_ = day_of(SystemClock().now());
    const catalogue::RecordKind& kind_;
    const catalogue::Authority& authority_;
    std::unique_ptr<demo::Table> table_;
    std::size_t rows_ = 0;
    bool written_ = false;
};

std::vector<demo::SyntheticSubject> registered(std::size_t count) {
    demo::Dice dice(44);
    std::vector<demo::SyntheticSubject> subjects;
    std::unordered_set<std::string> identifiers;
    while (subjects.size() < count) {
        auto subject =
            subjects.size() % 10 == 0 ? make_individual_business(dice) : make_organisation(dice);
        if (identifiers.insert(subject.identifier).second) subjects.push_back(std::move(subject));
    }
    return subjects;
}

void write_registrations(std::size_t count) {
    Filing filing("registration", market_office);
    for (const auto& subject : registered(count)) {
        const bool business = subject.identifier.starts_with("92");
        filing.add(subject, "", filing.today() - std::chrono::days{100},
                   {{ColumnRole::State, "存续"},
                    {ColumnRole::RepresentativeRole, business ? "经营者" : "法定代表人"}});
    }
    filing.write();
}

demo::SyntheticSubject penalised(demo::Dice& dice,
                                 const std::vector<demo::SyntheticSubject>& subjects) {
    if (dice.once_in(15)) return make_person(dice);
    return dice.once_in(10) ? make_organisation(dice) : dice.pick(subjects);
}

demo::Values penalty(demo::Dice& dice, Date decided_on) {
    static constexpr std::array<std::string_view, 4> conducts{
        "未按规定公示信息", "食品标签不符合规定", "未经许可从事经营活动", "使用不合格计量器具"};
    const std::string amount = std::to_string(1 + dice.roll(20));
    return {{ColumnRole::ConductType, std::string(dice.pick(conducts))},
            {ColumnRole::Facts,
             "当事人于营业场所内从事上述行为，经现场检查发现并记录在案，"
             "当事人对上述事实没有异议，示例第" +
                 std::to_string(dice.roll(100'000)) + "号检查记录"},
            {ColumnRole::Basis, "示例法第" + std::to_string(1 + dice.roll(80)) + "条第一款"},
            {ColumnRole::Category, "罚款"},
            {ColumnRole::Content, "罚款人民币" + amount + "万元，限期改正"},
            {ColumnRole::Amount, amount},
            {ColumnRole::ValidThrough, calendar::to_text(decided_on + std::chrono::days{365})},
            {ColumnRole::ConductOn, calendar::to_text(decided_on - std::chrono::days{30})},
            {ColumnRole::ProcedureType, "普通程序"}};
}

void write_penalties(std::size_t rows, std::size_t count) {
    Filing filing("penalty", market_office);
    const auto subjects = registered(count);
    demo::Dice dice(2018);
    for (std::size_t number = 1; number <= rows; ++number) {
        const Date decided_on = filing.today() - std::chrono::days{1 + dice.roll(900)};
        const auto subject = penalised(dice, subjects);
        const auto values = penalty(dice, decided_on);
        const std::string document = "鲁示例监罚〔2026〕" + std::to_string(number) + "号";
        filing.add(subject, document, decided_on, values);
        if (number % 200 != 0 || number == rows) continue;
        filing.add(subject, document, decided_on, values);
        ++number;
    }
    filing.write();
}

// Of a court: each becomes a listing by an act of its own.
void write_listings(std::size_t rows) {
    Filing filing("court_defaulter", court);
    const Date decided_on = filing.today() - std::chrono::days{10};
    const auto day = [&](int after) {
        return calendar::to_text(decided_on + std::chrono::days{after});
    };
    std::size_t number = 0;
    for (const auto& subject : registered(rows)) {
        const std::string document = "示例〔2026〕" + std::to_string(++number) + "号";
        filing.add(subject, document, decided_on,
                   {{ColumnRole::State, "全部未履行"},
                    {ColumnRole::ListStandard, "court_defaulter"},
                    {ColumnRole::ListGround, "违反财产报告制度"},
                    {ColumnRole::ListDocument, document},
                    {ColumnRole::NoticeOn, day(-20)},
                    {ColumnRole::ServedOn, day(0)},
                    {ColumnRole::Remedy, "可以申请纠正"},
                    {ColumnRole::EndsWhen, "期限届满"},
                    {ColumnRole::ValidThrough, day(365)}});
    }
    filing.write();
}

void write_codes(std::size_t count) {
    std::cout << "统一社会信用代码\n";
    demo::Dice dice(44);
    for (std::size_t number = 0; number < count; ++number) {
        std::cout << (number % 10 == 0 ? make_individual_business(dice) : make_organisation(dice))
                         .identifier
                  << '\n';
    }
}

void write_xlsx(const char* in, const char* out) {
    const auto reader = or_exit(sheets::Reader::open(in));
    lxw_workbook* const book = workbook_new(out);
    lxw_worksheet* const sheet = workbook_add_worksheet(book, "数据");
    while (const auto* row = or_exit(reader->next())) {
        for (std::size_t column = 0; column < row->cells.size(); ++column) {
            if (row->cells[column].empty()) continue;
            worksheet_write_string(sheet, static_cast<lxw_row_t>(row->number - 1),
                                   static_cast<lxw_col_t>(column), row->cells[column].c_str(),
                                   nullptr);
        }
    }
    if (workbook_close(book) != LXW_NO_ERROR) std::exit(1);
}

std::size_t number_in(const char* text) {
    const std::string_view digits = text;
    std::size_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

int run(int count, char** arguments) {
    const std::string_view what = count > 2 ? arguments[1] : "";
    if (what == "registrations") {
        write_registrations(number_in(arguments[2]));
    } else if (what == "listings") {
        write_listings(number_in(arguments[2]));
    } else if (what == "codes") {
        write_codes(number_in(arguments[2]));
    } else if (what == "penalties" && count == 4) {
        write_penalties(number_in(arguments[2]), number_in(arguments[3]));
    } else if (what == "xlsx" && count == 4) {
        write_xlsx(arguments[2], arguments[3]);
    } else {
        std::cerr << "bench_tables registrations|penalties|listings|codes|xlsx …\n";
        return 2;
    }
    return 0;
}

}  // namespace
}  // namespace credit

int main(int count, char** arguments) {
    std::ios::sync_with_stdio(false);
    return credit::run(count, arguments);
}
