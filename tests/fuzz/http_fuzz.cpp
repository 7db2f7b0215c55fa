// Bytes from a socket, in pieces: the parser and the router take anything and never break.
//
// The first byte says how large the pieces are.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "access/register.h"
#include "access/sign_in.h"
#include "http/context.h"
#include "http/metrics.h"
#include "http/operations.h"
#include "http/problem.h"
#include "http/router.h"
#include "http/wire/parser.h"
#include "http/wire/serialise.h"
#include "law/library.h"
#include "words/catalogue.h"

namespace {

using namespace credit;

// Answers nothing: what is fuzzed comes before any handler.
class Fuzzed final : public http::Exchange, public http::ParserEvents {
public:
    explicit Fuzzed(const http::Router& router) : router_(router) {}

    void on_header() override {
        admitted = router_.admit(*this) != nullptr;
        std::string out;
        http::append_response(out, response, {.date = "now"});
        response.clear();
    }
    void on_body(std::string_view piece) override {
        if (admitted) request.body.append(piece);
    }
    void completed() override {}
    void write_error(const Error& error) override {
        http::write_problem(response, error, router_.context().words);
    }

    bool admitted = false;

private:
    const http::Router& router_;
};

const http::Router& router() {
    static const auto library = law::Library::load().value();
    static const auto words = words::Catalogue::load(library).value();
    static access::Register principals;
    static access::SignIn sign_in{principals};
    static http::Metrics metrics{http::ids_of(http::operations())};
    static http::Context context{
        .desk = *reinterpret_cast<desk::Desk*>(&metrics),
        .words = words,
        .principals = principals,
        .sign_in = sign_in,
        .metrics = metrics,
        .counter = *reinterpret_cast<checks::Counter*>(&metrics),
        .lookups = *reinterpret_cast<lookups::LookupWriter*>(&metrics),
        .names = *reinterpret_cast<search::Names*>(&metrics),
        .lookup_pools = {.table = *reinterpret_cast<sql::Pool*>(&metrics),
                         .blocks = *reinterpret_cast<sql::Pool*>(&metrics)},
        .log = {}};
    static const http::Router router{http::operations(), context};
    return router;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::size_t piece = std::size_t{data[0]} * 8 + 1;
    const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
    Fuzzed exchange(router());
    http::Parser parser(exchange.request, exchange);
    std::size_t begin = 0;
    for (std::size_t end = std::min(piece, bytes.size());;
         end = std::min(end + piece, bytes.size())) {
        while (begin < end) {
            const std::size_t used = parser.feed(bytes.substr(begin, end - begin));
            begin += used;
            if (parser.fault()) return 0;
            if (parser.done()) {
                parser.restart();
            } else if (used == 0) {
                break;
            }
        }
        if (end == bytes.size() || end - begin > http::header_bytes_max) return 0;
    }
}
