// Content of a notice (通知内容): what it says, in plain words, made of the act when it is read.
//
// A decision and the notice on repair that goes with it are two documents of one notice. Nothing of
// it is kept; an act whose body was erased says only that.
//
// Law: guobanfa-2020-49 — cause, basis, measures, the way out and remedies are told
//      guobanfa-2025-22 — the repair notice goes with the decision (两书同达)

#pragma once

#include <string>
#include <vector>

#include "catalogue/catalogue.h"
#include "law/library.h"
#include "ledger/act.h"
#include "notices/notice.h"
#include "words/catalogue.h"
#include "words/sentence.h"

namespace credit::notices {

struct Line {
    std::string text;
    std::string citation = {};  // "《…》第三十九条"; empty where no law stands behind it
    std::string note = {};      // how far the article was checked; empty: read in the original
};

struct Document {
    std::string title;
    std::vector<Line> lines;
    std::string next;
    Line basis;  // its citation alone
};

struct Content {
    std::vector<Document> documents;
};

struct Sources {
    const words::Catalogue& words;
    const catalogue::Catalogue& catalogue;
    const law::Library& law;
};

Content content_of(const Sources& sources, const Notice& notice, const ledger::Act& act,
                   words::Language language);

// As it is printed, or sent: lines ended by \n.
std::string plain_text(const Sources& sources, const Content& content, words::Language language);

}  // namespace credit::notices
