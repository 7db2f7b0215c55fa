// What a command line asks for.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace credit::cli {

enum class Verb : std::uint8_t {
    Init,
    Serve,
    Submit,
    Check,
    Screen,
    Subject,
    Search,
    CatalogueDryRun,
    LedgerVerify,
    ConsentVerify,
    InspectionVerify,
    TipKeyNew,
    TipKeyRegister,
    TipOpen,
    TipRead,
    Rebuild,
    Backup,
    Restore,
    StoreMove,
    StoreDistribute,
    Upgrade,
    Simulate,
    Completion,
    Version,
};

// What is asked of a check, without the subject: that comes by the standard input.
struct Matter {
    std::string matter;
    std::string purpose;
    std::string ground;
    std::string case_number;
    std::string officer;
};

struct Options {
    Verb verb = Verb::Version;

    std::string store;
    int limit = 20;
    std::filesystem::path home;
    std::filesystem::path token_file;
    bool json = false;
    bool quiet = false;
    bool no_color = false;

    bool demonstration = false;  // init
    std::string office = "SD-DRC";
    std::string listen = "127.0.0.1:8080";  // serve
    std::string smtp;
    std::string mail_from;
    std::filesystem::path smtp_credentials;
    std::filesystem::path notice_spool;
    bool welcome = false;
    bool measured = false;
    bool time_is_right = false;
    std::filesystem::path input;   // submit, screen, restore, consent and inspection verify
    std::filesystem::path output;  // screen, backup, catalogue dry-run
    std::string authority;
    std::string amendment;           // catalogue dry-run
    std::string tip;                 // tip open
    std::filesystem::path key_file;  // tip-key, tip
    std::string through;             // tip-key register
    bool partial = false;
    std::filesystem::path faults;
    Matter question;                   // check, screen
    std::filesystem::path checkpoint;  // ledger verify
    std::filesystem::path log;         // inspection verify: folder
    std::string key;                   // consent and inspection verify: the public one
    bool check = false;                // rebuild, restore; upgrade: rehearse
    std::string target;                // store move
    std::filesystem::path target_home;
    std::string shell;       // completion
    std::uint64_t seed = 1;  // simulate
    std::uint64_t acts = 300;

    // The home directory as named, or the one that follows from a PostgreSQL store's address.
    std::optional<std::filesystem::path> home_of_store() const;
    std::optional<std::filesystem::path> home_of_target() const;
};

}  // namespace credit::cli
