// The way to the register's operations: over the unix socket of the server that runs, or in this
// process where none does. Either way the same request gets the same answer.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "foundation/result.h"
#include "http/message.h"
#include "http/wire/client.h"
#include "ledger/store_places.h"
#include "server/house.h"

namespace credit::cli {

class Transport {
public:
    // While another command has the store, waits some seconds for it. Unavailable, or what
    // House::open says.
    static Result<Transport> open(const Options& options);

    // The answer, be it a problem. Unavailable "http.server_away".
    Result<http::Response> send(http::Request request, const Progress& progress = {});

private:
    explicit Transport(http::Client client) : client_(std::move(client)) {}
    explicit Transport(std::unique_ptr<server::House> house) : house_(std::move(house)) {}

    std::optional<http::Client> client_;
    std::unique_ptr<server::House> house_;
};

// Whose token a command needs: one of these roles, the first it finds, of the authority if named.
struct Wanted {
    std::vector<access::Role> roles;
    std::string authority = {};
};

// "Bearer …" out of --token-file, $XINHENG_TOKEN_FILE or the store's own file; empty where there is
// no token at all, for the register to refuse. NotPermitted "access.token_role" where those that
// are there have other roles; the errors of access::read_token_file.
Result<std::string> authorization(const Options& options, const Wanted& wanted);

// A POST with a new idempotency key.
http::Request post(std::string target, std::string_view content_type);

// "a=%E5…&b=…" of names and values.
std::string query_of(const std::vector<std::pair<std::string_view, std::string_view>>& parameters);

}  // namespace credit::cli
