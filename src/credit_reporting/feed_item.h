// Feed item (征信采集信息): one listing or penalty of an organisation, as a credit reporting agency
// reads it on a day.
//
// Of what is not public the agency is told only that it is so, and only when it was given it
// before: by the id under which it keeps it, without whose it is.
//
// Law:     luzhengfa-2017-44 item 12 — credit reporting agencies may collect serious dishonesty
//          credit-reporting-regulation-2013 art. 21 — of enterprises, what authorities lawfully
//          made public and courts published
// Reading: decision 0215: what is in the feed, and what never is

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "publicity/subject_view.h"

namespace credit::credit_reporting {

enum class State : std::uint8_t {
    Public,     // 公示中
    Objected,   // 公示中，异议处理中: public with its mark
    OnHold,     // 暂停: not public while it is verified
    NotPublic,  // 不再公示
};

std::string_view name_of(State state);  // "public", "objected", "on_hold", "not_public"

struct FeedItem {
    std::string id;
    std::string subject_key;
    State state = State::NotPublic;
    // Of what is public: one of the two, whose it is, and what it stands in place of.
    std::optional<publicity::ShownListing> listing = {};
    std::optional<publicity::ShownRecord> record = {};
    std::string name = {};
    std::string code = {};
    std::vector<std::string> replaces = {};  // ids that the agency was given before
};

}  // namespace credit::credit_reporting
