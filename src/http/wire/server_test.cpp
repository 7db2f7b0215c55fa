#include "http/server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/asio/post.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <semaphore>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "access/register.h"
#include "access/sign_in.h"
#include "access/token.h"
#include "http/context.h"
#include "http/json.h"
#include "http/measure/fixed_reply.h"
#include "http/operations.h"
#include "http/wire/client.h"
#include "http/wire/work_pool.h"
#include "http/wire/worker.h"
#include "law/library.h"
#include "words/catalogue.h"

namespace credit::http {
namespace {

// A client that writes what it is told and reads what comes.
class Line {
public:
    explicit Line(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        const timeval patience{.tv_sec = 10, .tv_usec = 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    Line(Line&& other) noexcept
        : socket_(std::exchange(other.socket_, -1)), read_(std::move(other.read_)) {}
    ~Line() {
        if (socket_ >= 0) ::close(socket_);
    }

    void send(std::string_view text) {
        while (!text.empty()) {
            const ssize_t count = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
            if (count <= 0) return;
            text.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    // Until the text has come that often, or the connection has ended.
    std::string read_until(std::string_view text, int times = 1) {
        while (count(text) < times && read_more()) {
        }
        return read_;
    }
    std::string read_all() {
        while (read_more()) {
        }
        return read_;
    }

private:
    int count(std::string_view text) const {
        int times = 0;
        for (auto at = read_.find(text); at != std::string::npos; at = read_.find(text, at + 1)) {
            ++times;
        }
        return times;
    }
    bool read_more() {
        char piece[4096];
        const ssize_t count = ::recv(socket_, piece, sizeof piece, 0);
        if (count > 0) read_.append(piece, static_cast<std::size_t>(count));
        return count > 0;
    }
    int socket_;
    std::string read_;
};

Result<Response> echo(const Request& request, Context& /*context*/) {
    return json_response({{"body", request.body}, {"channel", request.channel}});
}

Result<Response> measure(const Request& request, Context& /*context*/) {
    Response response;
    response.body = std::to_string(request.file->size());
    return response;
}

Result<Response> twice(const Request& request, Context& /*context*/) {
    Response response;
    response.file = TRY(Spool::create());
    std::vector<char> content(request.file->size());
    TRY(request.file->read_at(0, content));
    TRY(response.file->append({content.data(), content.size()}));
    TRY(response.file->append({content.data(), content.size()}));
    return response;
}

Result<Response> sleep_a_little(const Request& /*request*/, Context& /*context*/) {
    std::this_thread::sleep_for(std::chrono::milliseconds{200});
    return json_response({{"slept", true}});
}

std::binary_semaphore held_begun{0};
std::binary_semaphore held_ends{0};

Result<Response> hold(const Request& /*request*/, Context& /*context*/) {
    held_begun.release();
    held_ends.acquire();
    return json_response({{"held", true}});
}

// Answered from another thread.
void later(const Request& /*request*/, Context& /*context*/, Reply reply) {
    std::thread([reply = std::move(reply)]() mutable {
        reply.response().body = R"({"later":true})";
        std::move(reply).send();
    }).detach();
}

void dropped(const Request& /*request*/, Context& /*context*/, Reply /*reply*/) {}

Result<Response> throws(const Request& /*request*/, Context& /*context*/) {
    throw std::bad_alloc();
}

std::vector<Operation> operations_of_test() {
    std::vector<Operation> all = operations();
    all.push_back(fixed_reply_operation());
    constexpr std::uint64_t large = std::uint64_t{64} << 20U;
    const auto add = [&](std::string_view path, Method method, Pool pool, BodyKind body,
                         Handler handler, CheckHandler check_handler = nullptr) {
        all.push_back({.id = path,
                       .method = method,
                       .path = path,
                       .pool = pool,
                       .body = body,
                       .upload_bytes_max = body == BodyKind::Upload ? large : 0,
                       .token = Token::Optional,
                       .query = {"page"},
                       .handler = handler,
                       .check_handler = check_handler});
    };
    add("/echo", Method::Post, Pool::Fast, BodyKind::Json, echo);
    add("/measure", Method::Post, Pool::Heavy, BodyKind::Upload, measure);
    add("/small", Method::Post, Pool::Heavy, BodyKind::Upload, measure);
    all.back().upload_bytes_max = 100;
    add("/twice", Method::Post, Pool::Heavy, BodyKind::Upload, twice);
    add("/sleep", Method::Get, Pool::Heavy, BodyKind::None, sleep_a_little);
    add("/held", Method::Get, Pool::Heavy, BodyKind::None, hold);
    add("/later", Method::Get, Pool::Check, BodyKind::None, nullptr, later);
    add("/dropped", Method::Get, Pool::Check, BodyKind::None, nullptr, dropped);
    add("/throws", Method::Get, Pool::Fast, BodyKind::None, throws);
    return all;
}

class ServerTest : public testing::Test {
protected:
    void start(ServerSettings settings = {}) {
        settings.listen = "127.0.0.1:0";
        if (settings.threads == 0) settings.threads = 2;
        server_ = Server::start(settings, router_, clock_, metrics_).value();
    }
    Line connect() const { return Line(server_->port()); }
    std::string ask(std::string_view text) const {
        Line line = connect();
        line.send(text);
        return line.read_all();
    }
    static std::string get(std::string_view target) {
        return "GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    }
    static std::string post(std::string_view target, std::string_view body,
                            std::string_view headers = {}) {
        return "POST " + std::string(target) +
               " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n" +
               std::string(headers) + "Content-Length: " + std::to_string(body.size()) +
               "\r\n\r\n" + std::string(body);
    }

    const law::Library library_ = law::Library::load().value();
    const words::Catalogue words_ = words::Catalogue::load(library_).value();
    access::Register principals_;
    access::SignIn sign_in_{principals_};
    Metrics metrics_{ids_of(operations_of_test())};
    Context context_{.desk = *reinterpret_cast<desk::Desk*>(this),  // no handler here reaches it
                     .words = words_,
                     .principals = principals_,
                     .sign_in = sign_in_,
                     .metrics = metrics_,
                     .counter = *reinterpret_cast<checks::Counter*>(this),
                     .lookups = *reinterpret_cast<lookups::LookupWriter*>(this),
                     .names = *reinterpret_cast<search::Names*>(this),
                     .lookup_pools = {.table = *reinterpret_cast<sql::Pool*>(this),
                                      .blocks = *reinterpret_cast<sql::Pool*>(this)},
                     .log = {}};
    const Router router_{operations_of_test(), context_};
    const SystemClock clock_;
    std::unique_ptr<Server> server_;
};

using testing::Test;

TEST_F(ServerTest, AnswersAndClosesWhenAsked) {
    start();
    const std::string answer = ask(get("/livez"));
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
    EXPECT_TRUE(answer.contains("Connection: close\r\n"));
    EXPECT_TRUE(answer.contains("X-Content-Type-Options: nosniff\r\n"));
    EXPECT_TRUE(answer.ends_with(R"({"status":"alive"})"));
}

TEST_F(ServerTest, EveryAnswerOfADemonstrationSaysSo) {
    constexpr std::string_view said = "Xinheng-Demonstration: yes\r\n";
    start();
    EXPECT_FALSE(ask(get("/livez")).contains(said));
    start({.demonstration = true});
    EXPECT_TRUE(ask(get("/livez")).contains(said));
    EXPECT_TRUE(ask(get("/nowhere")).contains(said));
    EXPECT_TRUE(ask("no request\r\n\r\n").contains(said));
}

TEST_F(ServerTest, ClosesAfterAnswerInTheOldVersion) {
    start();
    const std::string answer =
        ask("GET /livez HTTP/1.0\r\nHost: x\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_TRUE(answer.contains("Connection: close\r\n"));
}

TEST_F(ServerTest, KeepsTheOrderOfAPipeline) {
    start();
    Line line = connect();
    std::string all;
    for (const char* target : {"/later", "/livez", "/sleep", "/version", "/later"}) {
        all += "GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }
    line.send(all);
    const std::string answers = line.read_until("later", 2);
    const auto livez = answers.find("alive");
    const auto slept = answers.find("slept");
    const auto named = answers.find("xinheng");
    EXPECT_LT(answers.find("later"), livez);
    EXPECT_LT(livez, slept);
    EXPECT_LT(slept, named);
    EXPECT_LT(named, answers.rfind("later"));
}

TEST_F(ServerTest, ReadsARequestByteByByte) {
    start();
    Line line = connect();
    for (const char byte : post("/echo", R"({"a":1})")) line.send({&byte, 1});
    EXPECT_TRUE(line.read_all().contains(R"({\"a\":1})"));
}

TEST_F(ServerTest, RefusesWhatIsNoHttp) {
    start();
    for (const std::string_view text :
         {"\x16\x03\x01\x02", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
          "GET /livez HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
          "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: "
          "chunked\r\n\r\n0\r\n\r\n",
          "GET /livez HTTP/1.1\r\nHost: x\r\nAuthorization: a\r\nAuthorization: b\r\n\r\n"}) {
        Line line = connect();
        line.send(text);
        line.send("\r\n\r\n");
        EXPECT_TRUE(line.read_until("\r\n").starts_with("HTTP/1.1 400 ")) << text;
    }
}

TEST_F(ServerTest, BoundsHeaderAndBody) {
    start({.json_bytes_max = 100});
    const std::string long_header = "X: " + std::string(20'000, 'a') + "\r\n";
    EXPECT_TRUE(ask(post("/echo", "{}", long_header)).starts_with("HTTP/1.1 431 "));
    EXPECT_TRUE(ask(post("/echo", std::string(101, ' '))).starts_with("HTTP/1.1 413 "));
    EXPECT_TRUE(ask(post("/echo", std::string(100, ' '))).starts_with("HTTP/1.1 200 "));
    Line chunked = connect();
    chunked.send(
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        "Transfer-Encoding: chunked\r\n\r\n");
    for (int count = 0; count < 3; ++count) chunked.send("28\r\n" + std::string(40, ' ') + "\r\n");
    EXPECT_TRUE(chunked.read_until("\r\n").starts_with("HTTP/1.1 413 "));
}

TEST_F(ServerTest, StreamsAnUploadPastMemory) {
    start();
    Line line = connect();
    constexpr std::size_t megabytes = 40;
    line.send("POST /measure HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " +
              std::to_string(megabytes << 20U) + "\r\n\r\n");
    const std::string piece(std::size_t{1} << 20U, 'x');
    for (std::size_t count = 0; count < megabytes; ++count) line.send(piece);
    EXPECT_TRUE(line.read_all().ends_with(std::to_string(megabytes << 20U)));
}

std::string upload(std::string_view target, std::size_t length) {
    return "POST " + std::string(target) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" +
           "Content-Length: " + std::to_string(length) + "\r\n\r\n";
}

TEST_F(ServerTest, BoundsAnUploadByWhatItIsFor) {
    start();
    const std::string content(100, 'x');
    EXPECT_TRUE(ask(upload("/small", 100) + content).ends_with("\r\n\r\n100"));
    const std::string early = ask(upload("/small", 101));  // before a byte of it
    EXPECT_TRUE(early.starts_with("HTTP/1.1 413 ")) << early;
    EXPECT_TRUE(early.contains("http.body_too_large") && early.contains("than 100 bytes")) << early;
    // One that goes on sending still reads it.
    const std::string large(std::size_t{20} << 20U, 'x');
    EXPECT_TRUE(ask(upload("/small", large.size()) + large).starts_with("HTTP/1.1 413 "));
    Line chunked = connect();
    chunked.send("POST /small HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int count = 0; count < 3; ++count) chunked.send("28\r\n" + std::string(40, 'x') + "\r\n");
    EXPECT_TRUE(chunked.read_until("\r\n").starts_with("HTTP/1.1 413 "));
}

TEST_F(ServerTest, BoundsAllSpoolsTogether) {
    start({.spools_bytes_max = 100});
    Line held = connect();
    held.send(upload("/measure", 90) + std::string(80, 'x'));
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
    EXPECT_TRUE(ask(upload("/measure", 20) + std::string(20, 'x')).ends_with("\r\n\r\n20"));
    const std::string refused = ask(upload("/measure", 21));
    EXPECT_TRUE(refused.starts_with("HTTP/1.1 503 ")) << refused;
    EXPECT_TRUE(refused.contains("http.spools_full") && refused.contains("than 100 bytes"));
    EXPECT_TRUE(refused.contains("Retry-After: ")) << refused;
    // An answer that is a file takes its room too.
    EXPECT_TRUE(ask(upload("/twice", 7) + "abcdefg").starts_with("HTTP/1.1 503 "));
    EXPECT_TRUE(ask(get("/metrics")).contains("xinheng_spooled_bytes 80\n"));
    held.send(std::string(10, 'x'));
    EXPECT_TRUE(held.read_all().ends_with("\r\n\r\n90"));
    EXPECT_TRUE(ask(upload("/measure", 100) + std::string(100, 'x')).ends_with("\r\n\r\n100"));
}

TEST_F(ServerTest, SaysContinueBeforeALargeBody) {
    start();
    Line line = connect();
    line.send(
        "POST /measure HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n"
        "Connection: close\r\n\r\n");
    EXPECT_TRUE(line.read_until("\r\n\r\n").starts_with("HTTP/1.1 100 Continue\r\n"));
    line.send("abc");
    EXPECT_TRUE(line.read_all().ends_with("\r\n\r\n3"));
}

TEST_F(ServerTest, CutsOffWhoIsTooSlow) {
    start({.header_time = std::chrono::seconds{1}, .idle_time = std::chrono::seconds{1}});
    Line silent = connect();
    Line slow = connect();
    slow.send("GET /livez HTTP/1.1\r\nHo");
    EXPECT_TRUE(slow.read_all().starts_with("HTTP/1.1 408 "));
    EXPECT_EQ(silent.read_all(), "");
}

TEST_F(ServerTest, ClosesWhoIsSilentLongestWhenItIsFull) {
    start({.threads = 1, .connections_max = 2});
    constexpr std::string_view question = "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n";
    Line first = connect();
    first.send(question);
    first.read_until("alive");
    Line silent = connect();
    silent.send("GET /livez HT");
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
    first.send(question);
    first.read_until("alive", 2);
    EXPECT_TRUE(ask(get("/livez")).starts_with("HTTP/1.1 200 "));
    EXPECT_EQ(silent.read_all(), "");
    first.send(question);
    EXPECT_TRUE(first.read_until("alive", 3).ends_with(R"({"status":"alive"})"));
    EXPECT_TRUE(ask(get("/metrics")).contains("xinheng_connections_closed_for_others 1\n"));
}

TEST_F(ServerTest, TurnsAwayWhoComesWhenEachHasARequest) {
    start({.threads = 1, .connections_max = 1});
    Line uploading = connect();
    uploading.send(
        "POST /measure HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nConnection: close\r\n\r\nabc");
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
    const std::string told = ask(get("/livez"));
    EXPECT_TRUE(told.starts_with("HTTP/1.1 503 ")) << told;
    EXPECT_TRUE(told.contains("Retry-After: ") && told.contains("http.full")) << told;
    uploading.send("def");
    EXPECT_TRUE(uploading.read_all().ends_with("\r\n\r\n6"));
    EXPECT_TRUE(ask(get("/livez")).starts_with("HTTP/1.1 200 "));
}

// A tick that fell due while the thread was busy runs after the end that was asked for meanwhile:
// it must not wind the clock up again.
TEST_F(ServerTest, AWorkerEndsThoughATickIsDueAtThatMoment) {
    const ServerSettings settings;
    ServerParts parts{.settings = settings,
                      .router = router_,
                      .clock = clock_,
                      .metrics = metrics_,
                      .fast = WorkPool(1, 1),
                      .heavy = WorkPool(1, 1)};
    Worker worker(parts);
    std::promise<void> ended;
    auto outcome = ended.get_future();
    const std::jthread thread([&] {
        worker.run();
        ended.set_value();
    });
    boost::asio::post(worker.context(),
                      [] { std::this_thread::sleep_for(std::chrono::milliseconds{1'300}); });
    std::this_thread::sleep_for(std::chrono::milliseconds{200});
    worker.end();
    EXPECT_EQ(outcome.wait_for(std::chrono::seconds{5}), std::future_status::ready);
    worker.context().stop();
}

TEST_F(ServerTest, TellsUnknownPathsMethodsAndParameters) {
    start();
    EXPECT_TRUE(ask(get("/nothing")).starts_with("HTTP/1.1 404 "));
    const std::string wrong_method = ask(get("/echo"));
    EXPECT_TRUE(wrong_method.starts_with("HTTP/1.1 405 "));
    EXPECT_TRUE(wrong_method.contains("Allow: POST\r\n"));
    EXPECT_TRUE(ask(get("/livez?verbose=1")).starts_with("HTTP/1.1 400 "));
    EXPECT_TRUE(ask(get("/later?page=1&page=2")).starts_with("HTTP/1.1 400 "));
    EXPECT_TRUE(ask(get("/later?page=%e5%8e%86")).starts_with("HTTP/1.1 200 "));
    EXPECT_TRUE(ask(get("/later?page=%ff")).starts_with("HTTP/1.1 400 "));
    EXPECT_TRUE(ask(get("/docs/..%2fapi%2fopenapi.yaml")).starts_with("HTTP/1.1 404 "));
}

TEST_F(ServerTest, AsksForATokenThatMayDoIt) {
    start();
    EXPECT_TRUE(ask(post("/v1/bench/fixed", "{}")).starts_with("HTTP/1.1 401 "));
    EXPECT_TRUE(ask(post("/v1/bench/fixed", "{}", "Authorization: Bearer xh_0\r\n"))
                    .starts_with("HTTP/1.1 401 "));
    const std::string keeper = access::new_secret();
    const std::string counter = access::new_secret();
    const Instant for_ever{std::numeric_limits<std::int64_t>::max()};
    principals_.admit(access::digest_of(keeper), {.role = access::Role::Operator}, for_ever);
    principals_.admit(access::digest_of(counter), {.role = access::Role::ApprovalSystem}, for_ever);
    const auto with = [&](const std::string& secret, const std::string& body) {
        return ask(post("/v1/bench/fixed", body, "Authorization: Bearer " + secret + "\r\n"));
    };
    const std::string question = R"({"identifier":"1","name":"1","matter":"1","purpose":"1",)"
                                 R"("ground":"1","case":"1","officer":"1"})";
    EXPECT_TRUE(with(keeper, question).starts_with("HTTP/1.1 403 "));
    EXPECT_TRUE(with(counter, question).starts_with("HTTP/1.1 200 "));
    EXPECT_TRUE(with(counter, "{}").starts_with("HTTP/1.1 400 ")) << "it is read as a check is";
}

TEST_F(ServerTest, AnswersForAHandlerThatDoesNot) {
    start();
    EXPECT_TRUE(ask(get("/dropped")).starts_with("HTTP/1.1 503 "));
    EXPECT_TRUE(ask(get("/throws")).starts_with("HTTP/1.1 503 "));
}

TEST_F(ServerTest, HeavyWorkIsBoundedAndDelaysNoOther) {
    start({.heavy_threads = 1, .waiting_max = 1});
    std::vector<Line> sleepers;
    for (int count = 0; count < 4; ++count) {
        sleepers.push_back(connect());
        sleepers.back().send(get("/sleep"));
    }
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_TRUE(ask(get("/livez")).starts_with("HTTP/1.1 200 "));
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds{150});
    int busy = 0;
    for (Line& sleeper : sleepers) busy += sleeper.read_all().starts_with("HTTP/1.1 503 ") ? 1 : 0;
    EXPECT_GE(busy, 1);
}

TEST_F(ServerTest, FinishesWhatHasBegunWhenItStops) {
    start();
    Line line = connect();
    line.send(get("/held"));
    held_begun.acquire();
    const auto stopping = std::async(std::launch::async, [this] { server_->stop(); });
    held_ends.release();
    EXPECT_TRUE(line.read_all().contains("held"));
}

TEST_F(ServerTest, TellsWhoWaitsForHeavyWorkThatItStops) {
    start({.heavy_threads = 1});
    Line first = connect();
    first.send(get("/held"));
    held_begun.acquire();
    std::vector<Line> others;
    for (int count = 0; count < 2; ++count) {
        others.push_back(connect());
        others.back().send(get("/held"));
    }
    while (!metrics_.text().contains("xinheng_waiting_heavy 2\n")) std::this_thread::yield();
    const auto stopping = std::async(std::launch::async, [this] { server_->stop(); });
    for (Line& other : others) {
        const std::string told = other.read_all();
        EXPECT_TRUE(told.starts_with("HTTP/1.1 503 ") && told.contains("desk.closing")) << told;
    }
    EXPECT_EQ(stopping.wait_for(std::chrono::seconds{0}), std::future_status::timeout);
    held_ends.release();
    EXPECT_TRUE(first.read_all().contains("held"));
}

TEST_F(ServerTest, CutsOffWhomItHasNotAnsweredInTime) {
    start();
    Line late = connect();
    late.send(get("/sleep"));
    Line half = connect();
    half.send("POST /measure HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\nabc");
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
    const auto begun = std::chrono::steady_clock::now();
    server_->stop(std::chrono::seconds{0});
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds{1'500});
    EXPECT_EQ(late.read_all(), "");
    EXPECT_EQ(half.read_all(), "");
}

TEST_F(ServerTest, CountsWhatItAnswered) {
    start();
    ask(get("/nothing"));
    const std::string told = ask(get("/metrics"));
    EXPECT_TRUE(told.contains(R"(xinheng_requests_total{operation="none",status="4xx"} 1)"));
    EXPECT_TRUE(told.contains("xinheng_connections "));
}

TEST_F(ServerTest, AnswersItsClientOnTheUnixSocket) {
    const auto socket = std::filesystem::temp_directory_path() /
                        ("xinheng-test-" + std::to_string(::getpid()) + ".socket");
    start({.unix_socket = socket});
    using std::filesystem::perms;
    const auto allowed = std::filesystem::status(socket).permissions();
    EXPECT_EQ(allowed, perms::owner_read | perms::owner_write);
    Client client = Client::connect(socket).value();
    Request question;
    question.method = Method::Post;
    question.target = "/echo";
    question.content_type = "application/json";
    question.body = R"({"a":1})";
    for (int times = 0; times < 2; ++times) {
        const Response answer = client.send(question).value();
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.body, R"({"body":"{\"a\":1}","channel":"cli"})");
    }
    Request upload;
    upload.method = Method::Post;
    upload.target = "/measure";
    upload.file = Spool::create().value();
    ASSERT_TRUE(upload.file->append(std::string(3'000'000, 'x')));
    EXPECT_EQ(client.send(upload).value().body, "3000000");
    upload.target = "/twice";
    const Response twice = client.send(upload).value();
    ASSERT_NE(twice.file, nullptr);
    EXPECT_EQ(twice.file->size(), 6'000'000U);
    server_->stop();
    EXPECT_FALSE(Client::connect(socket).has_value());
}

TEST_F(ServerTest, DoesNotShareItsPort) {
    start();
    ServerSettings same;
    same.listen = "127.0.0.1:" + std::to_string(server_->port());
    const auto second = Server::start(same, router_, clock_, metrics_);
    ASSERT_FALSE(second.has_value());
    EXPECT_EQ(second.error().grounds.front().word, "http.cannot_listen");
}

// Not a test: serves until it is killed, to be measured by wrk.
TEST_F(ServerTest, DISABLED_ServesToBeMeasured) {
    const std::string secret = access::new_secret();
    principals_.admit(access::digest_of(secret), {.role = access::Role::ApprovalSystem},
                      Instant{std::numeric_limits<std::int64_t>::max()});
    start();
    std::ofstream(std::getenv("XINHENG_MEASURE")) << server_->port() << ' ' << secret << '\n';
    std::this_thread::sleep_for(std::chrono::seconds{30});
}

}  // namespace
}  // namespace credit::http
