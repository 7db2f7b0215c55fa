#include "http/wire/parser.h"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/field.hpp>
#include <boost/beast/http/verb.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "foundation/check.h"
#include "http/message.h"

namespace credit::http {
namespace {

namespace beast = boost::beast;

Method method_of(beast::http::verb verb) {
    switch (verb) {
        case beast::http::verb::get:
            return Method::Get;
        case beast::http::verb::head:
            return Method::Head;
        case beast::http::verb::post:
            return Method::Post;
        case beast::http::verb::put:
            return Method::Put;
        case beast::http::verb::delete_:
            return Method::Delete;
        default:
            return Method::Other;
    }
}

// A header that the register reads: kept once, refused when it stands twice.
bool keep(std::string& kept, beast::string_view value) {
    if (!kept.empty()) return false;
    kept.assign(value.data(), value.size());
    return true;
}

class RequestParser final : public beast::http::basic_parser<true> {
public:
    RequestParser(Request& request, ParserEvents& events) : request_(request), events_(events) {
        header_limit(header_bytes_max);
        body_limit(boost::none);  // each operation has its own, kept by the connection
        eager(true);
    }

    bool expects_continue() const { return expects_continue_; }
    bool stays() const { return persistent_ && keep_alive(); }

private:
    void on_request_impl(beast::http::verb verb, beast::string_view /*method*/,
                         beast::string_view target, int version,
                         beast::error_code& /*error*/) override {
        persistent_ = version >= 11;  // HTTP/1.0 may stay too, but would have to be told so
        request_.method = method_of(verb);
        request_.target.assign(target.data(), target.size());
    }
    void on_response_impl(int /*status*/, beast::string_view /*reason*/, int /*version*/,
                          beast::error_code& error) override {
        error = beast::http::error::bad_method;
    }
    void on_field_impl(beast::http::field name, beast::string_view text, beast::string_view value,
                       beast::error_code& error) override {
        const bool kept = name == beast::http::field::unknown ? keep_unnamed(text, value)
                                                              : keep_field(name, value);
        if (!kept) error = beast::http::error::bad_field;
    }
    bool keep_unnamed(beast::string_view text, beast::string_view value) {
        return !beast::iequals(text, "Idempotency-Key") || keep(request_.idempotency_key, value);
    }
    bool keep_field(beast::http::field name, beast::string_view value) {
        switch (name) {
            case beast::http::field::authorization:
                return keep(request_.authorization, value);
            case beast::http::field::content_type:
                return keep(request_.content_type, value);
            case beast::http::field::accept:
                return keep(request_.accept, value);
            case beast::http::field::accept_language:
                return keep(request_.accept_language, value);
            case beast::http::field::expect:
                expects_continue_ = beast::iequals(value, "100-continue");
                return expects_continue_;
            case beast::http::field::host:
                return !std::exchange(has_host_, true);
            default:
                return true;
        }
    }
    void on_header_impl(beast::error_code& error) override {
        if (!has_host_) {
            error = beast::http::error::bad_field;
            return;
        }
        events_.on_header();
    }
    void on_body_init_impl(const boost::optional<std::uint64_t>& /*length*/,
                           beast::error_code& /*error*/) override {}
    std::size_t on_body_impl(beast::string_view body, beast::error_code& /*error*/) override {
        events_.on_body({body.data(), body.size()});
        return body.size();
    }
    void on_chunk_header_impl(std::uint64_t /*size*/, beast::string_view /*extensions*/,
                              beast::error_code& /*error*/) override {}
    std::size_t on_chunk_body_impl(std::uint64_t /*remain*/, beast::string_view body,
                                   beast::error_code& /*error*/) override {
        events_.on_body({body.data(), body.size()});
        return body.size();
    }
    void on_finish_impl(beast::error_code& /*error*/) override {}

    Request& request_;
    ParserEvents& events_;
    bool persistent_ = false;
    bool has_host_ = false;
    bool expects_continue_ = false;
};

}  // namespace

class Parser::Machine {
public:
    Machine(Request& request, ParserEvents& events) : request_(request), events_(events) {
        restart();
    }

    void restart() {
        request_.clear();
        parser_.emplace(request_, events_);
        fault_.reset();
    }

    std::size_t feed(std::string_view bytes) {
        CHECK(parser_.has_value());
        RequestParser& parser = *parser_;
        std::size_t used = 0;
        while (used < bytes.size() && !parser.is_done()) {
            if (lacks_bytes(bytes.size() - used)) break;
            beast::error_code error;
            used += parser.put({bytes.data() + used, bytes.size() - used}, error);
            if (error == beast::http::error::need_more) break;
            if (!error) continue;
            fault_ = error == beast::http::error::header_limit ? Fault::HeaderTooLarge
                                                               : Fault::Malformed;
            break;
        }
        return used;
    }

    const RequestParser& parser() const {
        CHECK(parser_.has_value());
        return *parser_;
    }
    std::optional<Fault> fault() const { return fault_; }

private:
    // The library asserts, and ends the program, when less than "0 CR LF CR LF" stands behind a
    // last chunk it has seen in part; no body in chunks ends with less.
    bool lacks_bytes(std::size_t left) const {
        constexpr std::size_t last_chunk_bytes = 5;
        return parser().is_header_done() && parser().chunked() && left < last_chunk_bytes;
    }

    Request& request_;
    ParserEvents& events_;
    std::optional<RequestParser> parser_;  // always one since restart()
    std::optional<Fault> fault_;
};

Parser::Parser(Request& request, ParserEvents& events)
    : machine_(std::make_unique<Machine>(request, events)) {}

Parser::~Parser() = default;

void Parser::restart() {
    machine_->restart();
}

std::size_t Parser::feed(std::string_view bytes) {
    return machine_->feed(bytes);
}

std::optional<Fault> Parser::fault() const {
    return machine_->fault();
}

bool Parser::done() const {
    return machine_->parser().is_done();
}

bool Parser::header_done() const {
    return machine_->parser().is_header_done();
}

bool Parser::keep_alive() const {
    return machine_->parser().stays();
}

bool Parser::expects_continue() const {
    return machine_->parser().expects_continue();
}

std::optional<std::uint64_t> Parser::content_length() const {
    const auto length = machine_->parser().content_length();
    if (!length) return std::nullopt;
    return *length;
}

bool Parser::has_body() const {
    return machine_->parser().chunked() || content_length().value_or(0) > 0;
}

}  // namespace credit::http
