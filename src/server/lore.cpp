#include "server/lore.h"

#include <limits>
#include <memory>
#include <utility>

#include "catalogue/catalogue.h"
#include "foundation/result.h"
#include "law/library.h"
#include "words/catalogue.h"

namespace credit::server {

Lore::Lore(law::Library loaded, catalogue::Catalogue read)
    : law(std::move(loaded)), words(*words::Catalogue::load(law)), catalogue(std::move(read)) {}

Result<std::shared_ptr<const Lore>> Lore::load() {
    return load_through(std::numeric_limits<int>::max());
}

Result<std::shared_ptr<const Lore>> Lore::load_through(int year) {
    auto law = TRY(law::Library::load_through(year));
    TRY(words::Catalogue::load(law));
    auto catalogue = TRY(catalogue::Catalogue::load(law));
    return std::shared_ptr<const Lore>(new Lore(std::move(law), std::move(catalogue)));
}

}  // namespace credit::server
