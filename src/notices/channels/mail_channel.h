// Mail (电子邮件): the channel to a server that speaks SMTP, through libcurl.
//
// A server that is not on this machine must offer TLS, or nothing is sent. Decision 0015.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "foundation/clock.h"
#include "foundation/result.h"
#include "notices/channels/channel.h"

namespace credit::notices {

struct MailSettings {
    std::string server;                      // "smtp://127.0.0.1:25", "smtps://mail.example:465"
    std::string from;                        // address that the letters come from
    std::filesystem::path credentials = {};  // file of mode 0600 with "user:password"; empty: none
};

class MailChannel final : public Channel {
public:
    // InvalidInput "notices.not_a_mail_server", "notices.not_an_address"; the errors of reading
    // the file of credentials. The clock must outlive it.
    static Result<std::unique_ptr<MailChannel>> open(const MailSettings& settings,
                                                     const Clock& clock);

    std::string_view name() const override { return mail_channel; }
    Result<std::string> send(const Letter& letter) override;

private:
    MailChannel(MailSettings settings, std::string user_and_password, const Clock& clock)
        : settings_(std::move(settings)),
          user_and_password_(std::move(user_and_password)),
          clock_(clock) {}

    MailSettings settings_;
    std::string user_and_password_;
    const Clock& clock_;
};

// The letter as it goes over the wire (RFC 5322, MIME): lines ended by \r\n.
std::string message_of(const Letter& letter, std::string_view from, Instant now);

}  // namespace credit::notices
