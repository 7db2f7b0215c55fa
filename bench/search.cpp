// Bar 5: search by name beside its peers, on the same names and the same questions.
//
//     bench_search write NAMES QUESTIONS names.tsv questions.tsv     what all sides are asked
//     bench_search run names.tsv questions.tsv                       ours: times, recall, memory
//
// A line of names.tsv is a code and a name; one of questions.tsv what is asked for (part, whole),
// the fault in it, the text, and the code that is meant (of a part any hit that holds it will do).

#include <malloc.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/names.h"
#include "demo/synthetic.h"
#include "foundation/clock.h"
#include "search/folding.h"
#include "search/name_index.h"
#include "search/organisation.h"
#include "search/segments/segment_builder.h"

namespace credit::bench {
namespace {

using Time = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr Date day = std::chrono::sys_days{2026y / 11 / 26};

double milliseconds_since(Time::time_point begun) {
    return std::chrono::duration<double, std::milli>(Time::now() - begun).count();
}

// Of the place, the trade name and the line as people shorten them.
std::string part_of(demo::Dice& dice, const SyntheticName& name) {
    switch (dice.roll(3)) {
        case 0:
            return name.trade_name;
        case 1:
            return name.trade_name + name.line;
        default:
            return name.place + name.trade_name;
    }
}

void write(std::size_t names, std::size_t questions, const char* names_file,
           const char* questions_file) {
    demo::Dice dice(5);
    std::vector<SyntheticName> asked;
    std::vector<std::size_t> numbers;
    std::ofstream out(names_file);
    for (std::size_t number = 0; number < names; ++number) {
        const auto name = make_name(dice);
        out << code_of(number) << '\t' << name.text() << '\n';
        if (!dice.once_in(std::max<std::size_t>(names / questions, 1))) continue;
        asked.push_back(name);
        numbers.push_back(number);
    }
    std::ofstream file(questions_file);
    for (std::size_t at = 0; at < asked.size(); ++at) {
        file << "part\tnone\t" << part_of(dice, asked[at]) << '\t' << code_of(numbers[at]) << '\n';
        for (const auto fault : {Fault::None, Fault::Wrong, Fault::Missing, Fault::Swapped,
                                 Fault::Traditional, Fault::Homophone}) {
            const auto text = with_fault(dice, asked[at].text(), fault);
            if (text.empty()) continue;
            file << "whole\t" << fault_names[static_cast<std::size_t>(fault)] << '\t' << text
                 << '\t' << code_of(numbers[at]) << '\n';
        }
    }
}

std::size_t resident() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) return std::stoull(line.substr(6)) * 1024;
    }
    return 0;
}

struct Asked {
    std::vector<double> times;
    std::vector<double> processor_times;  // what others on the machine take is not in these
    std::size_t among_five = 0;
    std::size_t among_fifty = 0;
};

double processor_milliseconds() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double at_share(std::vector<double>& times, double share) {
    std::ranges::sort(times);
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

void ask(const search::NameIndex& index, const char* questions_file) {
    std::map<std::string, Asked> all;
    std::ifstream file(questions_file);
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields(line);
        std::string what;
        std::string fault;
        std::string text;
        std::string code;
        std::getline(fields, what, '\t');
        std::getline(fields, fault, '\t');
        std::getline(fields, text, '\t');
        std::getline(fields, code, '\t');
        auto& asked = all[what + " " + fault];
        const auto begun = Time::now();
        const auto processor_begun = processor_milliseconds();
        const auto hits = index.find(text, 20, day);
        asked.processor_times.push_back(processor_milliseconds() - processor_begun);
        asked.times.push_back(milliseconds_since(begun));
        const auto more = index.find(text, 50, day);
        const auto place = std::ranges::find(more, code, &search::Hit::code) - more.begin();
        const bool found =
            what == "part" ? !more.empty() : place < std::min<long>(5, std::ssize(more));
        asked.among_five += found ? 1 : 0;
        asked.among_fifty += found || place < std::ssize(more) ? 1 : 0;
        if (!found && std::getenv("XINHENG_BENCH_MISSES") != nullptr) {
            std::cerr << what << ' ' << fault << ' ' << text << ' ' << code << ' ' << place << '\n';
        }
    }
    for (auto& [what, asked] : all) {
        const auto share = [&](std::size_t found) {
            return static_cast<double>(found) / static_cast<double>(asked.times.size());
        };
        std::printf("%s\t%zu\t%.3f\t%.3f\t%.3f\t%.3f\t%.4f\t%.4f\n", what.c_str(),
                    asked.times.size(), at_share(asked.processor_times, 0.5),
                    at_share(asked.processor_times, 0.95), at_share(asked.times, 0.5),
                    at_share(asked.times, 0.95), share(asked.among_five), share(asked.among_fifty));
    }
}

int run(const char* names_file, const char* questions_file) {
    search::folded(u"");
    const auto before = resident();
    const auto begun = Time::now();
    search::NameIndex index;
    {
        search::SegmentBuilder builder;
        std::ifstream file(names_file);
        for (std::string line; std::getline(file, line);) {
            const auto tab = line.find('\t');
            const auto organisation =
                search::Organisation::with_code(std::string_view(line).substr(0, tab));
            if (!organisation) return 1;
            builder.add(*organisation, search::units_of(line.substr(tab + 1)), {});
        }
        index.replace(builder.build());
    }
    const auto built = milliseconds_since(begun) / 1000;
    ::malloc_trim(0);
    const auto names = static_cast<double>(index.names());
    std::printf("names\t%zu\nbuilt in s\t%.1f\n", index.names(), built);
    std::printf("bytes a name, held\t%.1f\nbytes a name, resident\t%.1f\n",
                static_cast<double>(index.bytes()) / names,
                static_cast<double>(resident() - before) / names);
    index.find("一二三四五", 1, day);
    std::printf(
        "question\tasked\tp50 ms of processor\tp95\tp50 ms of clock\tp95\trecall at 5\tat 50\n");
    ask(index, questions_file);
    return 0;
}

}  // namespace
}  // namespace credit::bench

int main(int count, char** words) {
    const std::string_view verb = count > 1 ? words[1] : "";
    if (verb == "write" && count == 6) {
        credit::bench::write(std::stoull(words[2]), std::stoull(words[3]), words[4], words[5]);
        return 0;
    }
    if (verb == "run" && count == 4) return credit::bench::run(words[2], words[3]);
    std::fputs("usage: see the head of bench/search.cpp\n", stderr);
    return 2;
}
