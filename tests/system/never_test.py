"""Tries each of the ten things that the register never does: by the interface, the command line and
the store. A try is right when something refuses it, or when checking the store finds it.

The numbers are those of the product's ten lines; each line of the output says what refused."""

import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

from never_house import (COMPANY, COMPANY_NAME, COURT, DECISION, NOTICE, SAMR, SERVICE, TAX, House,
                         court_row, day, penalty, person, proposal)
from running import PROGRAM, REASON

# Numbers in tables that are facts of one item, days, flags or the order of things.
FACTS = {"accepted", "as_of", "bucket", "conduct_on", "day", "decided_on", "due_on",
         "due_provisional", "earliest", "ended_on", "entries", "expires_at", "extended", "open",
         "ended_at", "from_on", "happened_on", "hearing_held", "looked_up", "ordered_at",
         "hearing_requested", "hits", "home_version", "lease_until", "level", "log_id", "log_index",
         "looked_at", "noticed_on", "number", "occurred_on", "opened_on", "proposed_on",
         "provisional", "quarantined", "recorded_at", "reference_only", "registered", "rejected",
         "reported_on", "review_on", "row_count", "row_number", "sealed", "sent_at", "served_on",
         "size", "spread", "subjects", "superseded", "through_on", "unanswered", "unchanged",
         "urgent", "valid_from", "valid_through", "version", "waived", "width", "window_through",
         "acknowledged_at", "applied_at", "demonstration", "ends_at", "queued_at", "received_on",
         "made_at", "node_index", "index", "tile_index", "adopted", "needs_proof", "attempts",
         "due_at", "first_digest", "organisations", "allowed", "confidential", "referred",
         "opened_at", "to_tell", "saved_at", "moved_at", "move_id"}
A_SCORE = ("score", "grade", "rank", "rating", "points", "total", "sum", "count", "level", "class")


class Never(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.house = House()
        cls.person, cls.person_name = person(11), "示例王某"
        status, text = cls.house.upload(penalty(cls.person, cls.person_name, 900))
        assert json.loads(text)["accepted"] == 1, text

    @classmethod
    def tearDownClass(cls):
        cls.house.stop()

    # --- what is shared by the tries -------------------------------------------------------------

    def refused(self, number, answer, *words):
        status, text = answer
        self.assertGreaterEqual(status, 400, text)
        self.assertTrue(any(word in text for word in words), f"{number}: {words} not in {text}")
        print(f"{number:2}: refused by {next(word for word in words if word in text)}")

    def listing(self, who, identifier, name, **other):
        status, text = self.house.ask(who, "/v1/listings", proposal(identifier, name, **other))
        self.assertEqual(status, 201, text)
        return json.loads(text)["listing"]

    def step(self, who, listing, step, body):
        return self.house.ask(who, f"/v1/listings/{listing}/{step}", body)

    def hear(self, who, listing):
        """Told today; what it could say for itself it waives, so that today can decide."""
        for step, body in (("notice", NOTICE), ("statement", {"waiver": True})):
            status, text = self.step(who, listing, step, body)
            self.assertEqual(status, 200, text)

    def put_in_force(self, who, listing, **decision):
        self.hear(who, listing)
        for step, body in (("decision", {**DECISION, **decision}), ("service", SERVICE)):
            status, text = self.step(who, listing, step, body)
            self.assertEqual(status, 200, text)

    def found_in_store(self, number, change, *verb, of_lookups=False):
        """Changes a copy of the store behind the register's back; the verb must find it."""
        register = self.house.register
        with tempfile.TemporaryDirectory() as folder:
            store = pathlib.Path(folder, "register.db")
            for ending in ("", ".lookups", ".blocks"):
                with sqlite3.connect(register.store + ending) as source, \
                        sqlite3.connect(f"{store}{ending}") as copy:
                    source.backup(copy)
            shutil.copy(register.store + ".keys", str(store) + ".keys")
            shutil.copytree(register.store + ".log", str(store) + ".log")
            with sqlite3.connect(f"{store}.lookups" if of_lookups else store) as database:
                self.assertGreater(change(database).rowcount, 0, "nothing was changed")
            run = subprocess.run([PROGRAM, *verb, "--store", str(store)], capture_output=True,
                                 text=True, check=False)
            self.assertNotEqual(run.returncode, 0, f"{number}: {run.stdout}")
            print(f"{number:2}: found by xinheng {' '.join(verb)}")

    def check_by_cli(self, identifier, name, *more):
        options = {**REASON, "case": "C1"} | dict(more)
        words = [part for member, value in options.items() for part in (f"--{member}", value)]
        return self.house.register.run("check", *words, "--json", stdin=f"{identifier}\n{name}\n")

    def no_such_words(self, number, *verbs):
        """The command line knows no verb or option by which it could be done."""
        for verb in verbs:
            run = self.house.register.run(*verb)
            self.assertEqual(run.returncode, 2, f"{number}: {verb}: {run.stdout} {run.stderr}")
            print(f"{number:2}: refused by usage: xinheng {' '.join(verb)}")

    def subject_key(self, listing):
        with sqlite3.connect(self.house.register.store) as database:
            return database.execute("SELECT subject_key FROM listing WHERE listing_id = ?",
                                    (listing,)).fetchone()[0]

    # --- 1. no score, grade, rank, sum or count over a person's items ----------------------------

    def test_01_no_score(self):
        scored = proposal(COMPANY, COMPANY_NAME, score=60)
        self.refused(1, self.house.ask(SAMR, "/v1/listings", scored), "json.unknown_member")
        status, text = self.house.check(self.person, self.person_name)
        self.assertEqual(status, 200, text)

        def numbers(value):
            if isinstance(value, dict):
                return [n for each in value.values() for n in numbers(each)]
            if isinstance(value, list):
                return [n for each in value for n in numbers(each)]
            is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
            return [value] if is_number else []
        self.assertEqual(numbers(json.loads(text)), [])
        print(" 1: no number in an answer about a person")
        for place in (self.house.register.store, self.house.register.store + ".lookups",
                      self.house.register.store + ".blocks"):
            with sqlite3.connect(place) as database:
                tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                for (table,) in tables.fetchall():
                    for column in database.execute(f"PRAGMA table_info({table})"):
                        name, kind = column[1], column[2]
                        self.assertFalse(any(word in name.split("_") for word in A_SCORE[:6]),
                                         f"{table}.{name}")
                        if kind.upper() in ("BIGINT", "INTEGER", "REAL", "NUMERIC", "DOUBLE"):
                            self.assertIn(name, FACTS, f"{table}.{name}: a number that is no fact")
        print(" 1: no table has a column for one")
        run = self.house.register.run("check", "--matter", "food_permit", "--purpose", "approval",
                                      "--ground", "sd_regulation_22", "--case", "C1", "--officer",
                                      "o1", "--json", stdin=f"{self.person}\n{self.person_name}\n")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(numbers(json.loads(run.stdout)), [])
        print(" 1: no number in an answer about a person by the command line")
        self.no_such_words(1, ("score",), ("check", "--score"), ("subject", "--count"))
        row = {"row": "standard", "id": "three_penalties",
               "basis": [{"instrument": "guobanfa-2020-49", "article": "3"}]}
        counted = {"title": "示例", "document_number": "示例文1号", "reasons": "示例",
                   "from_on": day(60), "begins": [row]}
        self.refused(1, self.house.ask(("credit_office", "SD-DRC"), "/v1/amendments", counted),
                     "amendments.", "catalogue.")
        self.found_in_store(1, lambda store: store.execute(
            "UPDATE listing SET ground = 'third_penalty_in_a_year' WHERE state = 'in_force'"),
            "rebuild", "--check")

    # --- 2. no listing without its elements, none by counting ------------------------------------

    def test_02_no_listing_without_its_elements(self):
        for change, word in (({"standard": "three_penalties"}, "lists.standard_not_in_force"),
                             ({"standard": "farm_inputs"}, "lists.standard_not_in_force"),
                             ({"ground": "third_penalty_in_a_year"}, "lists.ground_unknown"),
                             ({"finding": ""}, "lists.finding_missing"),
                             ({"basis_document": ""}, "lists.basis_document_missing")):
            self.refused(2, self.house.ask(SAMR, "/v1/listings",
                                           proposal(COMPANY, COMPANY_NAME, **change)), word)
        self.refused(2, self.house.ask(TAX, "/v1/listings", proposal(COMPANY, COMPANY_NAME)),
                     "lists.authority_not_competent")
        listing = self.listing(SAMR, COMPANY, COMPANY_NAME, ground="drugs")
        self.refused(2, self.step(SAMR, listing, "decision", DECISION), "lists.out_of_order")
        self.refused(2, self.step(SAMR, listing, "notice", {**NOTICE, "proof": ""}),
                     "lists.service_proof_missing")
        self.refused(2, self.step(SAMR, listing, "notice", {**NOTICE, "served_on": day(-1)}),
                     "lists.served_before_proposal")
        self.step(SAMR, listing, "notice", NOTICE)
        self.refused(2, self.step(SAMR, listing, "decision", DECISION), "lists.window_open")
        other = self.listing(SAMR, COMPANY, COMPANY_NAME, ground="equipment")
        self.hear(SAMR, other)
        for member, word in (("document_number", "lists.document_missing"),
                             ("remedy", "lists.remedy_missing"),
                             ("removal", "lists.removal_missing"),
                             ("repair_notice", "lists.repair_notice_missing")):
            self.refused(2, self.step(SAMR, other, "decision", {**DECISION, member: ""}), word)
        self.refused(2, self.step(SAMR, other, "service", SERVICE), "lists.out_of_order")
        endless = self.listing(COURT, self.person, self.person_name, standard="court_defaulter",
                               ground="1")
        self.hear(COURT, endless)
        self.refused(2, self.step(COURT, endless, "decision",
                                  {**DECISION, "document_kind": "listing_decision_of_court"}),
                     "lists.review_missing")
        self.a_row_without_its_elements_is_reference_only()
        self.found_in_store(2, lambda store: store.execute(
            "UPDATE listing SET state = 'in_force', from_on = proposed_on WHERE listing_id = ?",
            (other,)), "rebuild", "--check")

    def a_row_without_its_elements_is_reference_only(self):
        """By the command line: what lacks an element of a listing is kept, and nothing follows."""
        def documents_in_force(number, **lacking):
            with tempfile.TemporaryDirectory() as folder:
                file = pathlib.Path(folder, "table.csv")
                file.write_text(court_row(COMPANY, COMPANY_NAME, number, **lacking),
                                encoding="utf-8")
                run = self.house.register.run("submit", str(file), "--as", "SD-COURT", "--json")
            self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
            self.assertEqual(json.loads(run.stdout)["accepted"], 1)
            run = self.check_by_cli(COMPANY, COMPANY_NAME)
            self.assertEqual(run.returncode, 0, run.stderr)
            return {each["document"] for each in json.loads(run.stdout)["in_force"]}
        self.assertIn("示例列1号", documents_in_force(1))
        for number, column in enumerate(("告知日期", "送达日期", "救济途径", "终止情形",
                                         "失信决定书文号"), start=2):
            self.assertNotIn(f"示例列{number}号", documents_in_force(number, **{column: ""}),
                             column)
            print(f" 2: by the command line a row without {column} is reference only")

    # --- 3. no measure outside the catalogue; none on family or namesakes ------------------------

    def test_03_no_measure_outside_the_catalogue(self):
        order = {"identifier": self.person, "name": self.person_name, "measure": "M999-A1",
                 "document_number": "示例令1号", "decided_on": day(0), "served_on": day(0),
                 "through_on": day(300), "remedy_zh": "示例", "remedy_en": "example"}
        self.refused(3, self.house.ask(COURT, "/v1/orders", order), "measures.not_in_force")
        self.refused(3, self.house.ask(COURT, "/v1/orders", {**order, "family": "spouse"}),
                     "json.unknown_member")
        self.refused(3, self.house.ask(COURT, "/v1/orders", {**order, "identifier": person(12)}),
                     "measures.subject_unknown", "measures.not_in_force")
        listing = self.listing(SAMR, COMPANY, COMPANY_NAME, ground="competition")
        self.hear(SAMR, listing)
        self.refused(3, self.step(SAMR, listing, "decision", {**DECISION, "measures": ["M999-A1"]}),
                     "lists.measure_not_allowed")
        status, _ = self.house.ask(SAMR, "/v1/measures", {"id": "M999-A1"})
        self.assertIn(status, (404, 405))
        print(" 3: refused by the interface: the catalogue has no door")
        self.found_in_store(3, lambda store: store.execute(
            "INSERT INTO restraint_order (subject_key, order_id, measure, authority, category,"
            " document_number, decided_on, served_on, from_on, remedy_zh, remedy_en) VALUES"
            " (?, 'x-1', 'M999-A1', 'SD-COURT', 'natural_person', '1', ?, ?, ?, 'x', 'x')",
            (self.subject_key(listing), day(0), day(0), day(0))), "rebuild", "--check")

        self.no_such_words(3, ("measure",), ("order",), ("check", "--measure", "M999-A1"),
                           ("check", "--family", "spouse"), ("submit", "x.csv", "--measures", "x"))
        relative = self.check_by_cli(person(14), self.person_name)
        self.assertEqual(relative.returncode, 0, relative.stderr)
        told = json.loads(relative.stdout)
        self.assertEqual((told["subject"], told["in_force"]), ("unknown", []))
        print(" 3: by the command line a namesake bears nothing")

    # --- 4. a person's movement, schooling, livelihood: by an individual order only --------------

    def test_04_no_measure_on_a_person_by_a_listing(self):
        listing = self.listing(COURT, self.person, self.person_name, standard="court_defaulter",
                               ground="2")
        self.put_in_force(COURT, listing, document_kind="listing_decision_of_court")
        status, text = self.house.ask(COURT, "/v1/measures", None, "GET")
        by_order = {each["measure"] if "measure" in each else each["id"]
                    for each in json.loads(text)["items"]
                    if each.get("individual_order") or each.get("follows") == "individual_order"}
        self.assertGreater(len(by_order), 10)
        status, text = self.house.ask(COURT, "/v1/matters", None, "GET")
        asked = 0
        for matter in json.loads(text)["items"]:
            status, text = self.house.check(self.person, self.person_name, matter=matter["id"],
                                            purpose=matter["purposes"][0])
            if status != 200:
                continue
            asked += 1
            answer = json.loads(text)
            self.assertEqual(answer["decided_by"], "officer")
            for effect in answer["in_force"]:
                for duty in effect["duties"]:
                    self.assertNotIn(duty["measure"], by_order, matter["id"])
        self.assertGreater(asked, 5)
        print(f" 4: none followed at {asked} matters, and an officer decides at each")
        self.refused(4, self.step(COURT, listing, "decision", DECISION), "lists.out_of_order")
        run = self.check_by_cli(self.person, self.person_name)
        self.assertEqual(run.returncode, 0, run.stderr)
        told = json.loads(run.stdout)
        self.assertEqual(told["decided_by"], "officer")
        self.assertIn(listing, [each["listing"] for each in told["in_force"]])
        self.assertFalse({duty["measure"] for each in told["in_force"] for duty in each["duties"]}
                         & by_order)
        self.no_such_words(4, ("check", "--decide"), ("order", "--listing", listing))
        measure = sorted(by_order)[0]
        self.found_in_store(4, lambda store: store.execute(
            "INSERT INTO restraint_order (subject_key, order_id, measure, authority, category,"
            " document_number, decided_on, served_on, from_on, remedy_zh, remedy_en) SELECT"
            " subject_key, listing_id, ?, authority, category, document_number, decided_on,"
            " served_on, from_on, 'x', 'x' FROM listing WHERE listing_id = ?", (measure, listing)),
            "rebuild", "--check")

    # --- 5. nothing that rests on speech, belief or petition -------------------------------------

    def test_05_nothing_on_speech_or_petition(self):
        for standard in ("petitioners", "online_speech", "religion"):
            self.refused(5, self.house.ask(SAMR, "/v1/listings",
                                           proposal(COMPANY, COMPANY_NAME, standard=standard)),
                         "lists.standard_not_in_force")
        status, text = self.house.ask(SAMR, "/v1/standards", {"id": "petitioners"})
        self.assertIn(status, (404, 405))
        print(" 5: refused by the interface: standards have no door")
        self.a_complaint_changes_nothing()
        with tempfile.TemporaryDirectory() as folder:
            law = pathlib.Path(folder, "law", "standards")
            law.mkdir(parents=True)
            (law / "petition.toml").write_text('[[standard]]\nid = "petitioners"\n')
            run = subprocess.run([str(pathlib.Path(PROGRAM).resolve()), "init", "--store",
                                  f"{folder}/s.db"], cwd=folder, capture_output=True, check=False)
            self.assertEqual(run.returncode, 0)
        self.refused(5, self.house.upload(penalty(COMPANY, COMPANY_NAME, 901, ["宗教信仰"])),
                     "catalogue.column_forbidden")

        self.found_in_store(5, lambda store: store.execute(
            "UPDATE listing SET standard = 'petitioners' WHERE state = 'in_force'"),
            "rebuild", "--check")

    def a_complaint_changes_nothing(self):
        """A complaint is speech: no answer changes by it, and no rule's tables can see it."""
        def answer():
            told = json.loads(self.house.check(COMPANY, COMPANY_NAME)[1])
            for told_once in ("receipt", "outcome_to", "data_as_of"):
                told.pop(told_once, None)
            return told
        before = answer()
        for ground in ("charged_money", "not_answered", "leaked"):
            status, text = self.house.ask(
                ("officer", "SD-TAX"), "/v1/complaints",
                {"identifier": COMPANY, "respondent": "SD-SAMR", "filer": "representative",
                 "authorisation": "示例委托书", "points": [{"ground": ground, "said": "示例"}]})
            self.assertEqual(status, 201, text)
        self.assertEqual(answer(), before)
        allowed = {"complaints", "desk", "sql"}
        for file in pathlib.Path("src").rglob("*.sql"):
            if file.parts[1] not in allowed:
                text = file.read_text(encoding="utf-8")
                self.assertNotRegex(text, r"\bcomplaint(_home)?\b", file)
        print(" 5: three complaints change no answer, and no other folder's statements read them")

    # --- 6. no match by name alone ----------------------------------------------------------------

    def test_06_no_match_by_name_alone(self):
        self.refused(6, self.house.ask(SAMR, "/v1/listings", proposal("", COMPANY_NAME)),
                     "lists.match_by_name_alone")
        order = {"name": self.person_name, "measure": "M001-A1", "document_number": "1",
                 "decided_on": day(0), "served_on": day(0), "remedy_zh": "示例"}
        self.refused(6, self.house.ask(COURT, "/v1/orders", order), "measures.match_by_name_alone")
        self.refused(6, self.house.ask(None, "/v1/subjects/lookup", {"name": COMPANY_NAME}),
                     "json.missing")
        merger = {"kind": "absorption", "from_on": day(0), "document_number": "1",
                  "predecessors": [{"name": COMPANY_NAME}],
                  "successors": [{"identifier": self.person, "name": self.person_name}]}
        self.refused(6, self.house.ask(SAMR, "/v1/successions", merger), "json.missing")
        merger["predecessors"][0]["identifier"] = self.person
        self.refused(6, self.house.ask(SAMR, "/v1/successions", merger),
                     "subjects.side_not_organisation")
        self.refused(6, self.house.check("", self.person_name), "identity.", "identifier")
        namesake = json.loads(self.house.check(person(13), self.person_name)[1])
        self.assertEqual((namesake["subject"], namesake["in_force"]), ("unknown", []))
        wrong = json.loads(self.house.check(self.person, "示例李某")[1])
        self.assertEqual((wrong["subject"], wrong["in_force"]), ("identity_not_confirmed", []))
        print(" 6: a namesake is unknown; a number with another name confirms nobody")
        run = self.house.register.run("check", "--matter", "food_permit", "--purpose", "approval",
                                      "--ground", "sd_regulation_22", "--case", "C1", "--officer",
                                      "o1", stdin=f"\n{self.person_name}\n")
        self.assertNotEqual(run.returncode, 0)
        # Put under a namesake: no act says so.
        self.found_in_store(6, lambda store: store.execute(
            "UPDATE record SET subject_key = substr(subject_key, 1, length(subject_key) - 1) ||"
            " CASE substr(subject_key, -1) WHEN '0' THEN '1' ELSE '0' END"
            " WHERE document_number = '示例罚〔2026〕900号'"), "rebuild", "--check")

    # --- 7. no look-up without purpose, ground, case; none without a trace ------------------------

    def test_07_no_look_up_without_a_trace(self):
        for member, word in (("purpose", "purpose"), ("ground", "ground"), ("case", "case"),
                             ("officer", "officer")):
            self.refused(7, self.house.check(COMPANY, COMPANY_NAME, **{member: ""}), word)
        self.refused(7, self.house.ask(None, "/v1/checks", {}), "http.token_missing")
        lookups, blocks = (self.house.register.store + each for each in (".lookups", ".blocks"))
        status, text = self.house.check(COMPANY, COMPANY_NAME)
        receipt = json.loads(text)["receipt"]
        with sqlite3.connect(blocks) as waiting, sqlite3.connect(lookups) as settled:
            found = [*waiting.execute("SELECT 1 FROM lookup_block WHERE"
                                      " instr(entries, CAST(? AS BLOB)) > 0", (receipt,)),
                     *settled.execute("SELECT 1 FROM lookup WHERE lookup_id = ? AND purpose <> ''"
                                      " AND ground <> '' AND case_number <> ''", (receipt,))]
        self.assertTrue(found)
        print(" 7: the receipt stands in the look-up records")
        self.none_that_the_subject_cannot_see(receipt)
        blocking = sqlite3.connect(blocks, isolation_level=None)
        blocking.execute("BEGIN IMMEDIATE")
        try:
            self.refused(7, self.house.check(COMPANY, COMPANY_NAME), "sql.try_again")
        finally:
            blocking.execute("ROLLBACK")
            blocking.close()

        self.house.register.stop()  # which seals what was looked up
        for change in ("DELETE FROM lookup WHERE lookup_id = ?",
                       "UPDATE lookup SET purpose = '' WHERE lookup_id = ?",
                       "UPDATE lookup SET case_number = '' WHERE lookup_id = ?"):
            self.found_in_store(7, lambda store, change=change: store.execute(change, (receipt,)),
                                "ledger", "verify", of_lookups=True)
        self.house.register.start()

    def none_that_the_subject_cannot_see(self, receipt):
        phrase = "a phrase that is long enough"
        opened = json.loads(self.house.ask(SAMR, "/v1/accounts", {
            "role": "subject", "identifier": COMPANY, "password": phrase,
            "proof": "business_licence"})[1])
        session = json.loads(self.house.ask(None, "/v1/sessions", {
            "account": opened["account"], "password": phrase})[1])

        def seen():
            status, text = self.house.register.ask("GET", "/v1/account/lookups?limit=200",
                                                   token=session["token"])
            self.assertEqual(status, 200, text)
            return {each["receipt"] for each in json.loads(text)["items"]}
        self.assertIn(receipt, seen())
        withholding = {"receipt": receipt, "basis": "emergency", "document": "示例批1号",
                       "reasons": "示例", "through_on": day(20)}
        for change, word in (({"through_on": ""}, "lookups.release_missing"),
                             ({"through_on": day(-2)}, "lookups.release_past"),
                             ({"through_on": day(400)}, "lookups.withheld_too_long"),
                             ({"basis": "convenience"}, "lookups.basis_unknown"),
                             ({"document": ""}, "lookups.document_missing")):
            self.refused(7, self.house.ask(SAMR, "/v1/lookups/withholdings",
                                           withholding | change), word)
            self.assertIn(receipt, seen())
        status, text = self.house.ask(SAMR, "/v1/lookups/withholdings", withholding)
        self.assertEqual(status, 201, text)
        told = json.loads(text)
        self.assertNotIn(receipt, seen())
        self.assertTrue(told["article"] and told["through_on"], told)
        status, text = self.house.ask(SAMR, f"/v1/lookups/withholdings/{told['withholding']}/end",
                                      {"reasons": "示例"})
        self.assertEqual(status, 200, text)
        self.assertIn(receipt, seen())
        print(" 7: the subject sees it, but for a time under an article; no longer, it sees it")

    # --- 8. no personal data that the law forbids to collect --------------------------------------

    def test_08_no_forbidden_personal_data(self):
        for column in ("宗教信仰", "血型", "指纹", "基因", "病史", "家庭住址"):
            self.refused(8, self.house.upload(penalty(COMPANY, COMPANY_NAME, 902, [column])),
                         "catalogue.column_forbidden")
        run = subprocess.run([PROGRAM, "submit", "-", "--store", self.house.register.store, "--as",
                              "SD-SAMR"], capture_output=True, text=True, check=False)
        self.assertNotEqual(run.returncode, 0)

        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "table.csv")
            for column in ("血型", "宗教信仰"):
                file.write_text(penalty(COMPANY, COMPANY_NAME, 904, [column]), encoding="utf-8")
                run = self.house.register.run("submit", str(file), "--as", "SD-SAMR", "--json")
                self.assertEqual(run.returncode, 3, run.stdout + run.stderr)
                self.assertIn("catalogue.column_forbidden", run.stdout + run.stderr)
        self.found_in_store(8, lambda store: store.execute(
            "UPDATE record SET body = replace(body, '{', '{\"blood_type\":\"A\",')"
            " WHERE kind = 'penalty'"), "rebuild", "--check")

    # --- 9. nothing public too long, unmarked, or of a person; nothing identifying in logs ------

    def test_09_nothing_public_that_should_not_be(self):
        listing = self.listing(SAMR, COMPANY, COMPANY_NAME, ground="certification")
        self.put_in_force(SAMR, listing)
        look = {"identifier": COMPANY, "name": COMPANY_NAME}
        self.assertIn(listing, self.house.ask(None, "/v1/subjects/lookup", look)[1])
        self.step(SAMR, listing, "suspension", {"reason": "核实"})
        self.assertNotIn(listing, self.house.ask(None, "/v1/subjects/lookup", look)[1])
        answer = json.loads(self.house.check(COMPANY, COMPANY_NAME)[1])
        held = [each for each in answer["in_force"] if each["listing"] == listing]
        self.assertEqual([(each["state"], each["duties"]) for each in held], [("on_hold", [])])
        self.step(SAMR, listing, "annulment", {"document_number": "1", "words": "示例"})
        self.assertNotIn(listing, self.house.ask(None, "/v1/subjects/lookup", look)[1])
        self.assertNotIn(listing, self.house.check(COMPANY, COMPANY_NAME)[1])
        print(" 9: on hold and annulled it is in no public answer, and gives no duty")
        days = {"处罚决定日期": day(-2300), "行为日期": day(-2400), "处罚有效期": day(-1900)}
        self.house.upload(penalty(COMPANY, COMPANY_NAME, 903, **days))
        shown = self.house.ask(None, "/v1/subjects/lookup", look)[1]
        self.assertNotIn("示例罚〔2026〕903号", shown)
        print(" 9: past its last day a record is in no answer")
        run = self.house.register.run("subject", "--json", stdin=f"{COMPANY}\n")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertNotIn(listing, run.stdout)
        self.assertNotIn("示例罚〔2026〕903号", run.stdout)
        run = self.house.register.run("subject", "--json", stdin=f"{self.person}\n")
        self.assertNotIn("示例罚〔2026〕900号", run.stdout)
        self.assertNotIn(self.person, run.stderr)
        run = self.house.register.run("subject", self.person)
        self.assertEqual(run.returncode, 2)
        self.assertNotIn(self.person, run.stdout + run.stderr)
        print(" 9: nor by the command line, which takes no number among its words")
        self.found_in_store(9, lambda store: store.execute(
            "UPDATE record SET valid_through = '2099-12-31' WHERE kind = 'penalty'"),
            "rebuild", "--check")
        own = {"identifier": self.person, "name": self.person_name}
        shown = json.loads(self.house.ask(None, "/v1/subjects/lookup", own)[1])
        self.assertFalse(any(each["document_number"] == "示例罚〔2026〕900号"
                             for each in shown.get("records", [])))
        print(" 9: a person's penalty is not public")
        status, text = self.house.ask(None, f"/v1/subjects/lookup?identifier={self.person}", own)
        self.refused(9, (status, text), "http.unknown_parameter", "parameter")
        self.assertNotIn(self.person, text)
        folder = pathlib.Path(self.house.register.folder.name)
        for file in folder.rglob("*"):
            self.assertNotIn(self.person, file.name)
            if file.is_file() and (file.suffix == ".out" or ".log" in str(file.parent)):
                self.assertNotIn(self.person.encode(), file.read_bytes(), file)
        print(" 9: no number of a person in an error, a log or a file name")

    # --- 10. no fact is overwritten -------------------------------------------------------------

    def test_10_no_fact_is_overwritten(self):
        listing = self.listing(SAMR, COMPANY, COMPANY_NAME, ground="unperformed")
        for method in ("PUT", "DELETE"):
            status, text = self.house.ask(SAMR, f"/v1/listings/{listing}", {"state": "ended"},
                                          method)
            self.assertIn(status, (404, 405), text)
        print("10: refused by the interface: there is no PUT and no DELETE")
        self.house.ask(SAMR, f"/v1/listings/{listing}/notice", NOTICE, key="never-the-same")
        self.refused(10, self.house.ask(SAMR, f"/v1/listings/{listing}/notice",
                                        {**NOTICE, "reasons": "另"}, key="never-the-same"),
                     "ledger.key_used_otherwise")
        self.no_such_words(10, ("rebuild",), ("correct",), ("delete",), ("ledger", "edit"),
                           ("submit", "x.csv", "--replace"))
        self.a_corrected_row_is_a_further_one()
        self.found_in_store(10, lambda store: store.execute(
            "UPDATE act SET body = CAST(body || x'00' AS BLOB)"
            " WHERE kind = 'lists.decide_listing'"),
            "ledger", "verify")
        self.found_in_store(10, lambda store: store.execute(
            "DELETE FROM act WHERE kind = 'lists.give_notice'"), "ledger", "verify")
        self.found_in_store(10, lambda store: store.execute(
            "UPDATE record SET body = replace(body, '罚款', '警告')"), "rebuild", "--check")
        self.found_in_store(10, lambda store: store.execute(
            "UPDATE listing SET conduct_on = '2020-01-01'"), "rebuild", "--check")

    def a_corrected_row_is_a_further_one(self):
        query = "SELECT body FROM record WHERE document_number = '示例罚〔2026〕905号'"
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "table.csv")
            for amount in ("1", "2"):
                file.write_text(penalty(COMPANY, COMPANY_NAME, 905, **{"罚款金额（万元）": amount}),
                                encoding="utf-8")
                before = self.house.register.rows(query)
                run = self.house.register.run("submit", str(file), "--as", "SD-SAMR", "--json")
                self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
                after = self.house.register.rows(query)
                self.assertLess(before, after)
        self.assertEqual(json.loads(run.stdout)["superseded"], 1)
        print("10: by the command line a corrected row stands beside the one that it follows")


if __name__ == "__main__":
    result = unittest.main(argv=sys.argv[:1], exit=False, verbosity=0).result
    sys.exit(not result.wasSuccessful())
