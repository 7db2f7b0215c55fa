#include "http/wire/serialise.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "http/message.h"

namespace credit::http {
namespace {

constexpr std::string_view safe_headers =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n";
constexpr std::string_view demonstration_header = "Xinheng-Demonstration: yes\r\n";
constexpr std::string_view closed_policy =
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";
constexpr std::string_view no_store = "Cache-Control: no-store\r\n";

std::string_view reason_of(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 202:
            return "Accepted";
        case 204:
            return "No Content";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 413:
            return "Content Too Large";
        case 415:
            return "Unsupported Media Type";
        case 422:
            return "Unprocessable Content";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 503:
            return "Service Unavailable";
        default:
            return "Answer";
    }
}

void append_number(std::string& out, std::uint64_t number) {
    std::array<char, 20> digits{};
    auto* const end = std::to_chars(digits.begin(), digits.end(), number).ptr;
    out.append(digits.begin(), end);
}

bool sets(const Response& response, std::string_view name) {
    return std::ranges::find(response.headers, name, &Parameter::name) != response.headers.end();
}

bool has_content(int status) {
    return status >= 200 && status != 204 && status != 304;
}

}  // namespace

void write_date(std::string& text, Instant instant) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    using std::chrono::floor;
    const std::chrono::sys_time<std::chrono::milliseconds> moment{
        std::chrono::milliseconds{instant.milliseconds}};
    const auto day = floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{floor<std::chrono::seconds>(moment - day)};
    text.clear();
    fmt::format_to(
        std::back_inserter(text), "{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
        days.at(std::chrono::weekday{day}.c_encoding()), static_cast<unsigned>(date.day()),
        months.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
        time.hours().count(), time.minutes().count(), time.seconds().count());
}

void append_response(std::string& out, const Response& response, const Framing& framing) {
    out += "HTTP/1.1 ";
    append_number(out, static_cast<std::uint64_t>(response.status));
    out += ' ';
    out += reason_of(response.status);
    out += "\r\nDate: ";
    out += framing.date;
    out += "\r\n";
    out += safe_headers;
    if (framing.demonstration) out += demonstration_header;
    if (response.headers.empty() || !sets(response, "Content-Security-Policy")) {
        out += closed_policy;
    }
    if (response.headers.empty() || !sets(response, "Cache-Control")) out += no_store;
    for (const Parameter& header : response.headers) {
        out.append(header.name).append(": ").append(header.value).append("\r\n");
    }
    if (!framing.keep_alive) out += "Connection: close\r\n";
    if (has_content(response.status)) {
        out.append("Content-Type: ").append(response.content_type).append("\r\nContent-Length: ");
        append_number(out, response.file ? response.file->size() : response.body.size());
        out += "\r\n";
    }
    out += "\r\n";
    if (has_content(response.status) && !framing.head_only && !response.file) out += response.body;
}

}  // namespace credit::http
