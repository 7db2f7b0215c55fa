#include "words/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "foundation/result.h"
#include "law/citation.h"
#include "law/instrument.h"
#include "law/library.h"
#include "law/toml_reader.h"
#include "words/sentence.h"

namespace credit::words {
namespace {

std::string_view note_on(law::TextStatus status, Language language) {
    if (status == law::TextStatus::Verified) return "";
    return language == Language::Chinese ? law::chinese_of(status) : law::name_of(status);
}

Told told_without_sentence(const Ground& ground) {
    Told told{.what = ground.word, .next = {}, .citation = {}, .citation_note = {}};
    for (const auto& argument : ground.arguments) {
        told.what += ' ';
        told.what += argument;
    }
    return told;
}

// An argument that is a name in data (a state, a role), or several with commas between, in the
// language: "terms.<folder>.<name>". What is none stays as it is.
std::string told_argument(const Catalogue& words, const std::string& folder,
                          const std::string& argument, Language language) {
    constexpr std::string_view comma = ", ";
    const bool chinese = language == Language::Chinese;
    std::string text;
    for (std::string_view rest = argument; !rest.empty();) {
        const auto name = rest.substr(0, rest.find(comma));
        const auto* const term = words.find(folder + std::string(name));
        if (term == nullptr) return argument;
        if (!text.empty()) text += chinese ? "、" : comma;
        text += chinese ? term->zh : term->en;
        rest.remove_prefix(std::min(rest.size(), name.size() + comma.size()));
    }
    return text;
}

std::vector<std::string> arguments_of(const Catalogue& words, const Ground& ground,
                                      Language language) {
    const auto folder = "terms." + ground.word.substr(0, ground.word.find('.')) + ".";
    auto arguments = ground.arguments;
    for (auto& argument : arguments) argument = told_argument(words, folder, argument, language);
    return arguments;
}

}  // namespace

Result<Catalogue> Catalogue::load(const law::Library& library) {
    Catalogue catalogue(library);
    for (const auto& file : TRY(law::read_toml_files("words/"))) TRY(catalogue.read("", file));
    return catalogue;
}

Result<void> Catalogue::read(const std::string& prefix, const law::TomlTable& table) {
    if (table.contains("zh")) {
        auto sentence = TRY(read_sentence(prefix, table));
        if (!sentences_.emplace(prefix, std::move(sentence)).second) {
            return fail(ErrorCode::InvalidInput, "words.defined_twice", {prefix});
        }
        return {};
    }
    for (const auto& [name, node] : table.entries()) {
        const auto* inner = std::get_if<law::TomlTable>(&node.value);
        if (inner == nullptr) return table.fault("law.toml_wrong_type", name);
        TRY(read(prefix.empty() ? name : fmt::format("{}.{}", prefix, name), *inner));
    }
    return {};
}

const Sentence* Catalogue::find(std::string_view id) const {
    const auto found = sentences_.find(id);
    return found == sentences_.end() ? nullptr : &found->second;
}

Told Catalogue::tell(const Ground& ground, Language language) const {
    const auto* sentence = find(ground.word);
    if (sentence == nullptr) return told_without_sentence(ground);
    const bool chinese = language == Language::Chinese;
    const auto arguments = arguments_of(*this, ground, language);
    Told told{.what = fill(chinese ? sentence->zh : sentence->en, arguments),
              .next = fill(chinese ? sentence->next_zh : sentence->next_en, arguments),
              .citation = {},
              .citation_note = {}};
    if (sentence->citation.instrument.empty()) return told;
    told.citation =
        chinese ? library_->chinese(sentence->citation) : library_->english(sentence->citation);
    const auto* instrument = library_->instrument(sentence->citation.instrument);
    const auto status = instrument == nullptr ? law::TextStatus::Unknown : instrument->text_status;
    told.citation_note = note_on(status, language);
    return told;
}

}  // namespace credit::words
