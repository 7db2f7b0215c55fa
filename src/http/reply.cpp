#include "http/reply.h"

#include <utility>

#include "foundation/result.h"

namespace credit::http {

Reply& Reply::operator=(Reply&& other) noexcept {
    const Reply dropped(std::move(*this));
    exchange_ = std::exchange(other.exchange_, nullptr);
    return *this;
}

Reply::~Reply() {
    if (exchange_ == nullptr) return;
    const Error error = fail(ErrorCode::Unavailable, "http.unanswered").error();
    std::move(*this).send_error(error);
}

void Reply::send() && {
    std::exchange(exchange_, nullptr)->completed();
}

void Reply::send_error(const Error& error) && {
    exchange_->write_error(error);
    std::move(*this).send();
}

}  // namespace credit::http
