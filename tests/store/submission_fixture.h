// A register with submissions that stop where a test wants them to.

#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "desk/desk.h"
#include "desk/open_register.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "records/accept_submission.h"
#include "records/spread/rows_to_come.h"
#include "server/house.h"
#include "tests/store/store_fixture.h"

namespace credit::store {

class SubmissionTest : public StoreTest {
protected:
    static constexpr Date today{std::chrono::year{2026} / 3 / 2};

    SubmissionTest() : clock_({start_of(today).milliseconds + 9LL * 3600 * 1000}) {}

    void create() {
        ASSERT_TRUE(server::House::create(settings(), desk::Purpose::Demonstration).has_value());
    }
    std::unique_ptr<server::House> open();
    void begin() {
        create();
        house_ = open();
    }
    void TearDown() override {
        house_.reset();
        StoreTest::TearDown();
    }
    desk::Desk& desk() { return house_->desk(); }
    server::HouseSettings settings() const {
        return {.store = store(), .home = folder() / "home", .clock = &clock_};
    }
    std::filesystem::path write(const std::string& csv);

    // As desk::submit does it, up to where the process is stopped.
    Result<records::StagedSubmission> stage(server::House& house, std::string_view authority,
                                            const std::filesystem::path& file);
    // Of what was staged last.
    records::RowsToCome& rows_to_come() { return rows_to_come_; }
    Result<void> accept(server::House& house, const records::StagedSubmission& staged);

    // The number that the statement finds.
    std::int64_t count(std::string_view text) const;
    std::int64_t visible() const { return count("SELECT COUNT(*) FROM record_current"); }
    std::int64_t under_way() const {
        return count(
            "SELECT COUNT(*) FROM submission_progress WHERE accepted = 0 OR spread < row_count");
    }

    SimulatedClock clock_;
    std::unique_ptr<server::House> house_;

private:
    records::RowsToCome rows_to_come_;
    int files_ = 0;
};

}  // namespace credit::store
