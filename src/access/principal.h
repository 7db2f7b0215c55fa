// Who asks: an account that signed in or an API client with its token, and what it may do.

#pragma once

#include <string>
#include <string_view>

namespace credit::access {

// What a person or system is there for (角色). Rights follow from role, authority and purpose.
enum class Role {
    Clerk,           // 经办人: files submissions, looks up
    Officer,         // 审批人: signs what binds a subject
    ApprovalSystem,  // 审批系统: asks before approving
    CreditOffice,    // 信用主管部门: keeps the catalogue, supervises
    Auditor,         // 审计: reads the ledger and look-ups of its authority
    Operator,        // 运维: keeps the machine, reads no content
    Subject,         // 信用主体: reads what is held on itself
    Bank,            // 金融机构: asks with consent
    Public,          // 公众: not signed in
};

std::string_view id_of(Role role);  // "clerk", "approval_system" …

struct Principal {
    std::string account;  // issued by the register; stands in acts and logs
    Role role = Role::Public;
    std::string authority;  // code of the authority it acts for; empty for the public and subjects
    std::string subject_key;  // of a Subject: whom the account belongs to
};

}  // namespace credit::access
