#include "cli/command_line.h"

#include <CLI/CLI.hpp>  // NOLINT(misc-include-cleaner)
#include <cstdio>
#include <expected>
#include <iostream>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/options.h"

namespace credit::cli {
namespace {

// The commands and what they fill.
class Grammar {
public:
    explicit Grammar(Options& options);
    CLI::App& app() { return app_; }

private:
    CLI::App* add(CLI::App& above, Verb verb, const std::string& name, const std::string& about);
    void add_store(CLI::App* command);
    void add_token(CLI::App* command);
    void add_question(CLI::App* command);
    void add_keeping();
    void add_sending(CLI::App* serve);
    void add_asking();
    void add_proving();
    void add_moving();
    void add_trying();
    void add_tips();

    Options& options_;
    CLI::App app_{"信衡 · Xinheng, a public credit register", "xinheng"};
};

Grammar::Grammar(Options& options) : options_(options) {
    app_.require_subcommand(1);
    add_keeping();
    add_asking();
    add_proving();
    add_moving();
    add_trying();
    add_tips();
    add(app_, Verb::Version, "version", "程序版本 · version of the program");
}

CLI::App* Grammar::add(CLI::App& above, Verb verb, const std::string& name,
                       const std::string& about) {
    CLI::App* const command = above.add_subcommand(name, about);
    command->final_callback([this, verb] { options_.verb = verb; });
    command->add_flag("--json", options_.json, "输出一个 JSON 对象 · print one JSON object");
    command->add_flag("--quiet", options_.quiet, "只输出结果 · nothing but the result");
    command->add_flag("--no-color", options_.no_color, "不用颜色 · no colours");
    return command;
}

void Grammar::add_store(CLI::App* command) {
    command
        ->add_option("--store", options_.store,
                     "文件路径或 postgresql:// 地址 · file path or postgresql:// URL")
        ->required();
    command->add_option("--home", options_.home,
                        "密钥与台账所在目录 · directory of keys and log (PostgreSQL)");
}

void Grammar::add_token(CLI::App* command) {
    add_store(command);
    command->add_option("--token-file", options_.token_file,
                        "令牌文件 · file with the token, of mode 0600");
}

void Grammar::add_question(CLI::App* command) {
    add_token(command);
    Matter& question = options_.question;
    command->add_option("--matter", question.matter, "事项 · matter")->required();
    command->add_option("--purpose", question.purpose, "用途 · purpose")->required();
    command->add_option("--ground", question.ground, "依据 · legal ground")->required();
    command->add_option("--case", question.case_number, "办件编号 · case number")->required();
    command->add_option("--officer", question.officer, "经办人代号 · officer's handle")->required();
    command->add_option("--as", options_.authority, "单位代码 · code of the authority");
}

void Grammar::add_keeping() {
    auto* const init = add(app_, Verb::Init, "init", "建立登记库 · make a register");
    add_store(init);
    init->add_flag("--demo", options_.demonstration, "虚构的演示库 · a made-up demonstration");
    init->add_option("--office", options_.office,
                     "开立第一个账号的信用主管部门 · credit office of the first account");
    auto* const serve = add(app_, Verb::Serve, "serve", "提供服务 · serve until SIGTERM");
    add_store(serve);
    serve->add_option("--listen", options_.listen, "地址:端口 · address:port");
    add_sending(serve);
    serve->add_flag("--measured", options_.measured,
                    "提供测速接口 · offer the fixed reply of the benchmark");
    serve->add_flag("--time-is-right", options_.time_is_right,
                    "系统时间已核对 · the machine's clock was checked");
    serve->add_flag("--welcome", options_.welcome, "显示账号与示例 · show sign-ins and examples");
    auto* const submit = add(app_, Verb::Submit, "submit", "报送文件 · submit a file");
    add_token(submit);
    submit->add_option("FILE", options_.input, "CSV, XLSX")->required();
    submit->add_option("--as", options_.authority, "单位代码 · code of the authority")->required();
    submit->add_flag("--partial", options_.partial,
                     "接受无误的行 · accept the rows that are right");
    submit->add_option("--faults", options_.faults,
                       "标注错误的文件，CSV 为带 BOM 的 UTF-8 · where to write the file with "
                       "its faults; a CSV is UTF-8 with a byte-order mark");
}

void Grammar::add_sending(CLI::App* serve) {
    auto* const server = serve->add_option(
        "--smtp", options_.smtp, "发送通知的邮件服务器 · mail server for notices: smtp://host:25");
    auto* const from = serve->add_option("--mail-from", options_.mail_from,
                                         "发件地址 · address that notices come from");
    server->needs(from);
    from->needs(server);
    serve
        ->add_option("--smtp-credentials", options_.smtp_credentials,
                     "用户名:密码 所在文件 · file with user:password, of mode 0600")
        ->needs(server);
    serve->add_option("--notice-spool", options_.notice_spool,
                      "短信与政务信箱的交换目录 · folder for text messages and mailboxes");
}

void Grammar::add_asking() {
    add_question(add(app_, Verb::Check, "check",
                     "办事前核查，标识与名称由标准输入读取 · check a "
                     "subject read from standard input"));
    auto* const screen = add(app_, Verb::Screen, "screen", "批量核查 · check a file of subjects");
    add_question(screen);
    screen->add_option("IN", options_.input, "CSV, XLSX: identifier, name")->required();
    screen->add_option("OUT", options_.output, "CSV")->required();
    add_token(add(app_, Verb::Subject, "subject",
                  "公开信息，标识由标准输入读取 · what is public "
                  "on a subject read from standard input"));
    auto* const search = add(app_, Verb::Search, "search",
                             "按名称查找组织，名称由标准输入读取 · find organisations "
                             "by a name read from standard input");
    add_store(search);
    search->add_option("--limit", options_.limit, "至多多少条 · hits at most")
        ->check(CLI::Range(1, 50));
}

void Grammar::add_proving() {
    auto* const ledger = app_.add_subcommand("ledger", "台账 · the ledger");
    ledger->require_subcommand(1);
    auto* const verify = add(*ledger, Verb::LedgerVerify, "verify", "核验台账 · verify the log");
    add_store(verify);
    verify->add_option("--checkpoint", options_.checkpoint,
                       "以前保存的检查点 · a checkpoint kept from before");
    auto* const consent = app_.add_subcommand("consent", "授权同意 · consents to banks");
    consent->require_subcommand(1);
    auto* const statement =
        add(*consent, Verb::ConsentVerify, "verify",
            "核验金融机构出示的数据，不联网 · verify what a bank shows, asking nobody");
    auto* const inspection = app_.add_subcommand("inspection", "抽查 · inspections");
    inspection->require_subcommand(1);
    auto* const drawn = add(*inspection, Verb::InspectionVerify, "verify",
                            "核验随机抽取，不联网 · verify a draw, asking nobody");
    drawn
        ->add_option("--log", options_.log,
                     "已公布台账的目录 · folder of the published log: checkpoint and tiles")
        ->required();
    for (auto* const command : {statement, drawn}) {
        command->add_option("FILE", options_.input, "保存的应答 · the answer that was kept")
            ->required();
    }
    statement
        ->add_option("--key", options_.key,
                     "登记库的验签公钥 · the register's key, as GET /v1/consent-key tells it")
        ->required();
    drawn
        ->add_option("--key", options_.key,
                     "台账的验签公钥 · the log's key, as GET /v1/ledger/key tells it")
        ->required();
    auto* const rebuild = add(app_, Verb::Rebuild, "rebuild", "重建核对 · derive all tables again");
    add_store(rebuild);
    rebuild->add_flag("--check", options_.check, "与现有数据比对 · compare, change nothing")
        ->required();
    auto* const simulate =
        add(app_, Verb::Simulate, "simulate",
            "模拟多年行为并与卡片核对 · play seeded years against a model of the law");
    simulate->add_option("--seed", options_.seed, "种子 · seed; the same makes the same digest")
        ->required();
    simulate->add_option("--acts", options_.acts, "至多多少行为 · acts at most");
    simulate->add_option("--store", options_.store,
                         "另存之处，须不存在 · a new store to keep; else a temporary one");
    add(app_, Verb::Completion, "completion", "命令补全 · completion for a shell")
        ->add_option("SHELL", options_.shell, "bash, zsh, fish")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
}

void Grammar::add_moving() {
    auto* const backup =
        add(app_, Verb::Backup, "backup", "备份登记库，服务不停 · back a store up while it serves");
    add_store(backup);
    backup->add_option("FOLDER", options_.output, "新目录 · a new folder")->required();
    auto* const restore =
        add(app_, Verb::Restore, "restore", "由备份恢复到空的位置 · restore a backup");
    add_store(restore);
    restore->add_option("FOLDER", options_.input, "备份目录 · folder of the backup")->required();
    restore->add_flag("--verify", options_.check,
                      "由台账证明完整 · let the ledger prove that it is complete");
    auto* const upgrade = add(app_, Verb::Upgrade, "upgrade",
                              "升级旧版本的登记库 · upgrade a store of an older release");
    add_store(upgrade);
    upgrade->add_flag("--rehearse", options_.check,
                      "演练：照做一遍后撤销 · do all of it, and undo it");
    auto* const store = app_.add_subcommand("store", "登记库 · the store");
    store->require_subcommand(1);
    auto* const move = add(*store, Verb::StoreMove, "move",
                           "迁移到另一数据库并逐行核对 · move to another engine, row for row");
    add_store(move);
    move->add_option("--to", options_.target, "目标路径或地址 · path or URL of the new store")
        ->required();
    move->add_option("--to-home", options_.target_home,
                     "目标的密钥与台账目录 · directory of its keys and log (PostgreSQL)");
    add_store(add(*store, Verb::StoreDistribute, "distribute",
                  "分布到 Citus 集群 · place its tables on a Citus cluster"));
}

void Grammar::add_trying() {
    auto* const catalogue = app_.add_subcommand("catalogue", "目录 · the catalogue");
    catalogue->require_subcommand(1);
    auto* const dry_run =
        add(*catalogue, Verb::CatalogueDryRun, "dry-run",
            "试算目录变更：涉及谁、解除谁、各单位多少任务 · whom an amendment would touch");
    add_token(dry_run);
    dry_run->add_option("AMENDMENT", options_.amendment, "变更编号 · id of the amendment")
        ->required();
    dry_run->add_option("OUT", options_.output, "明细文件 · where to write a line each listing");
    dry_run->add_option("--as", options_.authority, "单位代码 · code of the authority");
}

// The secret half of a key stays on the machine of its officer.
void Grammar::add_tips() {
    auto* const key = app_.add_subcommand("tip-key", "举报密钥 · keys of an authority for tips");
    key->require_subcommand(1);
    add(*key, Verb::TipKeyNew, "new",
        "生成密钥，口令由标准输入读取 · make a pair; the passphrase comes by standard input")
        ->add_option("FILE", options_.key_file, "新的私钥文件 · a new key file")
        ->required();
    auto* const known = add(*key, Verb::TipKeyRegister, "register",
                            "登记公钥 · make the public half known to the register");
    add_token(known);
    known->add_option("FILE", options_.key_file, "私钥文件 · the key file")->required();
    known->add_option("--through", options_.through, "停用日期 · its last day")->required();
    known->add_option("--as", options_.authority, "单位代码 · code of the authority");
    auto* const tip = app_.add_subcommand("tip", "举报 · tips that were sealed");
    tip->require_subcommand(1);
    auto* const open =
        add(*tip, Verb::TipOpen, "open",
            "拆封一件举报，口令和理由由标准输入读取 · take one from the register and "
            "open it; passphrase and reason come by standard input");
    add_token(open);
    open->add_option("TIP", options_.tip, "举报编号 · id of the tip")->required();
    open->add_option("--as", options_.authority, "单位代码 · code of the authority");
    auto* const read = add(*tip, Verb::TipRead, "read",
                           "在本机打开已下载的密封件 · open a box that was taken before");
    read->add_option("BOX", options_.input, "密封件 · the box")->required();
    for (auto* const command : {open, read}) {
        command->add_option("FOLDER", options_.output, "新目录 · a new folder")->required();
        command->add_option("--key", options_.key_file, "私钥文件 · the key file")->required();
    }
}

ExitCode wrong_usage(const CLI::App& app, const std::string& what) {
    const auto chosen = app.get_subcommands();
    const std::string command = chosen.empty() ? "" : " " + chosen.front()->get_name();
    std::cerr << "用法有误 · wrong usage: " << what << "\n下一步 next: xinheng" << command
              << " --help\n";
    return ExitCode::Usage;
}

// Without its positional arguments: those a shell completes as files.
CommandShape shape_of(const CLI::App& command, const std::string& name) {
    CommandShape shape{.name = name, .about = command.get_description(), .options = {}};
    for (const CLI::Option* const option : command.get_options()) {
        for (const std::string& each : option->get_lnames()) shape.options.push_back("--" + each);
    }
    return shape;
}

}  // namespace

std::expected<Options, ExitCode> read_command_line(int count, const char* const* words) {
    Options options;
    Grammar grammar(options);
    CLI::App& app = grammar.app();
    try {
        app.parse(count, words);
    } catch (const CLI::CallForHelp& help) {
        app.exit(help, std::cout, std::cerr);
        return std::unexpected(ExitCode::Done);
    } catch (const CLI::ExtrasError&) {
        return std::unexpected(wrong_usage(
            app,
            "多余的参数；标识由标准输入读取 · an argument too many; identifiers come by "
            "standard input"));
    } catch (const CLI::ParseError& error) {
        return std::unexpected(wrong_usage(app, error.what()));
    }
    return options;
}

std::vector<CommandShape> command_shapes() {
    Options options;
    Grammar grammar(options);
    std::vector<CommandShape> shapes;
    for (const CLI::App* const command : grammar.app().get_subcommands({})) {
        const auto inner = command->get_subcommands({});
        if (inner.empty()) shapes.push_back(shape_of(*command, command->get_name()));
        for (const CLI::App* const each : inner) {
            shapes.push_back(shape_of(*each, command->get_name() + " " + each->get_name()));
        }
    }
    return shapes;
}

}  // namespace credit::cli
