#include "demo/synthetic.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/subject_category.h"
#include "foundation/clock.h"
#include "identity/check_characters.h"

namespace credit::demo {
namespace {

using catalogue::SubjectCategory;

constexpr std::array<std::string_view, 32> surnames{
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴",  "徐",
    "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁",  "宋",
    "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "欧阳"};
constexpr std::array<std::string_view, 32> given_names{
    "伟",   "芳", "娜", "敏",   "静",   "秀英", "丽", "强", "磊", "军", "洋",
    "勇",   "艳", "杰", "娟",   "涛",   "明",   "超", "霞", "平", "刚", "桂英",
    "建国", "鑫", "䶮", "子涵", "雨桐", "浩",   "琳", "博", "宁", "晨"};
constexpr std::array<std::string_view, 32> words{
    "鲁信", "泰岳", "海岱", "齐风", "明湖", "趵泉", "沂蒙", "微山", "东岳", "蓬莱", "崂峰",
    "黄河", "运河", "稷下", "琅琊", "莱芜", "金乡", "银杏", "云门", "凤凰", "龙山", "青禾",
    "恒远", "正泽", "德润", "信和", "百川", "同泰", "新源", "卓越", "博众", "瑞丰"};
constexpr std::array<std::string_view, 20> trades{
    "食品",     "药业",     "建筑工程", "运输",     "物流",   "机械", "化工",
    "纺织",     "电子",     "农业科技", "环保科技", "旅行社", "劳务", "物业服务",
    "广告传媒", "医疗器械", "燃气",     "装饰",     "种业",   "海产"};
constexpr std::array<std::string_view, 3> forms{"有限公司", "股份有限公司", "（集团）有限公司"};
constexpr std::array<std::string_view, 6> shops{"餐馆",   "超市",   "五金店",
                                                "理发店", "水果店", "汽修部"};

std::string two_digits(std::size_t number) {
    return {static_cast<char>('0' + (number / 10 % 10)), static_cast<char>('0' + (number % 10))};
}

std::string person_name(Dice& dice) {
    return std::string(dice.pick(surnames)) + std::string(dice.pick(given_names));
}

std::string credit_code(Dice& dice, std::string_view kind, std::size_t city) {
    std::string code = std::string(kind) + "3799" + two_digits(city + 1);
    std::string organisation = "MA";
    while (organisation.size() < 8) organisation += dice.pick(identity::credit_code_alphabet);
    code += organisation;
    code += identity::organisation_check(organisation);
    return code + identity::credit_code_check(code);
}

// Organisation codes use X, which is in both alphabets, as their check character only.
SyntheticSubject with_code(Dice& dice, std::string_view kind) {
    const auto city = dice.roll(cities().size());
    SyntheticSubject subject;
    subject.identifier = credit_code(dice, kind, city);
    subject.city = cities()[city].letters;
    subject.representative = person_name(dice);
    return subject;
}

}  // namespace

std::uint64_t Dice::next() {
    std::uint64_t mixed = (state_ += 0x9e3779b97f4a7c15U);
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
}

const std::vector<City>& cities() {
    static const std::vector<City> all{
        {.letters = "JN", .zh = "济南"}, {.letters = "QD", .zh = "青岛"},
        {.letters = "ZB", .zh = "淄博"}, {.letters = "ZZ", .zh = "枣庄"},
        {.letters = "DY", .zh = "东营"}, {.letters = "YT", .zh = "烟台"},
        {.letters = "WF", .zh = "潍坊"}, {.letters = "JG", .zh = "济宁"},
        {.letters = "TA", .zh = "泰安"}, {.letters = "WH", .zh = "威海"},
        {.letters = "RZ", .zh = "日照"}, {.letters = "LY", .zh = "临沂"},
        {.letters = "DZ", .zh = "德州"}, {.letters = "LC", .zh = "聊城"},
        {.letters = "BZ", .zh = "滨州"}, {.letters = "HZ", .zh = "菏泽"}};
    return all;
}

SyntheticSubject make_organisation(Dice& dice) {
    auto subject = with_code(dice, "91");
    for (const auto& city : cities()) {
        if (city.letters != subject.city) continue;
        subject.name = std::string(city.zh) + "示例" + std::string(dice.pick(words)) +
                       std::string(dice.pick(trades)) + std::string(dice.pick(forms));
    }
    return subject;
}

SyntheticSubject make_individual_business(Dice& dice) {
    auto subject = with_code(dice, "92");
    subject.category = SubjectCategory::IndividualBusiness;
    subject.name = "示例区" + std::string(dice.pick(words)) + std::string(dice.pick(shops));
    return subject;
}

SyntheticSubject make_person(Dice& dice) {
    const std::chrono::sys_days first{std::chrono::year{1950} / 1 / 1};
    return make_person(dice, first + std::chrono::days{dice.roll(std::size_t{45} * 365)});
}

SyntheticSubject make_person(Dice& dice, Date born_on) {
    const std::chrono::year_month_day day(born_on);
    SyntheticSubject subject;
    subject.category = SubjectCategory::NaturalPerson;
    const auto city = dice.roll(cities().size());
    subject.city = cities()[city].letters;
    subject.name = person_name(dice);
    subject.identifier = "3799" + two_digits(city + 1) +
                         std::to_string(static_cast<int>(day.year())) +
                         two_digits(static_cast<unsigned>(day.month())) +
                         two_digits(static_cast<unsigned>(day.day()));
    const auto sequence = dice.roll(1000);
    subject.identifier += static_cast<char>('0' + (sequence / 100));
    subject.identifier += two_digits(sequence % 100);
    subject.identifier += identity::resident_check(subject.identifier);
    return subject;
}

}  // namespace credit::demo
