// A register on a fresh store that does nothing by itself, for each test and engine.

#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "desk/open_register.h"
#include "server/house.h"
#include "tests/store/store_fixture.h"

namespace credit::store {

class HouseTest : public EmptyStoreTest {
protected:
    void SetUp() override {
        EmptyStoreTest::SetUp();
        if (IsSkipped()) return;
        const server::HouseSettings settings{
            .store = store(), .home = folder() / "home", .by_hand = true};
        ASSERT_TRUE(server::House::create(settings, desk::Purpose::Demonstration));
        house_ = server::House::open(settings).value();
    }
    void TearDown() override {
        house_.reset();
        EmptyStoreTest::TearDown();
    }

    std::unique_ptr<server::House> house_;
};

}  // namespace credit::store
