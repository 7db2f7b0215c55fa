// What handlers reach: the parts of the running register, owned by server/.

#pragma once

namespace credit::desk {
class Desk;
}
namespace credit::words {
class Catalogue;
}
namespace credit::access {
class Register;
}

namespace credit::http {

struct Context {
    desk::Desk& desk;
    const words::Catalogue& words;
    access::Register& principals;
};

}  // namespace credit::http
