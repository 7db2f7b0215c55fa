#include "http/wire/client.h"

#include <sys/socket.h>
#include <sys/types.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <expected>
#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "foundation/result.h"
#include "http/message.h"

namespace credit::http {
namespace {

constexpr std::size_t piece_size = std::size_t{64} * 1024;
constexpr std::uint64_t in_memory_max = std::uint64_t{1} << 20U;

std::unexpected<Error> away() {
    return fail(ErrorCode::Unavailable, "http.server_away");
}

void append_header(std::string& head, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    head.append(name).append(": ").append(value).append("\r\n");
}

// The number after the text; 0 when there is none.
std::uint64_t number_after(std::string_view head, std::string_view text) {
    const std::size_t place = head.find(text);
    if (place == std::string_view::npos) return 0;
    std::uint64_t number = 0;
    const std::string_view rest = head.substr(place + text.size());
    std::from_chars(rest.begin(), rest.end(), number);
    return number;
}

void read_headers(std::string_view head, Response& response) {
    response.status = static_cast<int>(number_after(head, "HTTP/1.1 "));
    while (!head.empty()) {
        const std::size_t end = head.find("\r\n");
        const std::string_view line = head.substr(0, end);
        head = end == std::string_view::npos ? std::string_view{} : head.substr(end + 2);
        const std::size_t colon = line.find(": ");
        if (colon == std::string_view::npos) continue;
        const std::string_view name = line.substr(0, colon);
        const std::string_view value = line.substr(colon + 2);
        if (name == "Content-Type") response.content_type = value;
        response.headers.push_back({std::string(name), std::string(value)});
    }
}

}  // namespace

Result<Client> Client::connect(const std::filesystem::path& socket) {
    sockaddr_un address{};
    if (socket.native().size() >= sizeof address.sun_path) return away();
    address.sun_family = AF_UNIX;
    std::ranges::copy(socket.native(), std::begin(address.sun_path));
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return away();
    Client client(descriptor);
    if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        return away();
    }
    return client;
}

Client::Client(Client&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}

Client::~Client() {
    if (socket_ >= 0) ::close(socket_);
}

Result<Response> Client::send(const Request& request, const Progress& progress) {
    TRY(send_head(request));
    if (request.file) {
        TRY(send_file(*request.file, progress));
    } else {
        TRY(send_all(request.body));
    }
    std::string beyond;
    const std::string head = TRY(receive_head(beyond));
    Response response;
    read_headers(head, response);
    const std::uint64_t length = number_after(head, "Content-Length: ");
    TRY(receive_body(response, length, beyond));
    return response;
}

Result<void> Client::send_head(const Request& request) const {
    std::string head;
    head.append(name_of(request.method)).append(" ").append(request.target);
    head += " HTTP/1.1\r\nHost: localhost\r\n";
    append_header(head, "Authorization", request.authorization);
    append_header(head, "Content-Type", request.content_type);
    append_header(head, "Accept", request.accept);
    append_header(head, "Accept-Language", request.accept_language);
    append_header(head, "Idempotency-Key", request.idempotency_key);
    const std::uint64_t length = request.file ? request.file->size() : request.body.size();
    if (length > 0) append_header(head, "Content-Length", std::to_string(length));
    head += "\r\n";
    return send_all(head);
}

Result<void> Client::send_file(const Spool& file, const Progress& progress) const {
    std::vector<char> piece(piece_size);
    for (std::uint64_t place = 0; place < file.size();) {
        const std::size_t count = TRY(file.read_at(place, piece));
        if (count == 0) return away();
        // The server may have refused already: then its answer is what counts.
        if (!send_all({piece.data(), count})) return {};
        place += count;
        if (progress) progress(place);
    }
    return {};
}

Result<void> Client::send_all(std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return away();
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

Result<std::size_t> Client::receive(std::span<char> bytes) const {
    while (true) {
        const ssize_t count = ::recv(socket_, bytes.data(), bytes.size(), 0);
        if (count > 0) return static_cast<std::size_t>(count);
        if (count == 0 || errno != EINTR) return away();
    }
}

Result<std::string> Client::receive_head(std::string& beyond) const {
    std::array<char, 4096> piece{};
    while (true) {
        const std::size_t end = beyond.find("\r\n\r\n");
        if (end != std::string::npos) {
            std::string head = beyond.substr(0, end);
            beyond.erase(0, end + 4);
            return head;
        }
        const std::size_t count = TRY(receive(piece));
        beyond.append(piece.data(), count);
    }
}

Result<void> Client::receive_body(Response& response, std::uint64_t length,
                                  std::string_view first) {
    if (length > in_memory_max) response.file = TRY(Spool::create());
    std::vector<char> piece(piece_size);
    std::uint64_t received = 0;
    std::string_view bytes = first;
    while (true) {
        received += bytes.size();
        if (response.file) {
            TRY(response.file->append(bytes));
        } else {
            response.body += bytes;
        }
        if (received >= length) return {};
        const std::size_t wanted = std::min<std::uint64_t>(piece.size(), length - received);
        const std::size_t count = TRY(receive(std::span(piece).first(wanted)));
        bytes = {piece.data(), count};
    }
}

}  // namespace credit::http
