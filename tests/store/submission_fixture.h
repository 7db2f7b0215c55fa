// A register with submissions that stop where a test wants them to.

#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "desk/open_register.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "records/accept_submission.h"
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
    server::HouseSettings settings() const {
        return {.store = store(), .home = folder() / "home", .clock = &clock_};
    }
    std::filesystem::path write(const std::string& csv);

    // As desk::submit does it, up to where the process is stopped.
    Result<records::StagedSubmission> stage(server::House& house, std::string_view authority,
                                            const std::filesystem::path& file);
    Result<void> accept(server::House& house, const records::StagedSubmission& staged);

    SimulatedClock clock_;

private:
    int files_ = 0;
};

}  // namespace credit::store
