// Channel (送达渠道): a way out of the register by which a notice is carried to its subject.
//
// The account is no channel: every notice stands there from the moment it is made. A channel only
// carries; that it carried is a receipt, and proves no service.

#pragma once

#include <string>
#include <string_view>

#include "foundation/result.h"

namespace credit::notices {

inline constexpr std::string_view mail_channel = "mail";
inline constexpr std::string_view text_message_channel = "text_message";
inline constexpr std::string_view mailbox_channel = "government_mailbox";

// What goes out. Subject line and text hold no identifier unless the text is the notice itself.
struct Letter {
    std::string id;       // of the notice: a channel that meets it twice may drop the second
    std::string address;  // of the recipient; never logged
    std::string title;
    std::string text;  // UTF-8, lines ended by \n
};

class Channel {
public:
    Channel() = default;
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;
    virtual ~Channel() = default;

    virtual std::string_view name() const = 0;
    // The carrier's receipt. Unavailable "notices.channel_away" when it is to be tried again;
    // Refused "notices.channel_refused" when the carrier will never take it. No error names the
    // address.
    virtual Result<std::string> send(const Letter& letter) = 0;
};

}  // namespace credit::notices
