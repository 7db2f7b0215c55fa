#include "amendments/trial.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "amendments/amendment.h"
#include "amendments/amendment_register.h"
#include "catalogue/amended/amendment.h"
#include "catalogue/catalogue.h"
#include "catalogue/matters/duties_at.h"
#include "catalogue/subject_category.h"
#include "execution/implementers.h"
#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "law/library.h"
#include "lists/listing.h"
#include "sql/session.h"

namespace credit::amendments {
namespace {

using catalogue::Catalogue;

// What follows from such a listing: (where, measure).
using Followings = std::set<std::pair<std::string, std::string>>;

Followings duties_in(const Catalogue& catalogue, const Likeness& likeness, Date day) {
    Followings found;
    const auto* const standard = catalogue.standards.find(likeness.standard);
    const auto category = catalogue::parse_subject_category(likeness.category);
    if (standard == nullptr || !category) return found;
    for (const auto& matter : catalogue.matters.all()) {
        if (!matter.validity.covers(day)) continue;
        for (const auto* const measure :
             catalogue::duties_at(catalogue.measures, matter, *standard, *category, day)) {
            found.emplace(matter.id, measure->id);
        }
    }
    return found;
}

Followings tasks_in(const Catalogue& catalogue, const Likeness& likeness, Date day) {
    Followings found;
    if (likeness.adopted) return found;
    lists::Listing listing;
    listing.standard = likeness.standard;
    listing.authority = likeness.authority;
    listing.category = likeness.category;
    for (const auto& [authority, measures] : execution::tasks_of(catalogue, listing, day)) {
        for (const auto* const measure : measures) found.emplace(authority, measure->id);
    }
    return found;
}

std::vector<Change> changes(const Followings& before, const Followings& after) {
    std::vector<Change> all;
    for (const auto& [at, measure] : before) {
        if (!after.contains({at, measure})) all.push_back({.at = at, .measure = measure});
    }
    for (const auto& [at, measure] : after) {
        if (before.contains({at, measure})) continue;
        all.push_back({.at = at, .measure = measure, .begins = true});
    }
    std::ranges::sort(all);
    return all;
}

JsonArray to_json(const std::vector<Change>& changes, std::string_view where) {
    JsonArray array;
    for (const auto& change : changes) {
        array.push_back(JsonObject{{where, change.at},
                                   {"measure", change.measure},
                                   {"becomes", change.begins ? "begun" : "ended"}});
    }
    return array;
}

bool is_off(const Catalogue& catalogue, const std::string& standard, Date day) {
    const auto* const found = catalogue.standards.find(standard);
    return found != nullptr && found->switched_off(day);
}

}  // namespace

Result<Trial> Trial::of(sql::Session& session, const Catalogue& catalogue, const law::Library& law,
                        const Proposed& proposed) {
    Trial trial;
    trial.id_ = proposed.id;
    trial.amendment_ = TRY(read_content(proposed.content, law));
    auto others = TRY(binding_but(session, law, proposed.id));
    auto before = std::make_shared<Catalogue>(catalogue);
    catalogue::amend(*before, others);
    others.push_back(trial.amendment_);
    auto after = std::make_shared<Catalogue>(catalogue);
    catalogue::amend(*after, others);
    trial.before_ = std::move(before);
    trial.after_ = std::move(after);
    return trial;
}

std::vector<std::string> Trial::standards() const {
    std::set<std::string> measures;
    std::set<std::string> touched;
    const auto note = [&](catalogue::RowKind kind, const std::string& id) {
        (kind == catalogue::RowKind::Standard ? touched : measures).insert(id);
    };
    for (const auto& row : amendment_.ends) note(row.kind, row.id);
    for (const auto& row : amendment_.begins) note(row.kind, row.id);
    for (const auto& row : amendment_.defines.measures) note(catalogue::RowKind::Measure, row.id);
    for (const auto& [matter, told] : amendment_.defines.told_at) {
        for (const auto& id : told) note(catalogue::RowKind::Measure, id);
    }
    if (amendment_.memorandum) touched.insert(amendment_.memorandum->standard);
    for (const auto& standard : after_->standards.all()) {
        const auto all = standard.measures_on(amendment_.from);
        if (std::ranges::any_of(all, [&](const auto& id) { return measures.contains(id); })) {
            touched.insert(standard.id);
        }
    }
    return {touched.begin(), touched.end()};
}

Difference Trial::compare(const Likeness& likeness) const {
    const Date day = amendment_.from;
    Difference difference{.ends = is_off(*after_, likeness.standard, day) &&
                                  !is_off(*before_, likeness.standard, day)};
    difference.duties =
        changes(duties_in(*before_, likeness, day), duties_in(*after_, likeness, day));
    difference.tasks = changes(tasks_in(*before_, likeness, day), tasks_in(*after_, likeness, day));
    return difference;
}

const Difference& Trial::difference(const Likeness& likeness) {
    const auto found = differences_.find(likeness);
    if (found != differences_.end()) return found->second;
    auto difference = compare(likeness);
    constexpr std::size_t digits = 16;
    difference.id = to_hex(crypto::sha256(bytes_of(to_text(effect_of(likeness, difference)))))
                        .substr(0, digits);
    return differences_.emplace(likeness, std::move(difference)).first->second;
}

JsonObject row_of(const Likeness& likeness, std::string_view listing_id,
                  const Difference& difference) {
    return {{"listing", listing_id},         {"standard", likeness.standard},
            {"category", likeness.category}, {"decided_by", likeness.authority},
            {"adopted", likeness.adopted},   {"ends", difference.ends},
            {"effect", difference.id}};
}

JsonObject effect_of(const Likeness& likeness, const Difference& difference) {
    return {{"effect", difference.id},
            {"standard", likeness.standard},
            {"category", likeness.category},
            {"decided_by", likeness.authority},
            {"adopted", likeness.adopted},
            {"ends", difference.ends},
            {"duties", to_json(difference.duties, "matter")},
            {"tasks", to_json(difference.tasks, "authority")}};
}

}  // namespace credit::amendments
