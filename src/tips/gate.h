// Gate (限流): how much anybody may file and ask within a while, without knowing who it is.
//
// Whoever asks leaves no address here. What is bounded is the whole, each authority, and each
// receipt whose passphrase was wrong; a proxy in front bounds each address. In memory, of this
// process.

#pragma once

#include <map>
#include <mutex>
#include <string>

#include "foundation/clock.h"
#include "foundation/result.h"

namespace credit::tips {

class Gate {
public:
    // Unavailable "tips.wait", each.
    Result<void> admit_filing(const std::string& authority, Instant now);
    Result<void> admit_question(const std::string& receipt, Instant now);
    void note_failure(const std::string& receipt, Instant now);

private:
    // How many within the while that began then.
    struct While {
        Instant from{};
        int count = 0;
    };
    using Whiles = std::map<std::string, While>;

    static bool admit(Whiles& whiles, const std::string& name, Instant now, int most);

    std::mutex mutex_;
    Whiles filings_;  // by authority; all of them under the empty name
    Whiles questions_;
    Whiles failures_;
};

}  // namespace credit::tips
