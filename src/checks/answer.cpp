#include "checks/answer.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "catalogue/duties/matter.h"
#include "catalogue/subject_category.h"
#include "checks/duty_table.h"
#include "checks/effect.h"
#include "checks/stayed.h"
#include "commitments/eligibility.h"
#include "foundation/clock.h"
#include "foundation/quoted.h"
#include "lookups/shown.h"

namespace credit::checks {
namespace {

void append_number(std::string& text, std::int64_t number, std::size_t digits) {
    std::array<char, 20> reversed{};
    std::size_t count = 0;
    for (; count < digits || number > 0; number /= 10) {
        reversed[count++] = static_cast<char>('0' + (number % 10));
    }
    while (count > 0) text += reversed[--count];
}

void append_day(std::string& text, Date day) {
    const std::chrono::year_month_day date(day);
    append_number(text, static_cast<int>(date.year()), 4);
    text += '-';
    append_number(text, static_cast<unsigned>(date.month()), 2);
    text += '-';
    append_number(text, static_cast<unsigned>(date.day()), 2);
}

void append_day_member(std::string& text, std::string_view name, Date day) {
    append_name(text, name);
    text += '"';
    append_day(text, day);
    text += '"';
}

// "2026-11-23T09:00:00+08:00"
void append_moment(std::string& text, Instant moment) {
    const Date day = day_of(moment);
    const auto seconds = (moment.milliseconds - start_of(day).milliseconds) / 1000;
    text += '"';
    append_day(text, day);
    text += 'T';
    append_number(text, seconds / 3600, 2);
    text += ':';
    append_number(text, seconds / 60 % 60, 2);
    text += ':';
    append_number(text, seconds % 60, 2);
    text += "+08:00\"";
}

void append_flag(std::string& text, std::string_view name, bool flag) {
    append_name(text, name);
    text += flag ? "true" : "false";
}

// An order's duty is completed with the remedy that the order itself names.
void append_remedy_of(std::string& text, const Effect& effect) {
    if (text.ends_with(']')) return;
    append_member(text, "remedy_zh", effect.remedy_zh);
    append_member(text, "remedy", effect.remedy_en);
    text += "}]";
}

void append_hold(std::string& text, const Effect& effect) {
    if (effect.objected) {
        append_member(text, "hold_zh", "异议核实期间，联合措施暂不执行");
        append_member(text, "hold_en", "no executable measure; objection pending");
    } else if (effect.on_hold) {
        append_member(text, "hold_zh", "信息核实期间，联合措施暂不执行");
        append_member(text, "hold_en", "no executable measure while the information is verified");
    } else {
        append_member(text, "hold_zh", "暂时无法确认是否为最新信息，不执行联合措施");
        append_member(text, "hold_en", "no executable measure; cannot be confirmed as current");
    }
}

// What an answer is written from, and where to.
struct Writing {
    std::string& answer;
    std::string& shown;
    const DutyTable& table;
    const Question& question;
    const Entry* entry;
    Stayed stayed;
};

void append_decision(std::string& text, const Effect& effect) {
    text += text.ends_with('[') ? "{" : ",{";
    const bool listing = effect.source == Source::Listing;
    append_member(text, listing ? "listing" : "order", effect.id);
    append_member(text, listing ? "standard" : "measure", effect.rests_on);
    append_member(text, "authority", effect.authority);
    append_member(text, "document", effect.document);
    append_day_member(text, "from", effect.from);
    if (effect.through) {
        append_day_member(text, "through", *effect.through);
    } else {
        append_member(text, "ends_when", effect.ends_when);
    }
}

// Its state and the duties that are executable. Whether the counter has to answer for one of them.
bool append_state(const Writing& writing, const Effect& effect) {
    std::string& text = writing.answer;
    const Duties& duties =
        writing.table.duties(writing.question.matter, effect, writing.entry->category);
    const bool stayed = writing.stayed.touches(effect, duties);
    bool to_answer = false;
    // luzhengfa-2017-44 item 20: on hold, no joint measure is executable.
    if (effect.on_hold || !writing.question.current) {
        append_member(text, "state", "on_hold");
        append_name(text, "duties");
        text += "[]";
        append_hold(text, effect);
    } else if (stayed) {
        append_member(text, "state", writing.stayed.holds_all_of(effect) ? "stayed" : "in_force");
        append_name(text, "duties");
        to_answer = writing.stayed.append_rest(text, effect, duties);
        append_remedy_of(text, effect);
    } else {
        append_member(text, "state", "in_force");
        append_name(text, "duties");
        text += duties.text;
        append_remedy_of(text, effect);
        to_answer = duties.to_answer;
    }
    // Beside a hold too: neither of them hides the other.
    if (stayed) writing.stayed.append(text, effect, duties);
    return to_answer && writing.table.outcome_due();
}

// Whether a duty hangs on it for which the counter has to answer.
bool append_effect(const Writing& writing, const Effect& effect) {
    append_decision(writing.answer, effect);
    const bool to_answer = append_state(writing, effect);
    writing.answer += '}';
    return to_answer;
}

bool append_effects(const Writing& writing, bool incentives) {
    const auto& table = writing.table;
    const Entry* const entry = writing.entry;
    std::string& answer = writing.answer;
    bool to_answer = false;
    answer += '[';
    if (entry != nullptr && writing.question.standing == Standing::Confirmed) {
        for (const auto& effect : entry->effects) {
            if (!effect.in_force(table.day()) || table.is_over(effect)) continue;
            if (table.is_incentive(effect) != incentives) continue;
            const bool owed = append_effect(writing, effect);
            lookups::append_shown(writing.shown, {.id = effect.id, .to_answer_for = owed});
            to_answer |= owed;
        }
    }
    answer += ']';
    return to_answer;
}

std::string_view words_zh(commitments::Ground ground) {
    using enum commitments::Ground;
    switch (ground) {
        case Model:
            return "可以适用绿色通道、容缺受理：守信名单有效";
        case Honour:
            return "可以适用绿色通道、容缺受理：荣誉有效";
        case CleanYears:
            return "可以适用绿色通道、容缺受理：规定年限内无不良信用记录";
        case Listed:
            return "不适用：列入严重失信主体名单";
        case AdverseRecord:
            return "不适用：规定年限内有不良信用记录";
        case BrokenCommitment:
            return "不适用：规定年限内未履行承诺";
    }
    std::unreachable();
}

std::string_view words_en(commitments::Ground ground) {
    using enum commitments::Ground;
    switch (ground) {
        case Model:
            return "green channel and papers to follow are open: on a red list in force";
        case Honour:
            return "green channel and papers to follow are open: an honour is in force";
        case CleanYears:
            return "green channel and papers to follow are open: no adverse record in the years";
        case Listed:
            return "not open: on a list of serious dishonesty";
        case AdverseRecord:
            return "not open: an adverse record in the years";
        case BrokenCommitment:
            return "not open: a commitment was broken in the years";
    }
    std::unreachable();
}

// luzhengfa-2017-44 item 7: said before anything else that may follow.
void append_eligibility(std::string& answer, const catalogue::Matter& matter,
                        const commitments::Eligibility& found) {
    append_name(answer, "eligibility");
    answer += R"({"measures":[)";
    for (const auto id : {commitments::green_channel, commitments::papers_to_follow}) {
        if (!commitments::offers(matter, id)) continue;
        answer += answer.ends_with('[') ? "\"" : ",\"";
        answer += id;
        answer += '"';
    }
    answer += ']';
    append_flag(answer, "eligible", found.eligible());
    append_member(answer, "ground", name_of(found.ground));
    if (!found.item.empty()) append_member(answer, "item", found.item);
    if (found.ground == commitments::Ground::CleanYears) {
        append_day_member(answer, "since", found.since);
    }
    append_member(answer, "zh", words_zh(found.ground));
    append_member(answer, "en", words_en(found.ground));
    answer += '}';
}

// luzhengfa-2017-44 item 16: what was done comes back to the register, or why it was not.
void append_outcome(std::string& answer, Date due_on, std::string_view receipt) {
    append_day_member(answer, "outcome_due", due_on);
    append_name(answer, "outcome_to");
    answer += "\"/v1/executions/";
    answer += receipt;
    answer += "/outcome\"";
}

bool any_provisional(const Entry* entry, const DutyTable& duties) {
    if (entry == nullptr) return false;
    return std::ranges::any_of(entry->effects, [&](const Effect& effect) {
        return effect.provisional && effect.in_force(duties.day()) && !duties.is_over(effect);
    });
}

}  // namespace

std::string_view name_of(Standing standing) {
    switch (standing) {
        case Standing::Confirmed:
            return "confirmed";
        case Standing::IdentityNotConfirmed:
            return "identity_not_confirmed";
        case Standing::Unknown:
            return "unknown";
    }
    std::unreachable();
}

void write_answer(std::string& answer, std::string& shown, const DutyTable& duties,
                  const Question& question, const Entry* entry) {
    const Writing writing{.answer = answer,
                          .shown = shown,
                          .table = duties,
                          .question = question,
                          .entry = entry,
                          .stayed = {entry, question.asking, duties.day()}};
    shown.clear();
    answer += '{';
    append_member(answer, "receipt", question.receipt);
    append_member(answer, "subject", name_of(question.standing));
    append_name(answer, "data_as_of");
    append_moment(answer, question.asked_at);
    append_flag(answer, "provisional",
                question.standing == Standing::Confirmed && any_provisional(entry, duties));
    if (question.eligibility != nullptr) {
        append_eligibility(answer, *duties.matter(question.matter), *question.eligibility);
    }
    append_name(answer, "in_force");
    bool to_answer = append_effects(writing, false);
    append_name(answer, "incentives");
    to_answer |= append_effects(writing, true);
    append_flag(
        answer, "nothing_found",
        shown.empty() && question.current && question.standing != Standing::IdentityNotConfirmed);
    if (const auto due_on = duties.outcome_due(); to_answer && due_on) {
        append_outcome(answer, *due_on, question.receipt);
    }
    if (!question.current) append_flag(answer, "current", false);
    // personal-information-protection-law-2021 art. 24: the register states; an officer decides.
    if (question.category == catalogue::SubjectCategory::NaturalPerson) {
        append_member(answer, "decided_by", "officer");
    }
    if (question.simulated) append_flag(answer, "demonstration", true);
    answer += '}';
    if (shown.empty()) shown += lookups::nothing_shown;
}

}  // namespace credit::checks
