#include "http/wire/parser.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace credit::http {
namespace {

class Heard final : public ParserEvents {
public:
    void on_header() override {}
    void on_body(std::string_view piece) override { body.append(piece); }

    std::string body;
};

struct Outcome {
    bool done = false;
    bool fault = false;
    std::string body;

    bool operator==(const Outcome&) const = default;
};

// Feeds the request as it arrives when it is cut at the ends given.
Outcome fed(std::string_view bytes, const std::vector<std::size_t>& ends) {
    Request request;
    Heard heard;
    Parser parser(request, heard);
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        if (begin < end && !parser.done() && !parser.fault())
            begin += parser.feed(bytes.substr(begin, end - begin));
    }
    return {.done = parser.done(), .fault = parser.fault().has_value(), .body = heard.body};
}

std::string chunked(std::string_view body) {
    return "POST /v1/checks HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" +
           std::string(body);
}

class Cuts : public testing::TestWithParam<std::string> {};

TEST_P(Cuts, ARequestIsTheSameHoweverItIsCut) {
    const std::string& bytes = GetParam();
    const Outcome whole = fed(bytes, {bytes.size()});
    std::vector<std::size_t> each;
    for (std::size_t first = 1; first <= bytes.size(); ++first) {
        each.push_back(first);
        EXPECT_EQ(fed(bytes, {first, bytes.size()}), whole) << first;
        for (std::size_t second = first; second <= bytes.size(); ++second) {
            EXPECT_EQ(fed(bytes, {first, second, bytes.size()}), whole) << first << ' ' << second;
        }
    }
    EXPECT_EQ(fed(bytes, each), whole);
}

INSTANTIATE_TEST_SUITE_P(
    Requests, Cuts,
    testing::Values(chunked("0\r\n\r\n"), chunked("3\r\nabc\r\n0\r\n\r\n"),
                    chunked("1;a=b\r\nx\r\n0;c\r\nName: value\r\n\r\n"), chunked("zzzzzzz\r\n"),
                    chunked("3\r\nabcd\r\n0\r\n\r\n"), "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
                    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"));

TEST(Parser, ABodyInChunksIsReadWhole) {
    const std::string bytes = chunked("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    const Outcome expected{.done = true, .fault = false, .body = "abcde"};
    EXPECT_EQ(fed(bytes, {bytes.size()}), expected);
}

}  // namespace
}  // namespace credit::http
