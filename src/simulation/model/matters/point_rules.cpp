#include "simulation/model/matters/point_rules.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "simulation/model/cards.h"
#include "simulation/model/said.h"

namespace credit::simulation {
namespace {

bool is_upheld(const Said& answer) {
    return answer.text("finding") == "upheld";
}

const PointCard* point_of(const ObjectionCard& card, const std::string& aspect) {
    const auto found = std::ranges::find(card.points, aspect, &PointCard::aspect);
    return found == card.points.end() ? nullptr : &*found;
}

}  // namespace

std::string outcome_of(const Said& said) {
    const auto answers = said.objects("answers");
    const auto upheld = std::ranges::count_if(answers, is_upheld);
    if (upheld == 0) return "not_upheld";
    return static_cast<std::size_t>(upheld) == answers.size() ? "upheld" : "partly_upheld";
}

bool answers_each_point(const ObjectionCard& card, const Said& said) {
    return said.objects("answers").size() == card.points.size();
}

bool publicity_alone(const ObjectionCard& card, const Said& said) {
    const auto answers = said.objects("answers");
    for (std::size_t at = 0; at < answers.size(); ++at) {
        if (is_upheld(answers[at]) && card.points[at].aspect != "publicity") return false;
    }
    return true;
}

bool changes_stated(const Said& said) {
    return std::ranges::none_of(said.objects("answers"), [](const Said& answer) {
        return is_upheld(answer) && !answer.anything("changed");
    });
}

bool raised_before(const ObjectionCard& earlier, const ObjectionCard& again) {
    return std::ranges::all_of(again.points, [&](const PointCard& point) {
        return point_of(earlier, point.aspect) != nullptr;
    });
}

bool says_nothing_new(const ObjectionCard& earlier, const ObjectionCard& again) {
    const auto said = [&](const PointCard& point) {
        return std::ranges::any_of(earlier.points, [&](const PointCard& before) {
            return before.aspect == point.aspect && before.words == point.words;
        });
    };
    const auto given = [&](const std::string& file) {
        return std::ranges::find(earlier.files, file) != earlier.files.end();
    };
    return std::ranges::all_of(again.points, said) && std::ranges::all_of(again.files, given);
}

}  // namespace credit::simulation
