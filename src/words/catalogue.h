// Every sentence shown to people (用语表), by word id.
//
// Read once at start from words/*.toml. Names of articles come from the library of law, with how
// far the text was checked, so that no sentence shows an unread article as if it were certain.

#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "law/library.h"
#include "words/sentence.h"

namespace credit::words {

// A ground as it is shown in one language.
struct Told {
    std::string what;
    std::string next;
    std::string citation;  // "《山东省社会信用条例》第三十九条"; empty where no law is behind it
    std::string citation_note;  // "据转载", "未核实"; empty when read in the original
};

class Catalogue {
public:
    // The library must outlive the catalogue. InvalidInput: "words.defined_twice" (id), and the
    // faults of the reader.
    static Result<Catalogue> load(const law::Library& library);

    // Null when there is none.
    const Sentence* find(std::string_view id) const;
    const std::map<std::string, Sentence, std::less<>>& all() const { return sentences_; }

    // The id itself with its arguments where there is no such sentence.
    Told tell(const Ground& ground, Language language) const;

private:
    explicit Catalogue(const law::Library& library) : library_(&library) {}

    // A table that holds "zh" is a sentence; any other is a part of its name.
    Result<void> read(const std::string& prefix, const law::TomlTable& table);

    const law::Library* library_;
    std::map<std::string, Sentence, std::less<>> sentences_;
};

}  // namespace credit::words
