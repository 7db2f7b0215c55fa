// What the program knows by itself: the law, the words and the catalogue that come with it.
//
// It does not change while the program runs, and takes a tenth of a second to read: houses opened
// in one process share it.

#pragma once

#include <memory>

#include "catalogue/catalogue.h"
#include "foundation/result.h"
#include "law/library.h"
#include "words/catalogue.h"

namespace credit::server {

struct Lore {
    // The faults of law/ and words/.
    static Result<std::shared_ptr<const Lore>> load();
    // The same, as a release knew it that had no calendar of a later year.
    static Result<std::shared_ptr<const Lore>> load_through(int year);

    law::Library law;
    words::Catalogue words;  // points to the law beside it
    catalogue::Catalogue catalogue;

private:
    Lore(law::Library loaded, catalogue::Catalogue read);
};

}  // namespace credit::server
