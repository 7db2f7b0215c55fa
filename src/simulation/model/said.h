// What somebody said in a request, and why it may not be: the two ends of every rule of the model.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/principal.h"
#include "calendar/date_text.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/json.h"

namespace credit::simulation {

// Who acts, for which authority, on which day.
struct Occasion {
    access::Role role;
    std::string authority;
    Date today{};
};

class Said {
public:
    explicit Said(const JsonObject& body) : body_(body) {}

    std::string text(std::string_view name) const {
        const auto* const value = body_.if_contains(name);
        return value != nullptr && value->is_string() ? std::string(value->get_string())
                                                      : std::string();
    }
    bool anything(std::string_view name) const { return !text(name).empty(); }
    bool yes(std::string_view name) const {
        const auto* const value = body_.if_contains(name);
        return value != nullptr && value->is_bool() && value->get_bool();
    }
    std::optional<Date> day(std::string_view name) const {
        const auto day = calendar::parse_date(text(name));
        return day ? std::optional(*day) : std::nullopt;
    }
    // Of a day that is always said.
    Date given_day(std::string_view name) const {
        const auto given = day(name);
        CHECK(given.has_value());
        return *given;
    }
    std::vector<std::string> texts(std::string_view name) const {
        std::vector<std::string> all;
        const auto* const value = body_.if_contains(name);
        if (value == nullptr || !value->is_array()) return all;
        for (const auto& each : value->get_array()) all.emplace_back(each.get_string());
        return all;
    }

    std::vector<Said> objects(std::string_view name) const {
        std::vector<Said> all;
        const auto* const value = body_.if_contains(name);
        if (value == nullptr || !value->is_array()) return all;
        for (const auto& each : value->get_array()) all.emplace_back(each.get_object());
        return all;
    }

private:
    const JsonObject& body_;
};

// Reasons against an act, in the order of the articles; none: it is done.
class Refusals {
public:
    void unless(bool met, std::string_view word) {
        if (!met) words_.emplace_back(word);
    }
    bool none() const { return words_.empty(); }
    const std::vector<std::string>& words() const { return words_; }

private:
    std::vector<std::string> words_;
};

}  // namespace credit::simulation
