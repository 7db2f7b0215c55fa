#include "server/serve.h"

#include <cstdint>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "http/server.h"
#include "http/wire/descriptors.h"
#include "server/house.h"
#include "server/process/stop_signals.h"
#include "server/welcome.h"

namespace credit::server {
namespace {

// "http://127.0.0.1:8080": as asked, with the port that was found.
std::string address_of(std::string_view listen, std::uint16_t port) {
    const auto host = listen.substr(0, listen.rfind(':'));
    return "http://" + std::string(host) + ":" + std::to_string(port);
}

std::string addresses(const House& house, const std::string& address) {
    return "公示门户 · portal " + address + "/\n业务台 · staff console " + address +
           "/console/\n正在服务 · serving at " + address + "\n接口说明 · API description at " +
           address + "/docs\n本机套接字 · local socket " + house.places().socket.string() + "\n";
}

}  // namespace

Result<void> serve(House& house, const ServeSettings& settings, StopSignals& signals,
                   const Say& say) {
    http::raise_descriptors();
    house.keep_lookups();
    house.keep_names();
    const http::ServerSettings door{.listen = settings.listen,
                                    .unix_socket = house.places().socket,
                                    .demonstration = house.demonstration()};
    const auto server =
        TRY(http::Server::start(door, house.router(), house.clock(), house.metrics()));
    const std::string address = address_of(settings.listen, server->port());
    say(addresses(house, address));
    if (settings.greeting == Greeting::Welcome) say(TRY(welcome(house, address)));
    house.clerk().start(settings.pause);
    signals.wait();
    say("正在停止 · stopping\n");
    house.desk().close();
    server->stop();
    return {};
}

}  // namespace credit::server
