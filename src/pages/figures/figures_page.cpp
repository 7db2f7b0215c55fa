#include "pages/figures/figures_page.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "pages/figures/figures.h"
#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"
#include "pages/subjects/shown_rows.h"

namespace credit::pages {
namespace {

// The chart's own units.
constexpr std::int64_t width = 960;
constexpr std::int64_t height = 300;
constexpr std::int64_t left = 60;
constexpr std::int64_t bottom = 40;
constexpr std::int64_t top = 14;
constexpr std::int64_t room_for_month = 90;
constexpr std::int64_t plot = height - bottom - top;

std::string month_text(const Place& place, std::chrono::year_month month) {
    const auto number = std::to_string(static_cast<unsigned>(month.month()));
    const auto year = std::to_string(static_cast<int>(month.year()));
    if (!place.english()) return year + "年" + number + "月";
    return year + (number.size() == 1 ? "-0" : "-") + number;
}

// The least of 1, 2, 5 × 10ⁿ in whose fourfold the number fits.
std::int64_t step_for(std::int64_t most) {
    std::int64_t step = 1;
    for (const std::int64_t factor : {2, 5, 10, 20, 50, 100, 200, 500, 1000, 10000, 100000}) {
        if (step * 4 >= most) return step;
        step = factor;
    }
    return std::max<std::int64_t>(step, (most / 4) + 1);
}

void add_lines(Html& out, std::int64_t step) {
    for (std::int64_t line = 0; line <= 4; ++line) {
        const auto y = top + plot - (plot * line / 4);
        out << R"(<line class="grid" x1=")"_html << left << R"(" x2=")"_html << width
            << R"(" y1=")"_html << y << R"(" y2=")"_html << y << "\"/>\n<text x=\""_html << left - 8
            << R"(" y=")"_html << y + 5 << R"(" text-anchor="end">)"_html << step * line
            << "</text>\n"_html;
    }
}

void add_bar(Html& out, std::string_view kind, std::int64_t x, std::int64_t broad,
             std::int64_t tall) {
    out << R"(<rect class=")"_html << kind << R"(" x=")"_html << x << R"(" y=")"_html
        << top + plot - tall << R"(" width=")"_html << broad << R"(" height=")"_html << tall
        << "\"/>\n"_html;
}

void add_months(Html& out, const Place& place, const Figures& figures, std::int64_t step) {
    const auto count = static_cast<std::int64_t>(figures.months.size());
    const std::int64_t slot = (width - left) / count;
    const std::int64_t broad = (slot / 2) - 4;
    std::int64_t x = left + 3;
    for (const auto& month : figures.months) {
        add_bar(out, "permits", x, broad, plot * month.permits / (step * 4));
        add_bar(out, "penalties", x + broad + 1, broad, plot * month.penalties / (step * 4));
        const auto number = static_cast<unsigned>(month.month.month());
        if (number % 3 == 1 && x + room_for_month <= width) {
            out << R"(<text x=")"_html << x << R"(" y=")"_html << height - 14 << R"(">)"_html
                << month_text(place, month.month) << "</text>\n"_html;
        }
        x += slot;
    }
}

void add_chart(Html& out, const Place& place, const Figures& figures) {
    std::int64_t most = 1;
    for (const auto& month : figures.months)
        most = std::max({most, month.permits, month.penalties});
    const auto step = step_for(most);
    out << "<figure>\n<svg class=\"chart\" viewBox=\"0 0 "_html << width << " "_html << height
        << R"(" role="img" aria-label=")"_html << place.say("pages.figures.chart") << "\">\n"_html;
    add_lines(out, step);
    add_months(out, place, figures, step);
    out << "</svg>\n<figcaption><span class=\"key permits\"></span> "_html
        << place.say("pages.subject.permits") << R"( <span class="key penalties"></span> )"_html
        << place.say("pages.subject.penalties") << " · "_html << place.say("pages.figures.chart")
        << "</figcaption>\n</figure>\n"_html;
}

void open_table(Html& out, const Place& place, std::string_view caption, std::string_view first) {
    out << "<table class=\"lore numbers\">\n<caption>"_html << place.say(caption)
        << "</caption>\n<thead>\n<tr><th scope=\"col\">"_html << place.say(first)
        << R"(</th><th scope="col">)"_html << place.say("pages.subject.permits")
        << R"(</th><th scope="col">)"_html << place.say("pages.subject.penalties")
        << "</th></tr>\n</thead>\n<tbody>\n"_html;
}

void add_line(Html& out, const Html& name, std::int64_t permits, std::int64_t penalties) {
    out << R"(<tr><th scope="row">)"_html << name << "</th><td>"_html << permits << "</td><td>"_html
        << penalties << "</td></tr>\n"_html;
}

}  // namespace

std::string show_figures(const Place& place, const Figures& figures) {
    const auto title = place.say("pages.figures.title");
    Html out;
    out << "<h1>"_html << title << "</h1>\n<p class=\"lead\">"_html
        << place.say("pages.figures.lead") << "</p>\n<p class=\"quiet\">"_html
        << place.say("pages.figures.whose", {place.date(figures.counted_on)}) << "</p>\n<p>"_html
        << link(place, "/figures/regions", place.say("pages.report.by_region")) << " · "_html
        << link(place, "/figures/industries", place.say("pages.report.by_industry"))
        << "</p>\n"_html;
    add_chart(out, place, figures);
    open_table(out, place, "pages.figures.by_month", "pages.figures.month");
    for (std::size_t place_of = figures.months.size(); place_of-- > 0;) {
        const auto& month = figures.months[place_of];
        Html name;
        name << month_text(place, month.month);
        add_line(out, name, month.permits, month.penalties);
    }
    out << "</tbody>\n</table>\n"_html;
    open_table(out, place, "pages.figures.by_authority", "pages.row.authority");
    for (const auto& counts : figures.authorities) {
        const auto office = place.catalogue.authorities.find(counts.authority);
        add_line(out,
                 authority_of(place, counts.authority, office ? (*office)->zh : counts.authority),
                 counts.permits, counts.penalties);
    }
    out << "</tbody>\n</table>\n"_html;
    return whole_page(place, {.title = title, .room = "pages.menu.figures"}, out);
}

}  // namespace credit::pages
