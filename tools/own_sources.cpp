// A plugin of clang-tidy: the rules look at the declarations of our own sources alone, as clangd
// lets them, and not at every declaration of the headers of the system, where most of the time went
// and nothing is told.

#include <clang/AST/ASTConsumer.h>
#include <clang/AST/ASTContext.h>
#include <clang/AST/Decl.h>
#include <clang/AST/DeclGroup.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Frontend/FrontendPluginRegistry.h>

#include <memory>
#include <string>
#include <vector>

namespace {

class OwnSources final : public clang::ASTConsumer {
public:
    bool HandleTopLevelDecl(clang::DeclGroupRef group) override {
        declarations_.insert(declarations_.end(), group.begin(), group.end());
        return true;
    }
    void HandleTranslationUnit(clang::ASTContext& context) override {
        const auto& sources = context.getSourceManager();
        std::erase_if(declarations_, [&](const clang::Decl* declaration) {
            return sources.isInSystemHeader(sources.getExpansionLoc(declaration->getLocation()));
        });
        context.setTraversalScope(declarations_);
    }

private:
    std::vector<clang::Decl*> declarations_;
};

class Action final : public clang::PluginASTAction {
protected:
    std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& /*compiler*/,
                                                          llvm::StringRef /*file*/) override {
        return std::make_unique<OwnSources>();
    }
    bool ParseArgs(const clang::CompilerInstance& /*compiler*/,
                   const std::vector<std::string>& /*arguments*/) override {
        return true;
    }
    ActionType getActionType() override { return AddBeforeMainAction; }
};

const clang::FrontendPluginRegistry::Add<Action> registered("own-sources", "our sources alone");

}  // namespace
