// Rows of a page (条目): a record or a listing as it stands on the subject's page, in publicity and
// on a page of its own.

#pragma once

#include <string>
#include <string_view>

#include "catalogue/column.h"
#include "pages/html/html.h"
#include "pages/html/place.h"
#include "publicity/subject_view.h"

namespace credit::pages {

// The value of the first column of that role; empty when none is shown.
std::string_view value_of(const publicity::ShownRecord& record, catalogue::ColumnRole role);

// What it is about, in the words of whoever decided: its content, else the kind of record.
Html title_of(const Place& place, const publicity::ShownRecord& record);
Html authority_of(const Place& place, std::string_view code, std::string_view zh);

// Beside a title: "held", "good", "bad".
void add_mark(Html& out, std::string_view kind, std::string_view text);
// The title with the way to its own page; what is objected to bears the mark.
Html heading_of(const Place& place, const publicity::ShownRecord& record);

// <li>…</li>: title with the way to its own page, source, document, days, remedy.
void add_row(Html& out, const Place& place, const publicity::ShownRecord& record);
void add_row(Html& out, const Place& place, const publicity::ShownListing& listing);

// Of a record or a listing: decided, public from, public until, and why.
void add_exposure(Html& out, const Place& place, const publicity::Exposure& exposure);

}  // namespace credit::pages
