// Stage (场景): a fresh demonstration with its own time, its subjects by short names, and whoever
// asks it something.

#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "demo/synthetic.h"
#include "foundation/agreement/key_agreement.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "http/message.h"
#include "tests/scenarios/runner/fresh_store.h"
#include "tests/scenarios/runner/scenario.h"

// Known by name alone to the verbs, most of which only ask the stage.
namespace credit::catalogue {
struct Catalogue;
}
namespace credit::law {
class Library;
}
namespace credit::server {
class House;
struct HouseSettings;
struct Lore;
}  // namespace credit::server

namespace credit::scenarios {

// Whose account asks: one of a role and an authority ("SD-DRC/2": its second), or a subject's own.
struct Asker {
    access::Role role = access::Role::Clerk;
    std::string authority = {};
    std::string alias = {};  // of the subject
};

class Stage {
public:
    // Stops the process when the house cannot be opened.
    Stage(const FreshStore& store, std::shared_ptr<const server::Lore> lore, Date first_day);
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;
    ~Stage();

    void set_day(Date day);
    Date today() const { return day_of(clock_.now()); }

    // The same register, opened again by another release; what it says when it does not open.
    std::string reopen(std::shared_ptr<const server::Lore> lore);
    void close();
    server::HouseSettings settings(std::shared_ptr<const server::Lore> lore) const;

    // The subject of that short name: "company…" an organisation, "shop…" an individual business,
    // any other a person, born on the day that the step says or in 1990.
    const demo::SyntheticSubject& subject(const std::string& alias, const Arguments& said);

    std::string key_of(const std::string& alias);

    // What falls due by itself on the stage's day.
    std::string sweep();

    // Sends it as an account of that role and authority, with a key of its own.
    http::Response send(http::Request request, access::Role role, std::string_view authority);
    http::Response post(std::string_view path, const JsonObject& body, access::Role role,
                        std::string_view authority);
    // The query stands in the path.
    http::Response get(std::string_view path, access::Role role, std::string_view authority);
    // As anybody, without an account.
    http::Response post_openly(std::string_view path, const JsonObject& body);

    // What `rebuild --check` finds different, by table; empty when the acts come to the same rows.
    std::string rebuilds_otherwise() const;

    // As the account of that subject itself.
    http::Response post_as_subject(const std::string& alias, std::string_view path,
                                   const JsonObject& body);
    // The same without a body.
    http::Response act_as_subject(const std::string& alias, std::string_view path);
    http::Response send_as_subject(const std::string& alias, http::Request request);
    // What an account of that role and authority, or of that subject, reads.
    http::Response get_as_subject(const std::string& alias, std::string_view path);
    // The same as plain text in that language.
    http::Response print_as_subject(const std::string& alias, std::string_view path,
                                    std::string_view language);

    http::Response post(std::string_view path, const JsonObject& body, const Asker& asker);
    http::Response get(std::string_view path, const Asker& asker);
    http::Response send(http::Request request, const Asker& asker);

    server::House& house() { return *house_; }
    Instant now() const { return clock_.now(); }
    const catalogue::Catalogue& catalogue() const;
    const law::Library& law() const;

    // What the acts so far left behind for the next: ids by the subject's short name.
    std::map<std::string, std::string> listings;
    std::map<std::string, std::string> standards;  // of the listing
    std::map<std::string, std::string> orders;
    std::map<std::string, std::string> namings;
    std::map<std::string, std::string> stays;  // also by the code of an authority
    std::map<std::string, std::string> objections;
    std::map<std::string, std::string> receipts;  // of the last check
    std::string acknowledged;                     // the telling that was acknowledged last
    int documents = 0;                            // numbers given so far
    std::map<std::string, std::string> waited;    // rows that waited, by the number of the document
    // Submissions so far, the latest last: whose, and its id.
    std::vector<std::pair<std::string, std::string>> submissions;
    std::map<std::string, std::string> questions;
    std::map<std::string, std::string> withholdings;  // by the name the step gives them
    std::map<std::string, std::string> protections;
    std::map<std::string, std::string> repairs;  // cases
    std::map<std::string, std::string> commitments;
    std::map<std::string, std::string> consents;
    std::map<std::string, std::string> successions;  // by the first predecessor, the latest
    std::map<std::string, std::string> honours;      // that are looked at again
    std::map<std::string, std::string> complaints;
    std::map<std::string, std::string> deciding;      // the unit that decides the complaint
    std::map<std::string, std::string> collected;     // what the feed called each item
    std::string collected_through;                    // its cursor
    std::string plan;                                 // of inspections, the latest
    std::string amendment;                            // the latest
    std::string dry_run;                              // its lines, as the last one said
    std::string incident;                             // the latest
    std::string file;                                 // of evidence, the last that was given
    std::map<std::string, crypto::KeyPair> tip_keys;  // by authority, the latest
    std::map<std::string, std::string> tip_tokens;    // of the officer named for tips
    std::string tip;                                  // the latest: its id,
    std::string tip_receipt;                          // and what its informant has
    std::string tip_passphrase;

private:
    const std::string& token_of(access::Role role, std::string_view authority);
    const std::string& token_of(const Asker& asker);
    const std::string& token_of_subject(const std::string& alias);
    http::Response answer(http::Request request, const std::string& token);

    const std::string store_;
    const std::filesystem::path home_;
    SimulatedClock clock_;
    std::unique_ptr<server::House> house_;
    std::map<std::string, demo::SyntheticSubject> subjects_;
    std::map<std::pair<access::Role, std::string>, std::string> tokens_;
    std::map<std::string, std::string> subject_tokens_;
    int requests_ = 0;
};

// Outcomes.

// "" when it was done; "refused: lists.minor" with every ground otherwise.
std::string refusal_of(const http::Response& response);
JsonObject body_of(const http::Response& response);
// The member's text; empty when absent or null.
std::string text_in(const JsonObject& object, std::string_view name);

}  // namespace credit::scenarios
