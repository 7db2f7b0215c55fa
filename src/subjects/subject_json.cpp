// Facts of a subject as acts hold them.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/date_text.h"
#include "foundation/clock.h"
#include "foundation/json.h"
#include "foundation/result.h"
#include "identity/scheme.h"
#include "identity/subject_key.h"
#include "identity/subject_kind.h"
#include "subjects/subject.h"

namespace credit::subjects {
namespace {

void add_day(JsonObject& object, std::string_view name, const std::optional<Date>& day) {
    if (day) object[name] = calendar::to_text(*day);
}

JsonObject with_validity(JsonObject object, const Validity& validity) {
    add_day(object, "from", validity.from);
    add_day(object, "through", validity.through);
    return object;
}

JsonObject json_of(const Name& name) {
    return with_validity({{"name", name.name}}, name.validity);
}

JsonObject json_of(const Alias& alias) {
    return with_validity({{"hash", alias.hash}, {"scheme", identity::name_of(alias.scheme)}},
                         alias.validity);
}

JsonObject json_of(const Role& role) {
    JsonObject object{{"role", role.role}, {"person_name", role.person_name}};
    if (role.person) object["person_key"] = role.person->text();
    return with_validity(std::move(object), role.validity);
}

template <typename T>
JsonArray array_of(const std::vector<T>& items) {
    JsonArray array;
    for (const T& item : items) array.emplace_back(json_of(item));
    return array;
}

Result<std::optional<Date>> read_day(const JsonObject& object, std::string_view name) {
    const auto text = TRY(read_optional_text(object, name));
    if (!text) return std::optional<Date>();
    return std::optional<Date>(TRY(calendar::parse_date(*text)));
}

Result<Validity> read_validity(const JsonObject& object) {
    const auto from = TRY(read_day(object, "from"));
    const auto through = TRY(read_day(object, "through"));
    return Validity{.from = from, .through = through};
}

Result<Name> read_name(const JsonObject& object) {
    const auto name = TRY(read_text(object, "name"));
    return Name{.name = name, .validity = TRY(read_validity(object))};
}

Result<Alias> read_alias(const JsonObject& object) {
    const auto hash = TRY(read_text(object, "hash"));
    const auto scheme = identity::scheme_of(TRY(read_text(object, "scheme")));
    if (!scheme) return fail(ErrorCode::InvalidInput, "subjects.unknown_kind", {}, "/scheme");
    return Alias{.hash = hash, .scheme = *scheme, .validity = TRY(read_validity(object))};
}

Result<Role> read_role(const JsonObject& object) {
    Role role{.role = TRY(read_text(object, "role")),
              .person_name = TRY(read_text(object, "person_name"))};
    const auto key = TRY(read_optional_text(object, "person_key"));
    if (key) role.person = TRY(identity::SubjectKey::parse(*key));
    role.validity = TRY(read_validity(object));
    return role;
}

template <typename T>
Result<std::vector<T>> read_all(const JsonObject& object, std::string_view name,
                                Result<T> (*read)(const JsonObject&)) {
    std::vector<T> items;
    for (const Json& item : *TRY(read_array(object, name))) {
        if (!item.is_object()) {
            return fail(ErrorCode::InvalidInput, "json.wrong_type", {std::string(name)});
        }
        items.push_back(TRY(read(item.get_object())));
    }
    return items;
}

}  // namespace

JsonObject to_json(const SubjectFacts& facts) {
    JsonObject object{{"subject_key", facts.key.text()},
                      {"kind", identity::name_of(facts.kind)},
                      {"name", facts.name},
                      {"region", facts.region},
                      {"state", facts.state},
                      {"registered", facts.registered},
                      {"as_of", calendar::to_text(facts.as_of)},
                      {"former_names", array_of(facts.former_names)},
                      {"aliases", array_of(facts.aliases)},
                      {"roles", array_of(facts.roles)}};
    if (!facts.industry.empty()) object["industry"] = facts.industry;
    return object;
}

Result<SubjectFacts> read_facts(const JsonObject& object) {
    const std::string key_text = TRY(read_text(object, "subject_key"));
    const auto key = TRY(identity::SubjectKey::parse(key_text));
    const auto kind = identity::subject_kind_of(TRY(read_text(object, "kind")));
    if (!kind) return fail(ErrorCode::InvalidInput, "subjects.unknown_kind", {}, "/kind");
    SubjectFacts facts{.key = key, .kind = *kind, .name = TRY(read_text(object, "name"))};
    facts.region = TRY(read_text(object, "region"));
    facts.state = TRY(read_text(object, "state"));
    facts.industry = TRY(read_optional_text(object, "industry")).value_or("");
    facts.registered = TRY(read_flag(object, "registered"));
    const std::string as_of = TRY(read_text(object, "as_of"));
    facts.as_of = TRY(calendar::parse_date(as_of));
    facts.former_names = TRY(read_all<Name>(object, "former_names", read_name));
    facts.aliases = TRY(read_all<Alias>(object, "aliases", read_alias));
    facts.roles = TRY(read_all<Role>(object, "roles", read_role));
    return facts;
}

}  // namespace credit::subjects
