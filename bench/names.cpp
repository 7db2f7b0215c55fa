#include "bench/names.h"

#include <unicode/unistr.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "demo/synthetic.h"
#include "search/folding.h"
#include "search/readings.h"

namespace credit::bench {
namespace {

using namespace std::string_view_literals;

constexpr std::array cities{"济南"sv, "青岛"sv, "淄博"sv, "枣庄"sv, "东营"sv, "烟台"sv,
                            "潍坊"sv, "济宁"sv, "泰安"sv, "威海"sv, "日照"sv, "临沂"sv,
                            "德州"sv, "聊城"sv, "滨州"sv, "菏泽"sv};
constexpr std::array counties{
    "历下区"sv, "市中区"sv, "槐荫区"sv, "天桥区"sv, "历城区"sv, "长清区"sv, "章丘区"sv, "济阳区"sv,
    "平阴县"sv, "商河县"sv, "市南区"sv, "市北区"sv, "黄岛区"sv, "崂山区"sv, "李沧区"sv, "城阳区"sv,
    "即墨区"sv, "胶州市"sv, "平度市"sv, "莱西市"sv, "淄川区"sv, "张店区"sv, "博山区"sv, "临淄区"sv,
    "周村区"sv, "桓台县"sv, "高青县"sv, "沂源县"sv, "滕州市"sv, "广饶县"sv, "利津县"sv, "芝罘区"sv,
    "福山区"sv, "牟平区"sv, "莱山区"sv, "龙口市"sv, "莱阳市"sv, "招远市"sv, "栖霞市"sv, "海阳市"sv,
    "青州市"sv, "诸城市"sv, "寿光市"sv, "安丘市"sv, "高密市"sv, "昌邑市"sv, "临朐县"sv, "昌乐县"sv,
    "曲阜市"sv, "兖州区"sv, "邹城市"sv, "微山县"sv, "鱼台县"sv, "金乡县"sv, "嘉祥县"sv, "汶上县"sv,
    "泗水县"sv, "梁山县"sv, "新泰市"sv, "肥城市"sv, "宁阳县"sv, "东平县"sv, "荣成市"sv, "乳山市"sv,
    "五莲县"sv, "莒县"sv,   "沂南县"sv, "郯城县"sv, "沂水县"sv, "兰陵县"sv, "费县"sv,   "平邑县"sv,
    "莒南县"sv, "蒙阴县"sv, "临沭县"sv, "乐陵市"sv, "禹城市"sv, "陵城区"sv, "宁津县"sv, "庆云县"sv,
    "临邑县"sv, "齐河县"sv, "平原县"sv, "夏津县"sv, "武城县"sv, "临清市"sv, "阳谷县"sv, "莘县"sv,
    "茌平区"sv, "东阿县"sv, "冠县"sv,   "高唐县"sv, "惠民县"sv, "阳信县"sv, "无棣县"sv, "博兴县"sv,
    "邹平市"sv, "曹县"sv,   "单县"sv,   "成武县"sv, "巨野县"sv, "郓城县"sv, "鄄城县"sv, "定陶区"sv,
    "东明县"sv};
constexpr std::array lines{
    "食品"sv,     "药业"sv,     "建筑工程"sv,   "运输"sv,       "物流"sv,     "机械制造"sv,
    "化工"sv,     "纺织"sv,     "电子科技"sv,   "农业科技"sv,   "环保科技"sv, "旅行社"sv,
    "劳务"sv,     "物业服务"sv, "广告传媒"sv,   "医疗器械"sv,   "燃气"sv,     "装饰工程"sv,
    "种业"sv,     "海产品"sv,   "商贸"sv,       "贸易"sv,       "信息科技"sv, "网络科技"sv,
    "文化传播"sv, "教育咨询"sv, "企业管理"sv,   "房地产开发"sv, "汽车销售"sv, "餐饮管理"sv,
    "服装"sv,     "家具"sv,     "建材"sv,       "五金机电"sv,   "园林绿化"sv, "水产养殖"sv,
    "果蔬种植"sv, "畜牧"sv,     "包装印刷"sv,   "塑料制品"sv,   "橡胶"sv,     "新材料"sv,
    "新能源"sv,   "光伏发电"sv, "供应链管理"sv, "电子商务"sv,   "人力资源"sv, "健康管理"sv,
    "生物科技"sv, "石油设备"sv, "船舶修造"sv,   "钢结构"sv,     "混凝土"sv,   "市政工程"sv,
    "消防设备"sv, "检测技术"sv, "软件"sv,       "租赁"sv,       "保洁服务"sv, "酒店管理"sv};
constexpr std::array forms{"有限公司"sv,     "有限公司"sv,         "有限公司"sv,
                           "有限公司"sv,     "有限公司"sv,         "有限公司"sv,
                           "有限公司"sv,     "有限公司"sv,         "有限责任公司"sv,
                           "股份有限公司"sv, "（集团）有限公司"sv, "专业合作社"sv};
// What trade names are made of.
constexpr std::u16string_view characters =
    u"鑫源德润信和恒远正泽百川同泰新卓越博众瑞丰海天宏达盛世华美金玉满堂福禄寿喜安康宁静明亮光"
    u"辉煌中兴隆昌永久长春秋冬夏东西南北风云雷雨山河湖江水木火土石林森松柏竹梅兰菊荷莲桃李杏梨"
    u"枣桂桐杨柳槐榆龙凤麒麟虎豹鹰雁鹤鹏马牛羊鹿象狮子文武仁义礼智忠孝诚实勤俭勇敢坚强力量佳"
    u"嘉家加佰千万亿兆聚集汇合联盟友邦国际环球宇宙星月日晨曦朝阳旭升晖映彩虹霞飞翔腾跃奔驰骏"
    u"行通顺畅达捷迅速立志成功胜利凯旋荣誉尊贵富裕豪杰英才俊秀雅致清新纯真善良优品质精工匠心"
    u"创造未来希望梦想青春年华锦绣前程似宝珠璧琪瑶琳琅珍奇瑾瑜玺润泽沐浴沁淼浩瀚洋波涛浪潮涌"
    u"泉溪流淀池滨岛岸舟帆航锚港湾桥路道街坊里弄村庄园田野原草芳菲花蕾朵叶枝根茎果实种籽禾苗"
    u"麦稻谷粱黍稷豆麻棉丝绸缎绫罗绣织锻铸铁钢铜银锡铝钛合硅晶芯云端数据智能慧灵悟觉思维达摩"
    u"尔雅颂诗书画琴棋剑道医药本草堂斋轩阁楼台亭榭苑圃府第庭院舍居宅坤乾元亨利贞鼎彝尊盘盂钟";

constexpr std::array codes{'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A',
                           'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M',
                           'N', 'P', 'Q', 'R', 'T', 'U', 'W', 'X', 'Y'};
constexpr std::u16string_view simplified = u"华兴隆东龙凤马义诚实万亿国际阳飞腾跃顺达胜荣贵";
constexpr std::u16string_view traditional = u"華興隆東龍鳳馬義誠實萬億國際陽飛騰躍順達勝榮貴";

// The 3,755 of the first level of GB 2312, in its order.
const std::u16string& common_characters() {
    static const std::u16string all = [] {
        std::string bytes;
        for (int first = 0xB0; first <= 0xD7; ++first) {
            for (int second = 0xA1; second <= (first == 0xD7 ? 0xF9 : 0xFE); ++second) {
                bytes += static_cast<char>(first);
                bytes += static_cast<char>(second);
            }
        }
        const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                      "GB18030");
        return std::u16string(text.getBuffer(), static_cast<std::size_t>(text.length()));
    }();
    return all;
}

char16_t another(demo::Dice& dice, char16_t character) {
    char16_t other = character;
    while (other == character) other = dice.pick(characters);
    return other;
}

bool make_traditional(std::u16string& units) {
    bool any = false;
    for (auto& unit : units) {
        const auto at = simplified.find(unit);
        if (at == std::u16string_view::npos || traditional[at] == unit) continue;
        unit = traditional[at];
        any = true;
    }
    return any;
}

bool mishear(demo::Dice& dice, std::u16string& units) {
    const auto& readings = search::Readings::get();
    const auto heard = readings.read(units);
    for (int tries = 0; tries < 20; ++tries) {
        const auto at = dice.roll(units.size());
        if (heard[at] == 0 || readings.alike(heard[at]).size() < 2) continue;
        const auto other = dice.pick(readings.alike(heard[at]));
        if (other == units[at]) continue;
        units[at] = other;
        return readings.read(units)[at] == heard[at];
    }
    return false;
}

}  // namespace

SyntheticName make_name(demo::Dice& dice) {
    SyntheticName name;
    const auto place = dice.roll(10);
    if (place == 0) {
        name.place = "山东";
    } else if (place < 5) {
        name.place = std::string(dice.pick(cities)) + (place < 3 ? "市" : "");
    } else {
        name.place = dice.pick(counties);
    }
    const auto length = 2 + (dice.once_in(3) ? 1 : 0) + (dice.once_in(8) ? 1 : 0);
    std::u16string trade;
    for (int at = 0; at < length; ++at) {
        trade += dice.once_in(2) ? dice.pick(characters) : dice.pick(common_characters());
    }
    name.trade_name = search::text_of(trade);
    name.line = dice.pick(lines);
    name.form = dice.pick(forms);
    return name;
}

std::string code_of(std::size_t number) {
    std::string code = "91379901MA0000000X";
    for (std::size_t at = 16; at > 9; --at, number /= codes.size()) {
        code[at] = codes[number % codes.size()];
    }
    return code;
}

std::string with_fault(demo::Dice& dice, const std::string& text, Fault fault) {
    auto units = search::units_of(text);
    const auto at = dice.roll(units.size());
    switch (fault) {
        case Fault::None:
            break;
        case Fault::Wrong:
            units[at] = another(dice, units[at]);
            break;
        case Fault::Missing:
            units.erase(at, 1);
            break;
        case Fault::Swapped:
            if (at + 1 == units.size() || units[at] == units[at + 1]) return {};
            std::swap(units[at], units[at + 1]);
            break;
        case Fault::Traditional:
            if (!make_traditional(units)) return {};
            break;
        case Fault::Homophone:
            if (!mishear(dice, units)) return {};
            break;
    }
    return search::text_of(units);
}

}  // namespace credit::bench
