// Client over the unix socket of a running server: how the command line has its requests answered.
//
// Blocking, one request after another. Whoever holds the socket has no rights by that; the request
// carries its token.

#pragma once

#include <filesystem>
#include <functional>

#include "foundation/result.h"
#include "http/message.h"

namespace credit::http {

class Client {
public:
    // Unavailable "http.server_away" when nobody listens there.
    static Result<Client> connect(const std::filesystem::path& socket);

    Client(Client&& other) noexcept;
    Client& operator=(Client&&) = delete;
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    ~Client();

    // Bytes of the body sent so far, for a progress bar.
    using Progress = std::function<void(std::uint64_t)>;

    // Sends the request's headers and its body or file; an answer past a megabyte comes as a file.
    // Unavailable "http.server_away" when the connection broke: what was asked may have been done,
    // and is safely asked again with the same Idempotency-Key.
    Result<Response> send(const Request& request, const Progress& progress = {});

private:
    explicit Client(int socket) : socket_(socket) {}
    Result<void> send_head(const Request& request) const;
    Result<void> send_file(const Spool& file, const Progress& progress) const;
    Result<void> send_all(std::string_view bytes) const;
    Result<std::size_t> receive(std::span<char> bytes) const;
    Result<std::string> receive_head(std::string& beyond) const;
    Result<void> receive_body(Response& response, std::uint64_t length, std::string_view first);

    int socket_;
};

}  // namespace credit::http
