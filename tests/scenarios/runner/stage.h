// Stage (场景): a fresh demonstration with its own time, its subjects by short names, and whoever
// asks it something.

#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "access/principal.h"
#include "catalogue/catalogue.h"
#include "demo/synthetic.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "http/message.h"
#include "law/library.h"
#include "server/house.h"
#include "tests/scenarios/runner/fresh_store.h"
#include "tests/scenarios/runner/scenario.h"

namespace credit::scenarios {

class Stage {
public:
    // Stops the process when the house cannot be opened.
    Stage(const FreshStore& store, Date first_day);

    void set_day(Date day);
    Date today() const { return day_of(clock_.now()); }

    // The subject of that short name: "company…" an organisation, "shop…" an individual business,
    // any other a person, born on the day that the step says or in 1990.
    const demo::SyntheticSubject& subject(const std::string& alias, const Arguments& said);

    // What falls due by itself on the stage's day.
    std::string sweep();

    // Sends it as an account of that role and authority, with a key of its own.
    http::Response send(http::Request request, access::Role role, std::string_view authority);
    http::Response post(std::string_view path, const JsonObject& body, access::Role role,
                        std::string_view authority);

    // As the account of that subject itself.
    http::Response post_as_subject(const std::string& alias, std::string_view path,
                                   const JsonObject& body);
    http::Response send_as_subject(const std::string& alias, http::Request request);
    // What an account of that role and authority, or of that subject, reads.
    http::Response get(std::string_view path, access::Role role, std::string_view authority);
    http::Response get_as_subject(const std::string& alias, std::string_view path);

    const catalogue::Catalogue& catalogue() const { return house_->desk().catalogue(); }
    const law::Library& law() const { return house_->desk().law(); }

    // What the acts so far left behind for the next: ids by the subject's short name.
    std::map<std::string, std::string> listings;
    std::map<std::string, std::string> standards;  // of the listing
    std::map<std::string, std::string> orders;
    std::map<std::string, std::string> objections;
    std::map<std::string, std::string> repairs;  // cases
    int documents = 0;                           // numbers given so far

private:
    const std::string& token_of(access::Role role, std::string_view authority);
    const std::string& token_of_subject(const std::string& alias);
    http::Response answer(http::Request request, const std::string& token);

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
