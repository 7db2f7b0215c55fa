// Look-ups as JSON: to the subject in plain words, to an auditor with who looked and for what.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"
#include "foundation/clock.h"
#include "foundation/crypto.h"
#include "foundation/json.h"
#include "http/context.h"
#include "lookups/lookup.h"
#include "lookups/lookup_register.h"
#include "lookups/questions/question.h"
#include "lookups/subject_view.h"
#include "lookups/withholding/withholding.h"
#include "publicity/shown_thing.h"

namespace credit::http {

// Whom something is told.
enum class Told { Subject, Authority };

// {code, zh, en}.
JsonObject told_authority(const Context& context, std::string_view code);
// {word, zh, en} of a sentence; without zh and en where there is none.
JsonObject told_word(const Context& context, const std::string& word);
// {article, zh, en, article_status} of "<instrument> art. 22".
JsonObject told_article(const Context& context, std::string_view article);

// Purpose, matter, ground, case: `object` gets what is known of each. Numbers that stand for people
// are masked in the case number.
void tell_reason(JsonObject& object, const Context& context, const lookups::Reason& reason,
                 Date today);

// To the subject: the authority, never its officer or account (decision 0130).
JsonObject told(const Context& context, const lookups::SeenLookup& seen,
                const std::vector<publicity::ShownThing>& shown, Date today);
// To its auditor: the subject only as a mark, by which the same one is known again.
JsonObject told_to_auditor(const Context& context, const lookups::KeptLookup& kept, Date today);

// The subject's key stays out of both.
JsonObject told(const Context& context, const lookups::Question& question, Told to, Date today);
JsonObject told(const Context& context, const lookups::Withholding& withholding, Date today);

// A subject as an auditor sees it: its category, and a keyed mark that says nothing elsewhere.
JsonObject told_mark(const crypto::Key& key, std::string_view authority,
                     std::string_view subject_key);

}  // namespace credit::http
