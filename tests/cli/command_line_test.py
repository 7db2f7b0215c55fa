"""The command line as a user meets it: usage, exit codes, JSON, completion, the token file.

command_line_test.py PROGRAM runs on a store of its own in a temporary directory."""

import json
import os
import pathlib
import re
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
DONE, FAILED, USAGE, ROWS_REFUSED, NOT_ALLOWED, STORE_AWAY = range(6)
QUESTION = ["--matter", "food_permit", "--purpose", "approval", "--ground", "sd_regulation_22",
            "--case", "C-1", "--officer", "o-1"]
# Nobody's: the area 379999 belongs to no region.
IDENTIFIER = "11379999MB00000000"


def run(*words, given="", **more):
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm", **more.pop("environment", {})}
    return subprocess.run([PROGRAM, *words], input=given, text=True, capture_output=True,
                          timeout=120, env=environment, **more)


class WithoutAStore(unittest.TestCase):
    def test_usage(self):
        for words in ([], ["nothing"], ["init"], ["submit", "x.csv", "--store", "s"],
                      ["rebuild", "--store", "s"], ["check", "--store", "s"],
                      ["completion", "tcsh"], ["serve", "--store"]):
            answer = run(*words)
            self.assertEqual(answer.returncode, USAGE, words)
            self.assertIn("wrong usage", answer.stderr)
            self.assertEqual(answer.stdout, "")

    def test_an_identifier_among_the_arguments_is_not_repeated(self):
        answer = run("check", "--store", "s", *QUESTION, IDENTIFIER)
        self.assertEqual(answer.returncode, USAGE)
        self.assertNotIn(IDENTIFIER, answer.stdout + answer.stderr)

    def test_help_and_version(self):
        self.assertEqual(run("--help").returncode, DONE)
        self.assertIn("--partial", run("submit", "--help").stdout)
        self.assertEqual(json.loads(run("version", "--json").stdout)["name"], "xinheng")

    def test_completion(self):
        for shell in ("bash", "zsh", "fish"):
            script = run("completion", shell).stdout
            self.assertIn("xinheng", script)
            for word in ("submit", "verify", "checkpoint", "token-file"):
                self.assertIn(word, script, shell)
        script = run("completion", "bash").stdout
        script += "COMP_WORDS=(xinheng led); COMP_CWORD=1; _xinheng; echo \"${COMPREPLY[@]}\"\n"
        tried = subprocess.run(["bash", "-c", script], text=True, capture_output=True)
        self.assertEqual(tried.stdout, "ledger\n")

    def test_no_store(self):
        with tempfile.TemporaryDirectory() as folder:
            store = folder + "/none.db"
            for words in (["ledger", "verify"], ["rebuild", "--check"], ["serve"]):
                self.assertEqual(run(*words, "--store", store).returncode, STORE_AWAY, words)
            answer = run("subject", "--store", store, given=IDENTIFIER)
            self.assertEqual(answer.returncode, STORE_AWAY)
            self.assertEqual(os.listdir(folder), [])

    def test_a_database_that_is_away(self):
        """Nobody listens on port 1; the password in the address is in no answer."""
        store = "postgresql://xinheng:secret-word@127.0.0.1:1/none"
        with tempfile.TemporaryDirectory() as folder:
            for words in (["ledger", "verify"], ["rebuild", "--check"], ["serve"], ["init"],
                          ["check", *QUESTION], ["subject"],
                          ["submit", "x.csv", "--as", "SD-SAMR"]):
                answer = run(*words, "--store", store, "--home", folder,
                             given=IDENTIFIER + "\n名\n")
                self.assertEqual(answer.returncode, STORE_AWAY, f"{words}: {answer.stderr}")
                self.assertNotIn("secret-word", answer.stdout + answer.stderr)


class WithAStore(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.store = cls.folder.name + "/s.db"
        made = run("init", "--store", cls.store, "--json")
        assert made.returncode == DONE, made.stderr
        cls.made = json.loads(made.stdout)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_init_writes_tokens_for_its_owner_alone(self):
        self.assertFalse(self.made["demonstration"])
        mode = stat.S_IMODE(os.stat(self.made["tokens"]).st_mode)
        self.assertEqual(mode, 0o600)
        self.assertEqual(run("init", "--store", self.store).returncode, FAILED)

    def test_a_check_needs_identifier_and_name(self):
        for given, word in (("", "cli.identifier_missing"), (IDENTIFIER, "cli.name_missing"),
                            (IDENTIFIER + "\n某\n某\n", "cli.too_many_lines")):
            answer = run("check", "--store", self.store, *QUESTION, "--json", given=given)
            self.assertEqual(answer.returncode, USAGE)
            self.assertEqual(json.loads(answer.stdout)["code"], word)
            self.assertNotIn(IDENTIFIER, answer.stdout + answer.stderr)

    def test_without_a_right_to_it(self):
        answer = run("check", "--store", self.store, *QUESTION, given=IDENTIFIER + "\n某\n")
        self.assertEqual(answer.returncode, NOT_ALLOWED)
        self.assertIn("下一步 next", answer.stderr)
        self.assertNotIn("\033", answer.stderr)

    def test_a_token_file_open_to_others_is_not_used(self):
        tokens = pathlib.Path(self.folder.name, "open.tokens")
        tokens.write_text("xh_something\n")
        tokens.chmod(0o644)
        answer = run("check", "--store", self.store, *QUESTION, "--json",
                     given=IDENTIFIER + "\n某\n", environment={"XINHENG_TOKEN_FILE": str(tokens)})
        self.assertEqual(answer.returncode, NOT_ALLOWED)
        self.assertEqual(json.loads(answer.stdout)["code"], "access.tokens_open_to_others")

    def test_a_token_file_without_the_role(self):
        table = pathlib.Path(self.folder.name, "any.csv")
        table.write_text("a\n")
        answer = run("submit", str(table), "--store", self.store, "--as", "SD-SAMR")
        self.assertEqual(answer.returncode, NOT_ALLOWED)
        self.assertIn("经办人", answer.stderr)
        self.assertIn("clerk", answer.stderr)

    def test_what_cannot_be_written_is_said_before_anything_is_done(self):
        table = pathlib.Path(self.folder.name, "table.csv")
        table.write_text("a\n")
        other = pathlib.Path(self.folder.name, "other.csv")
        other.symlink_to(table)
        asked = ["--store", self.store, "--json"]
        for out, code, ended in ((table, "cli.output_is_input", USAGE),
                                 (other, "cli.output_is_input", USAGE),
                                 (table.parent, "cli.not_written", FAILED),
                                 (table.parent / "none" / "o.csv", "cli.not_written", FAILED)):
            for words in (["submit", str(table), "--as", "SD-SAMR", "--faults", str(out)],
                          ["screen", str(table), str(out), *QUESTION]):
                answer = run(*words, *asked)
                self.assertEqual(answer.returncode, ended, words)
                self.assertEqual(json.loads(answer.stdout)["code"], code)
        self.assertEqual(table.read_text(), "a\n")
        self.assertEqual([*table.parent.glob("*.part")], [])

    def test_the_ledger_is_verified(self):
        answer = run("ledger", "verify", "--store", self.store, "--json")
        self.assertEqual(answer.returncode, DONE)
        told = json.loads(answer.stdout)
        self.assertEqual([*told][:5], ["entries", "root", "checkpoint", "ok", "first_wrong"])
        self.assertTrue(told["ok"])
        self.assertIsNone(told["first_wrong"])
        kept = pathlib.Path(self.folder.name, "kept")
        kept.write_text(told["checkpoint"])
        again = run("ledger", "verify", "--store", self.store, "--checkpoint", str(kept))
        self.assertEqual(again.returncode, DONE)
        rebuilt = run("rebuild", "--check", "--store", self.store, "--json")
        self.assertEqual(rebuilt.returncode, DONE)

    def no_tour_but_in_a_demonstration(self, address):
        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(address + "/tour", timeout=20)
        self.assertEqual(refused.exception.code, 404)
        with urllib.request.urlopen(address + "/", timeout=20) as home:
            self.assertNotIn("/tour", home.read().decode())

    def test_serves_until_asked_to_end_and_answers_commands(self):
        listening = ["serve", "--store", self.store, "--listen", "127.0.0.1:0"]
        server = subprocess.Popen([PROGRAM, *listening], stdout=subprocess.PIPE, text=True)
        try:
            line = server.stdout.readline()
            self.assertIn("http://127.0.0.1:", line)
            self.no_tour_but_in_a_demonstration(re.search(r"http://[\d.:]+", line)[0])
            self.assertEqual(run("serve", "--store", self.store).returncode, STORE_AWAY)
            answer = run("check", "--store", self.store, *QUESTION, given=IDENTIFIER + "\n某\n")
            self.assertEqual(answer.returncode, NOT_ALLOWED)
            self.assertEqual(run("ledger", "verify", "--store", self.store).returncode, DONE)
        finally:
            began = time.monotonic()
            server.send_signal(signal.SIGTERM)
            self.assertEqual(server.wait(timeout=30), DONE)
            self.assertLess(time.monotonic() - began, 15)
            server.stdout.close()
        self.assertFalse(os.path.exists(self.store + ".socket"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
