#include "server/lore.h"

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
    auto law = TRY(law::Library::load());
    TRY(words::Catalogue::load(law));
    auto catalogue = TRY(catalogue::Catalogue::load(law));
    return std::shared_ptr<const Lore>(new Lore(std::move(law), std::move(catalogue)));
}

}  // namespace credit::server
