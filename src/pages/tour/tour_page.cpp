#include "pages/tour/tour_page.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "pages/html/frame.h"
#include "pages/html/html.h"
#include "pages/html/place.h"

namespace credit::pages {
namespace {

struct Stop {
    std::string_view account;  // empty: nobody signs in
    std::string_view address;  // empty: on the page of the stop before
    std::string_view done;
    std::string_view seen;
};

struct Part {
    std::string_view title;
    std::span<const Stop> stops;
};

constexpr std::array<Stop, 3> filing{{{.account = "clerk-sd-samr",
                                       .address = "/console/#/submit",
                                       .done = "pages.tour.submit_done",
                                       .seen = "pages.tour.submit_seen"},
                                      {.account = "clerk-sd-samr",
                                       .address = "",
                                       .done = "pages.tour.mend_done",
                                       .seen = "pages.tour.mend_seen"},
                                      {.account = "",
                                       .address = "/publicity/penalties",
                                       .done = "pages.tour.public_done",
                                       .seen = "pages.tour.public_seen"}}};

constexpr std::array<Stop, 4> listing{{{.account = "officer-sd-samr",
                                        .address = "/console/#/listings",
                                        .done = "pages.tour.propose_done",
                                        .seen = "pages.tour.propose_seen"},
                                       {.account = "officer-sd-samr",
                                        .address = "",
                                        .done = "pages.tour.decide_done",
                                        .seen = "pages.tour.decide_seen"},
                                       {.account = "clerk-sd-samr",
                                        .address = "/console/#/check",
                                        .done = "pages.tour.check_done",
                                        .seen = "pages.tour.check_seen"},
                                       {.account = "officer-sd-samr",
                                        .address = "/console/#/work",
                                        .done = "pages.tour.answer_done",
                                        .seen = "pages.tour.answer_seen"}}};

constexpr std::array<Stop, 3> objection{{{.account = "subject-company",
                                          .address = "/account/#/held",
                                          .done = "pages.tour.object_done",
                                          .seen = "pages.tour.object_seen"},
                                         {.account = "",
                                          .address = "/search",
                                          .done = "pages.tour.held_done",
                                          .seen = "pages.tour.held_seen"},
                                         {.account = "officer-sd-samr",
                                          .address = "/console/#/objections",
                                          .done = "pages.tour.uphold_done",
                                          .seen = "pages.tour.uphold_seen"}}};

constexpr std::array<Stop, 3> repair{{{.account = "subject-company",
                                       .address = "/account/#/held",
                                       .done = "pages.tour.repair_done",
                                       .seen = "pages.tour.repair_seen"},
                                      {.account = "officer-ta-samr",
                                       .address = "/console/#/repairs",
                                       .done = "pages.tour.grant_done",
                                       .seen = "pages.tour.grant_seen"},
                                      {.account = "",
                                       .address = "/search",
                                       .done = "pages.tour.gone_done",
                                       .seen = "pages.tour.gone_seen"}}};

constexpr std::array<Stop, 1> looking{{{.account = "subject-company",
                                        .address = "/account/#/lookups",
                                        .done = "pages.tour.looked_done",
                                        .seen = "pages.tour.looked_seen"}}};

constexpr std::array<Stop, 2> amendment{{{.account = "credit-office",
                                          .address = "/console/#/amendments",
                                          .done = "pages.tour.draft_done",
                                          .seen = "pages.tour.draft_seen"},
                                         {.account = "credit-office-sd-drc",
                                          .address = "/console/#/amendments",
                                          .done = "pages.tour.approve_done",
                                          .seen = "pages.tour.approve_seen"}}};

constexpr std::array<Part, 6> parts{{{.title = "pages.tour.filing", .stops = filing},
                                     {.title = "pages.tour.listing", .stops = listing},
                                     {.title = "pages.tour.objection", .stops = objection},
                                     {.title = "pages.tour.repair", .stops = repair},
                                     {.title = "pages.tour.looking", .stops = looking},
                                     {.title = "pages.tour.amendment", .stops = amendment}}};

// In a tab of its own, where nobody is signed in yet: the tour stays, and nothing of the step
// before stands in the way. Console and account have no variants; the pages of the portal do.
Html screen(const Place& place, std::string_view address) {
    if (address.empty()) return Html() << place.say("pages.tour.same_page");
    const auto href = address.contains('#') ? std::string(address) : place.link(address);
    Html out;
    out << R"(<a target="_blank" rel="noopener" href=")"_html << href << R"(">)"_html << address
        << "</a>"_html;
    return out;
}

void add_stop(Html& out, const Place& place, const Stop& stop) {
    Html account;
    if (stop.account.empty()) {
        account << place.say("pages.tour.nobody");
    } else {
        account << "<code>"_html << stop.account << "</code>"_html;
    }
    out << "<li>\n<dl class=\"facts\">\n"_html;
    fact(out, place.say("pages.tour.account"), account);
    fact(out, place.say("pages.tour.screen"), screen(place, stop.address));
    fact(out, place.say("pages.tour.done"), place.say(stop.done));
    fact(out, place.say("pages.tour.seen"), place.say(stop.seen));
    out << "</dl>\n</li>\n"_html;
}

}  // namespace

std::string show_tour(const Place& place) {
    const auto title = place.say("pages.tour.title");
    Html out;
    out << "<h1>"_html << title << "</h1>\n<p class=\"lead\">"_html << place.say("pages.tour.lead")
        << "</p>\n<p class=\"quiet\">"_html << place.say("pages.tour.passwords") << "</p>\n"_html;
    for (const auto& part : parts) {
        out << "<section>\n<h2>"_html << place.say(part.title)
            << "</h2>\n<ol class=\"tour\">\n"_html;
        for (const auto& stop : part.stops) add_stop(out, place, stop);
        out << "</ol>\n</section>\n"_html;
    }
    return whole_page(place, {.title = title}, out);
}

}  // namespace credit::pages
