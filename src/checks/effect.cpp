#include "checks/effect.h"

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace credit::checks {

Effect keep(Effect effect) {
    const std::array views{&effect.id,       &effect.rests_on,  &effect.authority,
                           &effect.document, &effect.ends_when, &effect.remedy_zh,
                           &effect.remedy_en};
    std::size_t size = 0;
    for (const auto* view : views) size += view->size();
    const auto texts = std::make_shared<std::string>();
    texts->reserve(size);
    for (const auto* view : views) *texts += *view;
    std::string_view rest = *texts;
    for (auto* view : views) {
        const auto length = view->size();
        *view = rest.substr(0, length);
        rest.remove_prefix(length);
    }
    effect.kept.texts = texts;
    return effect;
}

bool Entry::says_the_same(const Entry& other) const {
    return category == other.category && effects == other.effects && stays == other.stays &&
           unread == other.unread;
}

}  // namespace credit::checks
