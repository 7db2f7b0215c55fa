#include "tests/scenarios/runner/scenario.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"

namespace credit::scenarios {
namespace {

constexpr std::size_t lines_max = 39;

std::vector<std::string> words_of(std::string_view line) {
    std::istringstream in{std::string(line)};
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(std::move(word));
    return words;
}

Arguments arguments_of(const std::vector<std::string>& words, std::size_t from) {
    Arguments arguments;
    for (std::size_t at = from; at < words.size(); ++at) {
        const auto equals = words[at].find('=');
        if (equals == std::string::npos) {
            arguments.words.push_back(words[at]);
        } else {
            arguments.values[words[at].substr(0, equals)] = words[at].substr(equals + 1);
        }
    }
    return arguments;
}

bool is_english(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string joined(const std::vector<std::string>& words, std::size_t from) {
    std::string text;
    for (std::size_t at = from; at < words.size(); ++at) text += (at > from ? " " : "") + words[at];
    return text;
}

class Reading {
public:
    explicit Reading(Scenario& scenario) : scenario_(scenario) {}

    void read(std::string_view whole) {
        ++line_;
        if (whole.starts_with("#")) return read_heading(whole);
        const auto comment = whole.find("  #");
        const auto words = words_of(whole.substr(0, comment));
        if (words.empty()) return;
        if (words[0] == "expect") {
            expect(joined(words, 1));
        } else if (words[0] == "row") {
            if (scenario_.steps.empty()) return fault("a row without a step");
            scenario_.steps.back().rows.push_back(arguments_of(words, 1));
        } else {
            begin_step(words);
        }
    }

    void finish() {
        if (!has_chinese_) fault("the first line must say the rule in Chinese");
        if (!has_english_) fault("the second line must say the rule in English");
        if (scenario_.instruments.empty()) fault("no '# Law:' line");
        if (scenario_.steps.empty()) fault("no step");
        if (line_ > lines_max) fault("longer than " + std::to_string(lines_max) + " lines");
    }

private:
    void fault(const std::string& what) {
        scenario_.faults.push_back(scenario_.file.string() + ":" + std::to_string(line_) + ": " +
                                   what);
    }

    void read_heading(std::string_view whole) {
        if (line_ == 1) has_chinese_ = !is_english(whole);
        if (line_ == 2) has_english_ = is_english(whole) && whole.size() > 2;
        constexpr std::string_view law = "# Law:";
        if (!whole.starts_with(law)) return;
        const auto words = words_of(whole.substr(law.size()));
        if (!words.empty()) scenario_.instruments.push_back(words[0]);
    }

    void expect(const std::string& text) {
        if (scenario_.steps.empty()) return fault("an expectation without a step");
        Step& step = scenario_.steps.back();
        if (step.expected.empty()) step.expected_line = line_;
        step.expected += (step.expected.empty() ? "" : "; ") + text;
    }

    void begin_step(const std::vector<std::string>& words) {
        const auto day = calendar::parse_date(words[0]);
        if (!day || words.size() < 2) return fault("neither a day with a verb nor an expectation");
        scenario_.steps.push_back({.line = line_,
                                   .day = *day,
                                   .verb = words[1],
                                   .arguments = arguments_of(words, 2),
                                   .rows = {},
                                   .expected_line = line_,
                                   .expected = {}});
    }

    Scenario& scenario_;
    std::size_t line_ = 0;
    bool has_chinese_ = false;
    bool has_english_ = false;
};

}  // namespace

std::string Arguments::value_or(std::string_view key, std::string_view otherwise) const {
    const auto found = values.find(key);
    return found == values.end() ? std::string(otherwise) : found->second;
}

std::string Arguments::word(std::size_t place) const {
    return place < words.size() ? words[place] : std::string();
}

Scenario read_scenario(const std::filesystem::path& file) {
    Scenario scenario{.file = file, .steps = {}, .faults = {}, .instruments = {}};
    Reading reading(scenario);
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) reading.read(line);
    reading.finish();
    return scenario;
}

}  // namespace credit::scenarios
