// Of a connection: its answers written, their files sent, the client waited for.

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "http/message.h"
#include "http/router.h"
#include "http/server.h"
#include "http/wire/connection.h"
#include "http/wire/parser.h"
#include "http/wire/serialise.h"
#include "http/wire/spool.h"
#include "http/wire/worker.h"

namespace credit::http {
namespace {

namespace asio = boost::asio;

constexpr std::size_t kept_memory = std::size_t{256} * 1024;
constexpr std::uint64_t drained_max = std::uint64_t{64} * 1024 * 1024;

void give_back(std::string& text) {
    if (text.capacity() > kept_memory) std::string().swap(text);
}

}  // namespace

void Connection::answer_completed() {
    if (closed_) {
        close();
        return;
    }
    finish_exchange();
    if (begin_ == end_ || closing_ || sending_ != nullptr) {
        write();
        return;
    }
    go_on();
}

std::size_t Connection::operation_place() const {
    const auto& operations = worker_.parts().router.operations();
    return operation_ == nullptr ? operations.size()
                                 : static_cast<std::size_t>(operation_ - operations.data());
}

void Connection::finish_exchange() {
    worker_.parts().metrics.count(operation_place(), response.status,
                                  std::chrono::steady_clock::now() - whole_at_);
    const bool asked_to_stay = parser_.header_done() && parser_.keep_alive();
    unread_ = !keep_alive_;
    closing_ = unread_ || !asked_to_stay || worker_.ending();
    const bool head_only = request.method == Method::Head;
    append_response(output_, response,
                    {.date = worker_.date(),
                     .keep_alive = !closing_,
                     .head_only = head_only,
                     .demonstration = worker_.parts().settings.demonstration});
    if (!head_only) sending_ = std::move(response.file);
    sent_ = 0;
    response.clear();
    give_back(response.body);
    give_back(request.body);
    parser_.restart();
    operation_ = nullptr;
    refused_ = false;
    keep_alive_ = true;
    body_bytes_ = 0;
    phase_ = Phase::Idle;
}

void Connection::write() {
    const bool between = parser_.header_done();  // "100 Continue" goes out, the body comes
    if (!between) enter(Phase::Writing);
    boost::system::error_code error;
    written_ += socket_.write_some(
        asio::buffer(output_.data() + written_, output_.size() - written_), error);
    if (error && error != asio::error::would_block && error != asio::error::try_again) {
        close();
        return;
    }
    if (written_ == output_.size() && !refill_from_file()) {
        after_writing();
        return;
    }
    socket_.async_wait(Socket::wait_write, [this](const boost::system::error_code& failed) {
        if (failed || closed_) {
            close();
            return;
        }
        write();
    });
}

// Whether there is more to send: the next piece of the answer's file.
bool Connection::refill_from_file() {
    output_.clear();
    give_back(output_);
    written_ = 0;
    if (sending_ == nullptr) return false;
    output_.resize(output_enough);
    const auto count = sending_->read_at(sent_, std::span(output_));
    output_.resize(count.value_or(0));
    sent_ += output_.size();
    if (!output_.empty()) return true;
    closing_ = closing_ || sent_ < sending_->size();  // it could not be read: cut the answer short
    sending_.reset();
    return false;
}

void Connection::after_writing() {
    if (closing_) {
        drain();
        return;
    }
    if (phase_ == Phase::Writing) enter(Phase::Idle);
    if (begin_ == end_) {
        read();
        return;
    }
    asio::post(worker_.context(), [this] { closed_ ? close() : go_on(); });
}

// Waits for the client to close, so that it gets the answer before the connection is reset.
void Connection::drain() {
    if (phase_ != Phase::Draining) {
        enter(Phase::Draining);
        boost::system::error_code ignored;
        std::ignore = socket_.shutdown(Socket::shutdown_send, ignored);
    }
    socket_.async_read_some(asio::buffer(input_->data(), header_bytes_max),
                            [this](const boost::system::error_code& error, std::size_t count) {
                                drained_ += count;
                                if (error || closed_ || drained_ > drained_max) {
                                    close();
                                    return;
                                }
                                drain();
                            });
}

}  // namespace credit::http
