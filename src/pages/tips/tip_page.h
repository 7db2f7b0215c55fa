// Telling of misconduct (举报): where to, what to write, and the way to follow it up.
//
// What is typed is sealed by a script of ours before it leaves the page; without it nothing can be
// sent from here, and the page names the other ways. Its fields stand in no form and have no names,
// so that no browser sends them by itself.
//
// Law: luzhengfa-2017-44 item 14

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pages/html/place.h"
#include "tips/offices.h"
#include "tips/tip.h"

namespace credit::pages {

struct TipChoice {
    std::string domain;  // empty: not chosen yet
    std::string region;
    std::vector<tips::Office> offices;
};

std::string show_tips(const Place& place, const TipChoice& choice);

// Following one up: as it stands, or the word that says why it is not shown; neither when nothing
// was asked.
struct TipFollowed {
    std::optional<tips::Tip> tip = {};
    std::string fault = {};
};

std::string show_tip_status(const Place& place, const TipFollowed& followed);

}  // namespace credit::pages
