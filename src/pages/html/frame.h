// Frame (页面框架): the whole document around a page's content: head, way around, variants, foot.
//
// Nothing in it comes from another host; style is one file, and there is no script. In a
// demonstration every page says that its people and cases are made up.

#pragma once

#include <string>
#include <string_view>

#include "pages/html/html.h"
#include "pages/html/place.h"

namespace credit::pages {

enum class SearchBox { Shown, Hidden };

struct Head {
    std::string title;           // of the page, without the register's name
    std::string_view room = {};  // the word of the menu's entry in which it stands
    SearchBox search = SearchBox::Shown;
};

// The whole page, ready to be sent.
std::string whole_page(const Place& place, const Head& head, const Html& content);

// The form by which subjects are found; `word`: its label.
Html search_box(const Place& place, std::string_view word);
// <a href="…">text</a>, to a page of ours.
Html link(const Place& place, std::string_view to, const Html& text);
Html link(const Place& place, std::string_view to, std::string_view text);
// <div><dt>label</dt><dd>…</dd></div>; nothing when the value is empty.
void fact(Html& out, std::string_view label, const Html& value);
void fact(Html& out, std::string_view label, std::string_view value);

}  // namespace credit::pages
