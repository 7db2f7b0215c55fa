// Search by name over a store, on both engines: what commits change, what cannot be read, and the
// snapshot that does not fit any more.

#include "search/names.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <ios>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "foundation/clock.h"
#include "identity/subject_key.h"
#include "identity/subject_kind.h"
#include "ledger/act.h"
#include "ledger/act_store.h"
#include "search/hit.h"
#include "search/segments/snapshot.h"
#include "sql/pool.h"
#include "sql/session.h"
#include "sql/statement.h"
#include "subjects/subject.h"
#include "subjects/subject_register.h"
#include "tests/store/log_fixture.h"
#include "tests/store/store_fixture.h"

namespace credit::search {
namespace {

using namespace std::chrono_literals;
using identity::SubjectKind;

constexpr Date today = std::chrono::sys_days{2026y / 11 / 26};
const std::string company = "O91370200264574251E";
const std::string other = "O91370100MA3C8Y7Q2X";

class NamesTest : public log::LogTest {
protected:
    void SetUp() override {
        LogTest::SetUp();
        if (IsSkipped()) return;
        pool_ = std::make_unique<sql::Pool>(store(), 4);
        open();
    }

    void open(std::size_t kept_from = 1) {
        names_ = std::make_unique<Names>(*pool_, keys_, snapshot(), kept_from);
    }
    std::filesystem::path snapshot() const { return folder() / "store.names"; }

    void save(const std::string& key, std::string name, SubjectKind kind,
              Date as_of = today - std::chrono::days{30}) {
        subjects::SubjectFacts facts{.key = identity::SubjectKey::parse(key).value(),
                                     .kind = kind,
                                     .name = std::move(name),
                                     .registered = true,
                                     .as_of = as_of};
        ASSERT_TRUE(subjects::SubjectRegister(session()).save(
            facts, "01SOURCE" + std::to_string(++sources_)));
    }
    // As the desk tells of an act about the subject.
    void follow(const std::string& key) {
        ledger::Act act;
        act.home_key = key;
        names_->follow(act);
    }
    // An act in the log, so that a snapshot has a place.
    void log_act(const std::string& key) {
        const ledger::Act act{.id = ledger::new_act_id(log::now),
                              .kind = "test.act",
                              .home_key = key,
                              .recorded_at = log::now,
                              .body = "{}"};
        auto transaction = sql::Transaction::begin(session());
        ASSERT_TRUE(transaction.has_value());
        ASSERT_TRUE(ledger::append(session(), keys_, act).has_value());
        ASSERT_TRUE(transaction->commit().has_value());
        ASSERT_TRUE(sequence().has_value());
    }
    void tamper(std::string_view text) {
        ASSERT_TRUE(session().execute(sql::Statement{.name = "test.tamper", .text = text}));
    }
    std::string found(std::string_view text) {
        const auto hits = names_->find(text, 20, today);
        if (!hits) return hits.error().grounds.front().word;
        std::string codes;
        for (const auto& hit : *hits) codes += (codes.empty() ? "" : " ") + ("O" + hit.code);
        return codes;
    }

    std::unique_ptr<sql::Pool> pool_;
    std::unique_ptr<Names> names_;
    int sources_ = 0;
};

INSTANTIATE_TEST_SUITE_P(, NamesTest, store::both_engines(), store::engine_name);

TEST_P(NamesTest, OrganisationsAreFoundAndNobodyElse) {
    save(company, "青岛示例食品有限公司", SubjectKind::LegalPerson);
    save("O92370200MA3C8Y7Q2X", "李四示例水果店", SubjectKind::IndividualBusiness);
    save("P0123456789ABCDEFGHJKMNPQRS", "王示例", SubjectKind::NaturalPerson);
    EXPECT_EQ(found("示例"), company);
    EXPECT_EQ(found("王示例"), "");
    EXPECT_EQ(found("李四示例水果店"), "");
    EXPECT_EQ(names_->index().names(), 1U);
    follow("P0123456789ABCDEFGHJKMNPQRS");
    follow("O92370200MA3C8Y7Q2X");
    EXPECT_EQ(names_->index().names(), 1U);
}

TEST_P(NamesTest, ACommitIsFollowed) {
    save(company, "青岛旧名食品有限公司", SubjectKind::LegalPerson);
    EXPECT_EQ(found("旧名食品"), company);
    save(company, "青岛新名食品有限公司", SubjectKind::LegalPerson, today - std::chrono::days{5});
    EXPECT_EQ(found("青岛新名食品有限公司"), company);  // by the old one: a slip
    EXPECT_EQ(names_->index().names(), 1U);
    follow(company);
    EXPECT_EQ(names_->index().names(), 2U);
    const auto hits = *names_->find("青岛旧名食品有限公司", 20, today);
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_TRUE(hits.front().former_name);
    EXPECT_EQ(hits.front().name_today, "青岛新名食品有限公司");
    EXPECT_EQ(hits.front().validity.through, today - std::chrono::days{6});
}

TEST_P(NamesTest, AKindThatIsNotPublicLeavesWithTheCommit) {
    save(company, "青岛示例食品有限公司", SubjectKind::LegalPerson);
    EXPECT_EQ(found("示例食品"), company);
    save(company, "青岛示例食品有限公司", SubjectKind::IndividualBusiness,
         today - std::chrono::days{1});
    follow(company);
    EXPECT_EQ(found("示例食品"), "");
    EXPECT_EQ(names_->index().names(), 0U);
}

TEST_P(NamesTest, WhatCannotBeReadIsNotFoundUntilItCan) {
    save(company, "青岛示例食品有限公司", SubjectKind::LegalPerson);
    ASSERT_EQ(found("示例食品"), company);
    tamper("UPDATE subject SET kind = 'unheard_of'");
    follow(company);
    EXPECT_EQ(found("示例食品"), "");
    EXPECT_EQ(names_->catch_up(), 1U);
    tamper("UPDATE subject SET kind = 'legal_person'");
    EXPECT_EQ(names_->catch_up(), 0U);
    EXPECT_EQ(found("示例食品"), company);
}

TEST_P(NamesTest, AStoreThatIsAwayIsNoEmptyOne) {
    sql::Pool away("/nowhere/at/all/store.db", 2);
    Names blind(away, keys_, snapshot());
    EXPECT_FALSE(blind.find("示例食品", 20, today));
}

TEST_P(NamesTest, ASnapshotIsReadAgainWithWhatCameSince) {
    save(company, "青岛示例食品有限公司", SubjectKind::LegalPerson);
    log_act(company);
    ASSERT_TRUE(names_->fill());
    ASSERT_TRUE(names_->save());
    ASSERT_TRUE(std::filesystem::exists(snapshot()));

    // Written behind its back, and told of by no act: the snapshot was read and not the store.
    save(other, "济南别家机械有限公司", SubjectKind::LegalPerson);
    open();
    EXPECT_EQ(found("示例食品"), company);
    EXPECT_EQ(found("别家机械"), "");
    log_act(other);
    open();
    EXPECT_EQ(found("别家机械"), other);
}

TEST_P(NamesTest, ASnapshotThatDoesNotFitIsThrownAway) {
    save(company, "青岛示例食品有限公司", SubjectKind::LegalPerson);
    log_act(company);
    ASSERT_TRUE(names_->fill());
    ASSERT_TRUE(names_->save());
    save(other, "济南别家机械有限公司", SubjectKind::LegalPerson);
    {
        std::fstream out(snapshot(), std::ios::in | std::ios::out | std::ios::binary);
        out.seekp(100);
        out.put('?');
    }
    open();
    EXPECT_EQ(found("别家机械"), other);
    EXPECT_FALSE(std::filesystem::exists(snapshot()));

    // Of a store whose log went another way.
    ASSERT_TRUE(names_->save());
    auto mark = snapshot();
    mark += ".mark";
    auto changed = find_mark(snapshot()).value();
    changed.last_act = "01ANOTHERSTORESACT00000000";
    std::ofstream(mark) << to_text(changed);
    open();
    EXPECT_EQ(found("别家机械"), other);
    EXPECT_FALSE(std::filesystem::exists(mark));
}

TEST_P(NamesTest, FewNamesHaveNoSnapshot) {
    open(2);
    save(company, "青岛示例食品有限公司", SubjectKind::LegalPerson);
    log_act(company);
    ASSERT_TRUE(names_->fill());
    ASSERT_TRUE(names_->save());
    EXPECT_FALSE(std::filesystem::exists(snapshot()));
}

TEST_P(NamesTest, AServerFillsItBehindItsBack) {
    save(company, "青岛示例食品有限公司", SubjectKind::LegalPerson);
    names_->start();
    std::string answer;
    for (int tries = 0; tries < 500; ++tries) {
        answer = found("示例食品");
        if (answer != "search.not_filled") break;
        std::this_thread::sleep_for(10ms);
    }
    EXPECT_EQ(answer, company);
}

}  // namespace
}  // namespace credit::search
