#include "notices/open_channel.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/permits.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "notices/channels/address_book.h"
#include "notices/channels/channel.h"
#include "notices/service_register.h"
#include "sql/session.h"

namespace credit::notices {
namespace {

constexpr std::array channels{mail_channel, text_message_channel, mailbox_channel};

ledger::Draft draft_of(const access::Occasion& occasion, std::string_view kind,
                       std::string_view channel) {
    return {.kind = std::string(kind),
            .home_key = occasion.principal.subject_key,
            .occurred_on = occasion.day,
            .body = to_text(JsonObject{{"channel", channel}})};
}

}  // namespace

Result<ledger::Draft> open_channel(const access::Occasion& occasion, const AddressBook& addresses,
                                   std::string_view channel, std::string_view address) {
    TRY(access::authorise(occasion.principal, "open_channel", occasion.principal.authority));
    if (std::ranges::find(channels, channel) == channels.end()) {
        return refuse({{.word = "notices.unknown_channel", .pointer = "/channel"}});
    }
    auto grounds = judge_address(channel, address);
    if (!grounds.empty()) return refuse(std::move(grounds));
    TRY(addresses.save(occasion.session, occasion.principal.subject_key, channel, address));
    return draft_of(occasion, "notices.open_channel", channel);
}

Result<void> apply_open_channel(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto channel = TRY(read_text(body, "channel"));
    return ServiceRegister(session).open_channel(
        act.home_key, {.channel = channel, .opened_on = act.occurred_on}, act.id);
}

Result<ledger::Draft> close_channel(const access::Occasion& occasion, std::string_view channel) {
    TRY(access::authorise(occasion.principal, "close_channel", occasion.principal.authority));
    const auto& subject = occasion.principal.subject_key;
    const auto open = TRY(ServiceRegister(occasion.session).channels_of(subject));
    if (std::ranges::find(open, channel, &OpenChannel::channel) == open.end()) {
        return refuse({{.word = "notices.channel_not_open"}});
    }
    TRY(AddressBook::remove(occasion.session, subject, channel));
    return draft_of(occasion, "notices.close_channel", channel);
}

Result<void> apply_close_channel(sql::Session& session, const ledger::Act& act) {
    const auto body = TRY(parse_object(act.body));
    const auto channel = TRY(read_text(body, "channel"));
    return ServiceRegister(session).close_channel(act.home_key, channel);
}

}  // namespace credit::notices
