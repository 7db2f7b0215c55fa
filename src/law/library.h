// Library (法规库): the instruments, dated numbers and official calendar that the program carries.
//
// Read once at start; a broken file, a citation of an instrument that is not there, two numbers of
// one name on one day, or a name that the code asks for and law/ lacks stops the start.

#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/working_days.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/result.h"
#include "law/citation.h"
#include "law/instrument.h"
#include "law/parameter.h"

namespace credit::law {

class Library {
public:
    // InvalidInput: the faults of the reader, "law.unknown_instrument", "law.defined_twice",
    // "law.parameter_lacking", "law.unknown_value", "law.not_one_value", "law.calendar_broken".
    static Result<Library> load();
    // The same, as a release knew it that had no notice of a later year.
    static Result<Library> load_through(int year);

    // Null when there is none of that id.
    const Instrument* instrument(std::string_view id) const;
    std::span<const Instrument> instruments() const { return instruments_; }

    // The number in force on that day. NotFound "law.no_parameter" (name, day).
    Result<const Parameter*> parameter(std::string_view name, Date day) const;
    // The same, as a period. NotFound "law.no_parameter"; the name must be that of a period.
    Result<Period> period(std::string_view name, Date day) const;
    // The same, as a plain number. NotFound "law.no_parameter"; the name must be that of a number.
    Result<std::int64_t> number(std::string_view name, Date day) const;
    std::span<const Parameter> parameters() const { return parameters_; }

    const calendar::WorkingCalendar& calendar() const { return calendar_; }
    std::span<const calendar::CalendarYear> calendar_years() const { return calendar_years_; }

    // "《山东省社会信用条例》第三十九条"; the id itself where the instrument is not known.
    std::string chinese(const Citation& citation) const;
    std::string english(const Citation& citation) const;

    // Over every file of law/: an act stores it, so that it can be told under which law it was
    // made.
    const crypto::Digest& digest() const { return digest_; }

private:
    Library() = default;

    Result<void> read_instruments();
    Result<void> read_parameters();
    Result<void> add(Parameter parameter);
    Result<void> read_calendar(int last_year);

    std::vector<Instrument> instruments_;
    std::map<std::string, std::size_t, std::less<>> by_id_;
    std::vector<Parameter> parameters_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_name_;
    std::vector<calendar::CalendarYear> calendar_years_;
    calendar::WorkingCalendar calendar_;
    crypto::Digest digest_{};
};

}  // namespace credit::law
