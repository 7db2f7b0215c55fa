#include "catalogue/forbidden.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/spelling.h"
#include "catalogue/validity.h"
#include "foundation/check.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "foundation/text.h"
#include "law/toml_reader.h"

namespace credit::catalogue {
namespace {

constexpr Spellings<ForbiddenWhere, 3> places = {{
    {ForbiddenWhere::Column, "column"},
    {ForbiddenWhere::PersonColumn, "person_column"},
    {ForbiddenWhere::Name, "name"},
}};

// A name in the two forms in which words are looked for.
struct Prepared {
    std::string run_together;  // for Chinese words: no spaces at all
    std::string apart;         // for English words: one space before, between and after them

    explicit Prepared(std::string_view name) {
        const auto plain = text::to_upper_ascii(text::nfkc(text::unify_look_alikes(name)));
        run_together = text::without_spaces(plain);
        apart = " ";
        for (const char byte : plain) {
            const bool letter = std::isalnum(static_cast<unsigned char>(byte)) != 0;
            if (letter || apart.back() != ' ') apart += letter ? byte : ' ';
        }
        if (apart.back() != ' ') apart += ' ';
    }

    bool holds(std::string_view word) const {
        const bool english =
            std::ranges::all_of(word, [](char byte) { return (byte & 0x80) == 0; });
        if (english) return apart.contains(" " + std::string(word) + " ");
        return run_together.contains(word);
    }

    bool holds_any(const std::vector<std::string>& words) const {
        return std::ranges::any_of(words, [this](const auto& word) { return holds(word); });
    }
};

Result<std::vector<std::string>> read_words(const law::TomlTable& table) {
    auto words = TRY(table.texts("words"));
    for (auto& word : words) word = text::to_upper_ascii(word);
    return words;
}

Result<ForbiddenMatter> read_matter(const law::TomlTable& table) {
    TRY(table.refuse_unknown({"id", "where", "words", "zh", "en", "instrument", "article"}));
    return ForbiddenMatter{.id = TRY(table.text("id")),
                           .where = TRY(read_word(table, "where", places, "")),
                           .words = TRY(read_words(table)),
                           .zh = TRY(table.text("zh")),
                           .en = TRY(table.text("en")),
                           .basis = TRY(read_basis(table))};
}

Result<SealedBasis> read_sealed(const law::TomlTable& table) {
    TRY(table.refuse_unknown({"id", "words", "instrument", "article", "from", "through"}));
    return SealedBasis{.id = TRY(table.text("id")),
                       .words = TRY(read_words(table)),
                       .basis = TRY(read_basis(table)),
                       .validity = TRY(read_validity(table))};
}

}  // namespace

Result<Forbidden> Forbidden::load() {
    const auto files = TRY(law::read_toml_files("law/forbidden.toml"));
    CHECK(files.size() == 1);
    return read(files.front());
}

Result<Forbidden> Forbidden::read(const law::TomlTable& table) {
    Forbidden forbidden;
    for (const auto* matter : TRY(table.tables("matter"))) {
        forbidden.matters_.push_back(TRY(read_matter(*matter)));
    }
    for (const auto* sealed : TRY(table.tables("sealed"))) {
        forbidden.sealed_.push_back(TRY(read_sealed(*sealed)));
    }
    return forbidden;
}

const ForbiddenMatter* Forbidden::find_in_column(std::string_view header,
                                                 bool admits_persons) const {
    const Prepared name(header);
    const auto found = std::ranges::find_if(matters_, [&](const ForbiddenMatter& matter) {
        const bool applies = matter.where == ForbiddenWhere::Column ||
                             (matter.where == ForbiddenWhere::PersonColumn && admits_persons);
        return applies && name.holds_any(matter.words);
    });
    return found == matters_.end() ? nullptr : &*found;
}

const ForbiddenMatter* Forbidden::find_in_name(std::string_view name) const {
    const Prepared prepared(name);
    const auto found = std::ranges::find_if(matters_, [&](const ForbiddenMatter& matter) {
        return matter.where == ForbiddenWhere::Name && prepared.holds_any(matter.words);
    });
    return found == matters_.end() ? nullptr : &*found;
}

const SealedBasis* Forbidden::find_sealed(std::string_view basis, Date day) const {
    const Prepared prepared(basis);
    const auto found = std::ranges::find_if(sealed_, [&](const SealedBasis& sealed) {
        return sealed.validity.covers(day) && prepared.holds_any(sealed.words);
    });
    return found == sealed_.end() ? nullptr : &*found;
}

}  // namespace credit::catalogue
