// The calendar file of an outlook: RFC 5545 as calendar programs read it.

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date_text.h"
#include "calendar/period.h"
#include "foundation/clock.h"
#include "repair/item.h"
#include "repair/outlook.h"

namespace credit::repair {
namespace {

// RFC 5545, 3.1: no line over 75 octets, and no character cut.
constexpr std::size_t longest_line = 75;

bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

void append_line(std::string& file, std::string_view line) {
    std::size_t room = longest_line;
    while (line.size() > room) {
        std::size_t cut = room;
        while (!begins_character(line[cut])) --cut;
        file += line.substr(0, cut);
        file += "\r\n ";
        line.remove_prefix(cut);
        room = longest_line - 1;  // the blank that begins the next line counts
    }
    file += line;
    file += "\r\n";
}

// RFC 5545, 3.3.11: of text.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char each : text) {
        if (each == '\n') {
            out += "\\n";
            continue;
        }
        if (each == '\\' || each == ';' || each == ',') out += '\\';
        out += each;
    }
    return out;
}

std::string day_digits(Date day) {
    std::string text = calendar::to_text(day);
    std::erase(text, '-');
    return text;
}

// "20260701T010203Z"
std::string moment(Instant at) {
    const auto seconds = at.milliseconds / 1000;
    const Date day{std::chrono::floor<std::chrono::days>(
        std::chrono::sys_seconds(std::chrono::seconds(seconds)))};
    const auto since = seconds - (day.time_since_epoch().count() * 86400);
    std::string text = day_digits(day) + "T";
    for (const auto part : {since / 3600, since / 60 % 60, since % 60}) {
        text += part < 10 ? "0" : "";
        text += std::to_string(part);
    }
    return text + "Z";
}

struct Event {
    std::string_view id;
    Date day{};
    std::string summary;
};

void append_event(std::string& file, const Item& item, const Event& event, Instant made_at) {
    append_line(file, "BEGIN:VEVENT");
    append_line(file, "UID:" + item.item_id + "-" + std::string(event.id) + "@xinheng");
    append_line(file, "DTSTAMP:" + moment(made_at));
    append_line(file, "DTSTART;VALUE=DATE:" + day_digits(event.day));
    append_line(file, "DTEND;VALUE=DATE:" + day_digits(calendar::day_after(event.day)));
    append_line(file, "SUMMARY:" + escaped(event.summary));
    append_line(file, "TRANSP:TRANSPARENT");
    append_line(file, "END:VEVENT");
}

}  // namespace

std::string calendar_file(const std::vector<Outlook>& outlooks, Instant made_at) {
    std::string file;
    append_line(file, "BEGIN:VCALENDAR");
    append_line(file, "VERSION:2.0");
    append_line(file, "PRODID:-//Xinheng//Credit repair//ZH");
    append_line(file, "CALSCALE:GREGORIAN");
    for (const auto& outlook : outlooks) {
        const auto& item = outlook.item;
        const std::string title = item.title_zh + " " + item.title_en;
        const auto add = [&](std::string_view id, const std::optional<Date>& day,
                             std::string_view what) {
            if (!day) return;
            append_event(file, item, {.id = id, .day = *day, .summary = title + std::string(what)},
                         made_at);
        };
        if (!item.excluded_by)
            add("repair", outlook.first_day, "：可以申请修复 / repair may begin");
        add("publicity", item.public_through, "：公示最后一日 / last day in public");
        add("restraint", item.restrains_through, "：列入或措施最后一日 / last day of restraint");
        add("disclosure", item.disclosed_through, "：披露最后一日 / last day of disclosure");
    }
    append_line(file, "END:VCALENDAR");
    return file;
}

}  // namespace credit::repair
