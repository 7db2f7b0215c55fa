#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "foundation/result.h"

namespace credit::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string first_word(const std::string& name) {
    return name.substr(0, name.find(' '));
}

std::string second_word(const std::string& name) {
    const auto blank = name.find(' ');
    return blank == std::string::npos ? std::string() : name.substr(blank + 1);
}

// What may follow the command's first word: its second one, the shells, or the options.
std::string words_after(const CommandShape& shape) {
    const std::string second = second_word(shape.name);
    const std::string shells = shape.name == "completion" ? "bash zsh fish" : "";
    return joined({second, shells, joined(shape.options)});
}

std::string cases_of(const std::vector<CommandShape>& shapes) {
    std::string cases;
    for (const auto& shape : shapes) {
        cases += "        " + first_word(shape.name) + ") words='" + words_after(shape) + "' ;;\n";
    }
    return cases;
}

std::string commands_of(const std::vector<CommandShape>& shapes) {
    std::vector<std::string> names;
    names.reserve(shapes.size());
    for (const auto& shape : shapes) names.push_back(first_word(shape.name));
    return joined(names);
}

std::string for_bash(const std::vector<CommandShape>& shapes) {
    return "_xinheng() {\n"
           "    local words=''\n"
           "    case \"${COMP_WORDS[1]}\" in\n" +
           cases_of(shapes) +
           "    esac\n"
           "    [ \"$COMP_CWORD\" -gt 1 ] || words='" +
           commands_of(shapes) +
           "'\n"
           "    COMPREPLY=($(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n"
           "}\n"
           "complete -o default -F _xinheng xinheng\n";
}

std::string for_zsh(const std::vector<CommandShape>& shapes) {
    return "#compdef xinheng\n"
           "_xinheng() {\n"
           "    local words=''\n"
           "    case \"${words_typed[2]}\" in\n" +
           cases_of(shapes) +
           "    esac\n"
           "    (( CURRENT > 2 )) || words='" +
           commands_of(shapes) +
           "'\n"
           "    compadd -- ${=words}\n"
           "    (( CURRENT > 2 )) && _files\n"
           "}\n"
           "_xinheng_outer() { local -a words_typed=(\"${words[@]}\"); _xinheng }\n"
           "compdef _xinheng_outer xinheng\n";
}

std::string for_fish(const std::vector<CommandShape>& shapes) {
    std::string script;
    for (const auto& shape : shapes) {
        const std::string first = first_word(shape.name);
        script.append("complete -c xinheng -n __fish_use_subcommand -a ").append(first);
        script.append(" -d '").append(shape.about).append("'\n");
        const std::string seen =
            "complete -c xinheng -n '__fish_seen_subcommand_from " + first + "' ";
        const std::string second = second_word(shape.name);
        if (!second.empty()) script.append(seen).append("-a ").append(second).append("\n");
        if (first == "completion") script.append(seen).append("-f -a 'bash zsh fish'\n");
        for (const auto& option : shape.options) {
            script.append(seen).append("-l ").append(option, 2).append("\n");
        }
    }
    return script;
}

std::string script_for(std::string_view shell, const std::vector<CommandShape>& shapes) {
    if (shell == "bash") return for_bash(shapes);
    return shell == "zsh" ? for_zsh(shapes) : for_fish(shapes);
}

}  // namespace

Result<ExitCode> completion(const Options& options, const Terminal& terminal) {
    terminal.print(script_for(options.shell, command_shapes()));
    return ExitCode::Done;
}

}  // namespace credit::cli
