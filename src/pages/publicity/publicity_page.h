// Publicity pages (双公示): permits, penalties and the like of organisations, by office, city and
// day.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pages/html/html.h"
#include "pages/html/place.h"
#include "pages/publicity/newest.h"

namespace credit::pages {

// What has a page of its own: /publicity/<path>.
struct PublicKind {
    std::string_view path;   // "permits"
    std::string_view kind;   // "permit"
    std::string_view title;  // label
};
std::span<const PublicKind> public_kinds();
const PublicKind* find_public_kind(std::string_view path);

// The filter as it was asked, to be shown again and to be kept by the way to the next page.
struct Filter {
    std::string authority;
    std::string city;
    std::string from;
    std::string through;
    std::string fault;  // label: what of it could not be read; empty: nothing

    std::string query() const;  // "authority=SD-SAMR&from=2026-01-01"; empty for none
};

std::string show_publicity(const Place& place, const PublicKind& kind, const Filter& filter,
                           const Newest& newest);

// <li>…</li> with the subject's name on top; also for the home page.
void add_new_record(Html& out, const Place& place, const NewRecord& record);

}  // namespace credit::pages
