// Opening of a channel (开通送达渠道): the subject gives an address to which it wants to be
// written.
//
// The act says that it did, and through which channel; the address is sealed in the address book
// and stands nowhere else.

#pragma once

#include <string>
#include <string_view>

#include "access/occasion.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "ledger/draft.h"
#include "notices/channels/address_book.h"
#include "sql/session.h"

namespace credit::notices {

// "notices.open_channel"; a further one takes the place of the first. Refused: unknown_channel,
// not_an_address.
Result<ledger::Draft> open_channel(const access::Occasion& occasion, const AddressBook& addresses,
                                   std::string_view channel, std::string_view address);
Result<void> apply_open_channel(sql::Session& session, const ledger::Act& act);

// "notices.close_channel": the address is gone with it. Refused: channel_not_open.
Result<ledger::Draft> close_channel(const access::Occasion& occasion, std::string_view channel);
Result<void> apply_close_channel(sql::Session& session, const ledger::Act& act);

}  // namespace credit::notices
