#include "tests/store/submission_fixture.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <ios>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "access/occasion.h"
#include "access/principal.h"
#include "desk/desk.h"
#include "desk/submission_reader.h"
#include "foundation/result.h"
#include "ledger/act.h"
#include "records/accept_submission.h"
#include "records/intake/judged_row.h"
#include "records/intake/staging.h"
#include "server/house.h"
#include "sql/pool.h"
#include "sql/statement.h"

namespace credit::store {

std::unique_ptr<server::House> SubmissionTest::open() {
    auto house = server::House::open(settings());
    EXPECT_TRUE(house.has_value());
    return house ? *std::move(house) : nullptr;
}

std::filesystem::path SubmissionTest::write(const std::string& csv) {
    auto path = folder() / ("file-" + std::to_string(++files_) + ".csv");
    std::ofstream(path, std::ios::binary) << csv;
    return path;
}

Result<records::StagedSubmission> SubmissionTest::stage(server::House& house,
                                                        std::string_view authority,
                                                        const std::filesystem::path& file) {
    auto& desk = house.desk();
    const auto* const submitter = TRY(desk.catalogue().authorities.find(authority, today));
    auto reader = TRY(desk::SubmissionReader::open(desk, *submitter, file, today));
    auto reading = TRY(desk.pool().lease(sql::Access::Read));
    records::Staging staging({.pool = desk.pool(),
                              .reading = *reading,
                              .keys = desk.keys(),
                              .identifiers = desk.identifiers()},
                             reader.filing(), ledger::new_act_id(clock_.now()));
    TRY(staging.begin());
    TRY(reader.visit([&](std::span<records::JudgedRow> rows) -> Result<void> {
        for (const auto& judged : rows) EXPECT_TRUE(judged.faults.empty());
        return staging.add(rows);
    }));
    auto staged = TRY(staging.finish());
    rows_to_come_ = staging.take_rows_to_come();
    return staged;
}

Result<void> SubmissionTest::accept(server::House& house, const records::StagedSubmission& staged) {
    const access::Principal clerk{
        .account = "clerk", .role = access::Role::Clerk, .authority = staged.authority};
    TRY(house.desk().perform({.principal = clerk, .channel = "api", .received_at = clock_.now()},
                             records::home_key_of(staged.authority),
                             [&](const access::Occasion& occasion) {
                                 return records::accept_submission(occasion, staged);
                             }));
    return {};
}

std::int64_t SubmissionTest::count(std::string_view text) const {
    const auto session = another_session();
    const auto row = session->find(sql::Statement{.name = "test.count", .text = text});
    return row && *row ? (**row).integer(0) : -1;
}

}  // namespace credit::store
