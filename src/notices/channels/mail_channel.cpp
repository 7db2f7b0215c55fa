#include "notices/channels/mail_channel.h"

#include <curl/curl.h>
#include <curl/easy.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/durable_file.h"
#include "foundation/result.h"
#include "notices/channels/address_book.h"
#include "notices/channels/channel.h"

namespace credit::notices {
namespace {

constexpr long connecting_seconds_max = 10;
constexpr long sending_seconds_max = 60;
constexpr std::size_t receipt_characters_max = 120;

bool on_this_machine(std::string_view server) {
    const auto host = server.substr(server.find("://") + 3);
    return host.starts_with("127.") || host.starts_with("localhost") || host.starts_with("[::1]");
}

// RFC 2045: lines of at most 76 characters.
std::string folded(const std::string& base64) {
    constexpr std::size_t width = 76;
    std::string lines;
    for (std::size_t at = 0; at < base64.size(); at += width) {
        lines += base64.substr(at, width) + "\r\n";
    }
    return lines;
}

// RFC 2047: words of at most 75 characters, each whole characters of UTF-8.
std::string encoded_title(std::string_view title) {
    constexpr std::size_t bytes_max = 42;
    std::string words;
    while (!title.empty()) {
        std::size_t end = std::min(bytes_max, title.size());
        while (end < title.size() && (static_cast<unsigned char>(title[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        if (!words.empty()) words += "\r\n ";
        words += "=?UTF-8?B?" + to_base64(bytes_of(title.substr(0, end))) + "?=";
        title.remove_prefix(end);
    }
    return words;
}

// RFC 5322 3.3, in China time.
std::string date_of(Instant now) {
    static constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed",
                                                          "Thu", "Fri", "Sat"};
    static constexpr std::array<std::string_view, 12> months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Date day = day_of(now);
    const std::chrono::year_month_day date(day);
    const auto seconds = (now.milliseconds - start_of(day).milliseconds) / 1000;
    return fmt::format(
        "{}, {} {} {} {:02}:{:02}:{:02} +0800", days.at(std::chrono::weekday(day).c_encoding()),
        static_cast<unsigned>(date.day()), months.at(static_cast<unsigned>(date.month()) - 1),
        static_cast<int>(date.year()), seconds / 3600, seconds / 60 % 60, seconds % 60);
}

// What libcurl reads the message from.
struct Reading {
    std::string_view rest;
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* from) {
    auto& reading = *static_cast<Reading*>(from);
    const std::size_t bytes = std::min(size * count, reading.rest.size());
    std::memcpy(to, reading.rest.data(), bytes);
    reading.rest.remove_prefix(bytes);
    return bytes;
}

// The server's last line.
std::size_t note(char* line, std::size_t size, std::size_t count, void* to) {
    static_cast<std::string*>(to)->assign(line, size * count);
    return size * count;
}

// A line that names an address is not kept.
std::string receipt_of(std::string line) {
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
    if (line.contains('@')) return "250";
    return line.substr(0, receipt_characters_max);
}

struct CloseCurl {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

using Curl = std::unique_ptr<CURL, CloseCurl>;

// What is refused for good is not tried again; whatever else went wrong is.
Error error_of(CURL* curl) {
    constexpr long permanent = 500;
    long code = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
    if (code >= permanent) {
        return Error{.code = ErrorCode::Refused, .grounds = {{.word = "notices.channel_refused"}}};
    }
    return Error{.code = ErrorCode::Unavailable, .grounds = {{.word = "notices.channel_away"}}};
}

}  // namespace

std::string message_of(const Letter& letter, std::string_view from, Instant now) {
    const auto domain = from.substr(from.find('@') + 1);
    const std::string head = fmt::format(
        "Date: {}\r\nFrom: <{}>\r\nTo: <{}>\r\nMessage-ID: <{}@{}>\r\nSubject: {}\r\n"
        "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n",
        date_of(now), from, letter.address, letter.id, domain, encoded_title(letter.title));
    std::string text;
    for (const char character : letter.text) {
        if (character == '\n') text += '\r';
        text += character;
    }
    return head + folded(to_base64(bytes_of(text)));
}

Result<std::unique_ptr<MailChannel>> MailChannel::open(const MailSettings& settings,
                                                       const Clock& clock) {
    const std::string_view server = settings.server;
    if (!server.starts_with("smtp://") && !server.starts_with("smtps://")) {
        return fail(ErrorCode::InvalidInput, "notices.not_a_mail_server");
    }
    auto grounds = judge_address(mail_channel, settings.from);
    if (!grounds.empty()) return fail(ErrorCode::InvalidInput, "notices.not_an_address");
    std::string credentials;
    if (!settings.credentials.empty()) {
        credentials = TRY(read_whole(settings.credentials));
        while (credentials.ends_with('\n')) credentials.pop_back();
    }
    curl_global_init(CURL_GLOBAL_DEFAULT);
    return std::unique_ptr<MailChannel>(new MailChannel(settings, std::move(credentials), clock));
}

Result<std::string> MailChannel::send(const Letter& letter) {
    const Curl curl(curl_easy_init());
    if (!curl) return fail(ErrorCode::Unavailable, "notices.channel_away");
    const std::string message = message_of(letter, settings_.from, clock_.now());
    const std::string from = "<" + settings_.from + ">";
    const std::unique_ptr<curl_slist, FreeList> to(
        curl_slist_append(nullptr, ("<" + letter.address + ">").c_str()));
    Reading reading{message};
    std::string last_line;

    CURL* const handle = curl.get();
    curl_easy_setopt(handle, CURLOPT_URL, settings_.server.c_str());
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, connecting_seconds_max);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, sending_seconds_max);
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_USE_SSL,
                     on_this_machine(settings_.server) ? CURLUSESSL_TRY : CURLUSESSL_ALL);
    if (!user_and_password_.empty()) {
        curl_easy_setopt(handle, CURLOPT_USERPWD, user_and_password_.c_str());
    }
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, to.get());
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(handle, CURLOPT_READDATA, &reading);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, note);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &last_line);
    if (curl_easy_perform(handle) != CURLE_OK) return std::unexpected(error_of(handle));
    return receipt_of(std::move(last_line));
}

}  // namespace credit::notices
