#include "ledger/keys.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "foundation/bytes.h"
#include "foundation/crypto.h"
#include "foundation/durable_file.h"
#include "ledger/store_places.h"

namespace credit::ledger {
namespace {

class KeyFile : public testing::Test {
protected:
    KeyFile()
        : file_(std::filesystem::path(testing::TempDir()) /
                ("xinheng_" + to_hex(crypto::random_key()).substr(0, 12) + ".keys")) {}
    ~KeyFile() override { std::filesystem::remove(file_); }

    std::string refusal() const { return read_keys(file_).error().grounds.front().word; }

    std::filesystem::path file_;
};

TEST_F(KeyFile, IsReadBackAndNeverOverwritten) {
    const auto keys = Keys::generate();
    ASSERT_TRUE(write_keys(file_, keys).has_value());
    const auto read = read_keys(file_).value();
    EXPECT_EQ(read.hmac, keys.hmac);
    EXPECT_EQ(read.wrapping, keys.wrapping);
    EXPECT_EQ(read.log_seed, keys.log_seed);
    EXPECT_EQ(read.origin, keys.origin);
    EXPECT_EQ(write_keys(file_, keys).error().grounds.front().word, "ledger.keys_exist");
}

TEST_F(KeyFile, IsRefusedWhenOthersMayReadIt) {
    ASSERT_TRUE(write_keys(file_, Keys::generate()).has_value());
    struct stat status{};
    ASSERT_EQ(::stat(file_.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    ::chmod(file_.c_str(), 0640);
    EXPECT_EQ(refusal(), "ledger.keys_open_to_others");
    ::chmod(file_.c_str(), 0604);
    EXPECT_EQ(refusal(), "ledger.keys_open_to_others");
}

TEST_F(KeyFile, IsRefusedWhenItIsSomethingElse) {
    EXPECT_EQ(refusal(), "foundation.file_not_read");
    const auto whole = [&] {
        EXPECT_TRUE(write_keys(file_, Keys::generate()).has_value());
        auto text = read_whole(file_).value();
        std::filesystem::remove(file_);
        return text;
    }();
    for (const auto& text :
         {std::string(), std::string("xinheng keys 2\n"), whole.substr(0, whole.size() - 3),
          whole + "more 1\n", "x" + whole, whole.substr(0, whole.find("log "))}) {
        ASSERT_TRUE(write_private(file_, bytes_of(text)).has_value());
        EXPECT_EQ(refusal(), "ledger.keys_broken");
        std::filesystem::remove(file_);
    }
}

TEST(StorePlaces, LieBesideAnEmbeddedStore) {
    const auto places = StorePlaces::of("/var/lib/register.db", std::nullopt).value();
    EXPECT_EQ(places.keys, "/var/lib/register.db.keys");
    EXPECT_EQ(places.lookups, "/var/lib/register.db.lookups");
    EXPECT_EQ(places.blocks, "/var/lib/register.db.blocks");
    EXPECT_EQ(StorePlaces::of("/a/b.db", "/home/x").value().keys, "/home/x/b.db.keys");
}

// Two servers on one file would each believe in a check index of their own.
TEST(StorePlaces, LockTheDatabaseWhateverTheHomeAndTheName) {
    namespace fs = std::filesystem;
    const auto folder = fs::canonical(testing::TempDir()) / "xinheng_store_places";
    fs::remove_all(folder);
    fs::create_directories(folder / "data");
    const auto lock_of = [](const fs::path& store, const std::optional<fs::path>& home) {
        return StorePlaces::of(store.string(), home).value().lock;
    };
    const auto lock = folder / "data/a.db.lock";
    EXPECT_EQ(lock_of(folder / "data/a.db", std::nullopt), lock);  // before it is made
    std::ofstream(folder / "data/a.db") << "store";
    fs::create_symlink(folder / "data/a.db", folder / "named.db");
    fs::create_directory_symlink(folder / "data", folder / "elsewhere");
    EXPECT_EQ(lock_of(folder / "data/a.db", std::nullopt), lock);
    EXPECT_EQ(lock_of(folder / "data/a.db", folder / "home"), lock);
    EXPECT_EQ(lock_of(folder / "named.db", folder / "home"), lock);
    EXPECT_EQ(lock_of(folder / "elsewhere/../data/./a.db", std::nullopt), lock);
    EXPECT_EQ(lock_of(folder / "elsewhere/a.db", std::nullopt), lock);
    fs::remove_all(folder);
}

TEST(StorePlaces, LieInTheHomeOfAPostgresStore) {
    const std::string store = "postgresql://u:p@127.0.0.1/register";
    EXPECT_FALSE(StorePlaces::of(store, std::nullopt).has_value());
    const auto places = StorePlaces::of(store, "/srv/x").value();
    EXPECT_EQ(places.keys, "/srv/x/store.keys");
    EXPECT_EQ(places.lookups, store);
    EXPECT_EQ(places.blocks, store);
    // The home does not depend on the password, and does not show it.
    const auto home = default_home(store);
    ASSERT_TRUE(home.has_value());
    EXPECT_EQ(home, default_home("postgresql://u:other@127.0.0.1/register"));
    EXPECT_NE(home, default_home("postgresql://u:p@127.0.0.1/another"));
}

}  // namespace
}  // namespace credit::ledger
