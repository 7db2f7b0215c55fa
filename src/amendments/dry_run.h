// Dry run (试算): whom an amendment would touch, whom release, and how many duties it would begin
// or end for whom; on the register as it is, changing nothing. The report of the day itself
// (执行报告) has the same form.
//
// Organisations are counted. What is about a natural person or an individual business stands among
// the rows as an item, and is in no number.
//
// Law: guobanfa-2020-49 — measures only from the catalogue; nobody is restrained by counting

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "amendments/trial.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "sql/session.h"

namespace credit::amendments {

// Of organisations alone.
class Figures {
public:
    void add(const Likeness& likeness, const Difference& difference);
    // { listings, released, authorities: [{authority, begun, ended}], matters: […] }
    JsonObject to_json() const;

private:
    struct Count {
        std::int64_t begun = 0;
        std::int64_t ended = 0;
    };
    using Counts = std::map<std::string, Count, std::less<>>;
    static JsonArray to_json(const Counts& counts, std::string_view name);

    std::int64_t touched_ = 0;   // listings
    std::int64_t released_ = 0;  // of them ended
    Counts authorities_;
    Counts matters_;
};

using RowSink = std::function<Result<void>(std::string_view line)>;
// After so many listings.
using Progress = std::function<void(std::int64_t)>;

// Every touched listing as a line, by standard, subject and listing; the figures of all.
Result<Figures> dry_run(sql::Session& session, Trial& trial, const RowSink& sink,
                        const Progress& progress);

// Of what was recorded as touched.
Result<Figures> figures_of(sql::Session& session, Trial& trial);

// { amendment, from_on, figures, effects }.
JsonObject report_of(const Trial& trial, const Figures& figures);

}  // namespace credit::amendments
