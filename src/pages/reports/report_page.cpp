#include "pages/reports/report_page.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "catalogue/catalogue.h"
#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"
#include "pages/reports/report.h"
#include "sheets/csv_writer.h"

namespace credit::pages {
namespace {

// The chart's own units.
constexpr std::int64_t width = 960;
constexpr std::int64_t row_height = 34;
constexpr std::int64_t bar_height = 12;
constexpr std::int64_t top = 8;

// Of report_columns.
constexpr std::size_t permits_column = 1;
constexpr std::size_t penalties_column = 2;

constexpr std::array<std::string_view, report_columns.size()> headings{
    "pages.report.organisations", "pages.subject.permits", "pages.subject.penalties",
    "pages.report.restraints", "pages.report.honours"};

struct Names {
    std::string zh;
    std::string en;
};

Names sentence(const Place& place, std::string_view word) {
    const auto* const found = place.words.find(word);
    return found == nullptr ? Names{} : Names{.zh = found->zh, .en = found->en};
}

Names names_of(const Place& place, Dimension dimension, const std::string& code) {
    if (dimension == Dimension::Region) {
        const auto region = place.catalogue.regions.find(code);
        // What stands at the province itself is registered there.
        if (region) return {.zh = (*region)->zh, .en = (*region)->en};
        return sentence(place, "pages.report.elsewhere");
    }
    const auto list = place.catalogue.codes.find("industry");
    const auto* const item = list ? (*list)->find(code) : nullptr;
    if (item != nullptr) return {.zh = item->zh, .en = item->en};
    return sentence(place, "pages.report.not_said");
}

std::string text_of(const std::optional<std::int64_t>& count, std::int64_t smallest) {
    return count ? std::to_string(*count) : "<" + std::to_string(smallest);
}

// What the names of industries need in English, and all others.
std::int64_t label_room_of(const Place& place, Dimension dimension) {
    constexpr std::int64_t wide = 470;
    constexpr std::int64_t usual = 270;
    return place.english() && dimension == Dimension::Industry ? wide : usual;
}

struct Scale {
    std::int64_t label_room;
    std::int64_t most;
};

void add_bar(Html& out, std::string_view kind, std::int64_t y,
             const std::optional<std::int64_t>& count, const Scale& scale) {
    if (!count) return;
    out << R"(<rect class=")"_html << kind << R"(" x=")"_html << scale.label_room << R"(" y=")"_html
        << y << R"(" width=")"_html << (width - scale.label_room) * *count / scale.most
        << R"(" height=")"_html << bar_height << "\"/>\n"_html;
}

std::int64_t most_of(const Report& report) {
    std::int64_t most = 1;
    for (const auto& line : report.lines) {
        for (const auto column : {permits_column, penalties_column}) {
            most = std::max(most, line.counts.at(column).value_or(0));
        }
    }
    return most;
}

void add_chart(Html& out, const Place& place, Dimension dimension, const Report& report) {
    const Scale scale{.label_room = label_room_of(place, dimension), .most = most_of(report)};
    const auto rows = static_cast<std::int64_t>(report.lines.size());
    out << "<figure>\n<svg class=\"chart\" viewBox=\"0 0 "_html << width << " "_html
        << top + (rows * row_height) << R"(" role="img" aria-label=")"_html
        << place.say("pages.report.chart") << "\">\n"_html;
    std::int64_t y = top;
    for (const auto& line : report.lines) {
        const auto names = names_of(place, dimension, line.code);
        out << R"(<text text-anchor="end" x=")"_html << scale.label_room - 8 << R"(" y=")"_html
            << y + bar_height + 3 << R"(">)"_html << place.pick(names.zh, names.en)
            << "</text>\n"_html;
        add_bar(out, "permits", y, line.counts.at(permits_column), scale);
        add_bar(out, "penalties", y + bar_height + 1, line.counts.at(penalties_column), scale);
        y += row_height;
    }
    out << "</svg>\n<figcaption><span class=\"key permits\"></span> "_html
        << place.say("pages.subject.permits") << R"( <span class="key penalties"></span> )"_html
        << place.say("pages.subject.penalties") << " · "_html << place.say("pages.report.chart")
        << "</figcaption>\n</figure>\n"_html;
}

void add_table(Html& out, const Place& place, Dimension dimension, const Report& report) {
    const bool by_region = dimension == Dimension::Region;
    // Six columns are wider than a telephone: they move under the finger, and by the keyboard.
    out << R"(<section class="wide" tabindex="0" aria-labelledby="counts">)"_html
        << "\n<table class=\"lore numbers\">\n<caption id=\"counts\">"_html
        << place.say("pages.report.caption",
                     {place.date(report.since), place.date(report.counted_on)})
        << "</caption>\n<thead>\n<tr><th scope=\"col\">"_html
        << place.say(by_region ? "pages.report.region" : "pages.report.industry") << "</th>"_html;
    for (const auto heading : headings) {
        out << R"(<th scope="col">)"_html << place.say(heading) << "</th>"_html;
    }
    out << "</tr>\n</thead>\n<tbody>\n"_html;
    for (const auto& line : report.lines) {
        const auto names = names_of(place, dimension, line.code);
        out << R"(<tr><th scope="row">)"_html << either(place, names.zh, names.en) << "</th>"_html;
        for (const auto& count : line.counts) {
            out << "<td>"_html << text_of(count, report.smallest) << "</td>"_html;
        }
        out << "</tr>\n"_html;
    }
    out << "</tbody>\n</table>\n</section>\n"_html;
}

void add_row(std::string& text, const std::vector<std::string>& cells) {
    bool first = true;
    for (const auto& cell : cells) {
        if (!first) text += ',';
        first = false;
        sheets::append_csv_cell(text, cell);
    }
    text += "\r\n";
}

}  // namespace

std::string_view file_of(Dimension dimension) {
    return dimension == Dimension::Region ? "regions.csv" : "industries.csv";
}

std::string show_report(const Place& place, Dimension dimension, const Report& report) {
    const bool by_region = dimension == Dimension::Region;
    const auto title = place.say(by_region ? "pages.report.by_region" : "pages.report.by_industry");
    Html out;
    out << "<h1>"_html << title << "</h1>\n<p class=\"lead\">"_html
        << place.say("pages.report.lead") << "</p>\n<p class=\"quiet\">"_html
        << place.say("pages.report.left_out", {std::to_string(report.smallest)}) << "</p>\n<p>"_html
        << link(place, by_region ? "/figures/industries" : "/figures/regions",
                place.say(by_region ? "pages.report.by_industry" : "pages.report.by_region"))
        << " · "_html << link(place, "/figures", place.say("pages.figures.title"))
        << R"( · <a href="/data/)"_html << file_of(dimension) << R"(">)"_html << file_of(dimension)
        << "</a></p>\n"_html;
    add_chart(out, place, dimension, report);
    add_table(out, place, dimension, report);
    return whole_page(place, {.title = title, .room = "pages.menu.figures"}, out);
}

std::string csv_of(const Place& place, Dimension dimension, const Report& report) {
    std::string text = "\xEF\xBB\xBF";
    std::vector<std::string> header{"code", "name_zh", "name_en"};
    header.insert(header.end(), report_columns.begin(), report_columns.end());
    header.insert(header.end(), {"since", "as_of"});
    add_row(text, header);
    for (const auto& line : report.lines) {
        auto names = names_of(place, dimension, line.code);
        std::vector<std::string> cells{line.code, std::move(names.zh), std::move(names.en)};
        for (const auto& count : line.counts) cells.push_back(text_of(count, report.smallest));
        cells.push_back(calendar::to_text(report.since));
        cells.push_back(calendar::to_text(report.counted_on));
        add_row(text, cells);
    }
    return text;
}

}  // namespace credit::pages
