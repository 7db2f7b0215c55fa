// Which kind and version a file is, by its header.

#include "catalogue/headers/header_recognition.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/code_list.h"
#include "catalogue/forbidden.h"
#include "catalogue/record_kind.h"
#include "foundation/clock.h"

namespace credit::catalogue {
namespace {

using namespace std::chrono_literals;
using Headers = std::vector<std::string>;

class HeaderRecognitionTest : public testing::Test {
protected:
    CodeLists codes_ = CodeLists::load().value();
    Forbidden forbidden_ = Forbidden::load().value();
    RecordKinds kinds_ = RecordKinds::load(codes_, forbidden_).value();

    Result<HeaderRecognition> recognise(const Headers& headers, Date day = Date{2026y / 11 / 23}) {
        return recognise_header(kinds_, forbidden_, headers, day);
    }

    Headers codes_of(std::string_view kind, std::string_view version) {
        Headers headers;
        for (const auto& column : kinds_.find_version(kind, version).value()->columns) {
            headers.push_back(column.code);
        }
        return headers;
    }

    Headers printed(std::string_view kind, std::string_view version) {
        Headers headers;
        for (const auto& column : kinds_.find_version(kind, version).value()->columns) {
            headers.push_back(column.header());
        }
        return headers;
    }
};

TEST_F(HeaderRecognitionTest, EveryKindIsKnownByItsOwnHeaders) {
    for (const auto& kind : kinds_.all()) {
        for (const auto& headers :
             {codes_of(kind.id, kind.version), printed(kind.id, kind.version)}) {
            const auto found = recognise(headers);
            ASSERT_TRUE(found) << kind.id;
            EXPECT_EQ(found->kind, &kind) << kind.id << kind.version;
            EXPECT_TRUE(found->readable()) << kind.id << kind.version;
            EXPECT_TRUE(found->unknown.empty()) << kind.id << kind.version;
            for (std::size_t at = 0; at < headers.size(); ++at) {
                EXPECT_EQ(found->columns[at], &kind.columns[at]) << headers[at];
            }
        }
    }
}

TEST_F(HeaderRecognitionTest, OrderCaseWidthAndMarksDoNotMatter) {
    auto headers = printed("penalty", "v2");
    std::ranges::reverse(headers);
    headers[0] = "　" + headers[0] + " ";
    headers[1] = "*" + headers[1] + "：";
    headers.back() = "ｃｆ＿ｘｄｒ＿ｍｃ";
    const auto found = recognise(headers);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->kind->version, "v2");
    EXPECT_TRUE(found->readable());
    EXPECT_EQ(found->columns.back()->code, "CF_XDR_MC");
}

TEST_F(HeaderRecognitionTest, VersionsAreToldApartByTheRepresentativesColumns) {
    EXPECT_EQ(recognise(codes_of("permit", "v1"))->kind->version, "v1");
    EXPECT_EQ(recognise(codes_of("permit", "v2"))->kind->version, "v2");
}

TEST_F(HeaderRecognitionTest, WhatStandsInBracketsDecidesBetweenNumbers) {
    auto headers = codes_of("permit", "v1");
    headers[2] = "行政相对人代码_3(工商登记码)";
    headers[3] = "行政相对人代码_2 (组织机构代码)";
    const auto found = recognise(headers);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->columns[2]->role, ColumnRole::RegistrationNumber);
    EXPECT_EQ(found->columns[3]->role, ColumnRole::OrganisationCode);
}

TEST_F(HeaderRecognitionTest, UnknownRepeatedAndMissingColumnsAreNamed) {
    auto headers = codes_of("penalty", "v2");
    std::erase(headers, "CF_CFLB");
    headers.emplace_back("乡镇意见");
    headers.emplace_back("处罚机关");
    headers.emplace_back("序号");
    const auto found = recognise(headers);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->unknown, Headers{"乡镇意见"});
    EXPECT_EQ(found->repeated, Headers{"处罚机关"});
    EXPECT_EQ(found->not_taken, Headers{"序号"});
    EXPECT_EQ(found->missing, Headers{"处罚类别"});
    EXPECT_FALSE(found->readable());
}

TEST_F(HeaderRecognitionTest, ForbiddenColumnIsRefusedWithItsArticle) {
    auto headers = codes_of("penalty", "v2");
    headers.emplace_back("家庭住址");
    headers.emplace_back("血型");
    const auto found = recognise(headers);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->forbidden.size(), 2);
    EXPECT_EQ(found->forbidden[0].pointer, "家庭住址");
    EXPECT_TRUE(found->forbidden[1].arguments[1].contains("art. 42"));
    EXPECT_FALSE(found->readable());
}

TEST_F(HeaderRecognitionTest, VersionNotYetInForceIsRefused) {
    const auto headers = codes_of("penalty", "v2");
    const auto before = recognise(headers, Date{2018y / 11 / 30});
    ASSERT_FALSE(before);
    EXPECT_EQ(before.error().grounds.front().word, "catalogue.kind_not_in_force");
    EXPECT_TRUE(recognise(headers, Date{2018y / 12 / 1}));
}

TEST_F(HeaderRecognitionTest, HeaderOfNothingIsNotRecognised) {
    for (const auto& headers :
         {Headers{}, Headers{"姓名", "电话"}, Headers{"名称", "统一社会信用代码"}}) {
        const auto found = recognise(headers);
        ASSERT_FALSE(found);
        EXPECT_EQ(found.error().grounds.front().word, "catalogue.header_not_recognised");
    }
}

}  // namespace
}  // namespace credit::catalogue
