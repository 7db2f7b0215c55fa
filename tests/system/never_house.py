"""What the tries at the ten nevers share: a demonstration that is served, a company and a person of
nobody, and the words of an act that would be in order."""

import csv
import datetime
import http.client
import io
import json
import pathlib

from running import REASON, Register, example

TODAY = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()  # of the law
COMPANY, COMPANY_NAME = example()
HEADER = pathlib.Path("examples/penalties-gb18030.csv").read_bytes().decode("gb18030")
COLUMNS = next(csv.reader(io.StringIO(HEADER)))
SAMR, TAX, COURT = ("officer", "SD-SAMR"), ("officer", "SD-TAX"), ("officer", "SD-COURT")

def day(offset: int) -> str:
    return (TODAY + datetime.timedelta(offset)).isoformat()


def person(serial: int) -> str:
    """A resident number of nobody: the area 379901 belongs to no region."""
    number = f"37990119850615{serial:03d}"
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return number + "10X98765432"[sum(int(n) * w for n, w in zip(number, weights)) % 11]


class House:
    """One demonstration, served; asked as anybody that it has an account for."""

    def __init__(self):
        self.register = Register()
        self.register.start()
        self.asked = 0

    def ask(self, who, path, body, method="POST", key=None):
        self.asked += 1
        token = self.register.token(*who) if who else ""
        return self.register.ask(method, path, body, token, key or f"never-key-{self.asked:04}")

    def upload(self, text, who=("clerk", "SD-SAMR")):
        self.asked += 1
        connection = http.client.HTTPConnection("127.0.0.1", self.register.port, timeout=30)
        connection.request("POST", "/v1/submissions", text.encode(), {
            "Content-Type": "text/csv", "Idempotency-Key": f"never-key-{self.asked:04}",
            "Authorization": f"Bearer {self.register.token(*who)}"})
        answer = connection.getresponse()
        told = answer.status, answer.read().decode()
        connection.close()
        return told

    def check(self, identifier, name, **other):
        question = {"identifier": identifier, "name": name, "case": "示例案1号", **REASON, **other}
        return self.ask(("approval_system", "SD-SAMR"), "/v1/checks", question)

    def stop(self):
        self.register.stop()


def penalty(identifier, name, number, extra=(), **values):
    """The table of one penalty on a company or, with an eighteen-digit number, on a person."""
    is_person = identifier.startswith("3799")
    said = {"行政相对人名称": name, "行政相对人类别": "自然人" if is_person else "法人及非法人组织",
            "行政处罚决定书文号": f"示例罚〔2026〕{number}号", "违法行为类型": "示例",
            "违法事实": "示例",
            "处罚依据": "示例法", "处罚类别": "罚款", "处罚内容": "罚款", "罚款金额（万元）": "1",
            "处罚决定日期": day(-20), "处罚有效期": day(300), "处罚机关": "山东省市场监督管理局",
            "处罚机关统一社会信用代码": "11379999XH03100004",
            "数据来源单位": "山东省市场监督管理局",
            "数据来源单位统一社会信用代码": "11379999XH03100004", "行为日期": day(-40),
            "程序类型": "普通程序"}
    if is_person:
        said |= {"证件类型": "身份证", "证件号码": identifier}
    else:
        said |= {"行政相对人代码_1（统一社会信用代码）": identifier, "法定代表人": "示例"}
    said |= values
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*COLUMNS, *extra])
    writer.writerow([said.get(column, "") for column in COLUMNS] + ["90"] * len(extra))
    return out.getvalue()


def court_row(identifier, name, number, **values):
    """A table of the court with one company, listed by a decision of its own."""
    said = {"被执行人姓名/名称": name, "主体类别": "法人及非法人组织",
            "统一社会信用代码": identifier, "法定代表人": "示例",
            "案号": f"（2026）示例执{number}号", "执行依据文号": "示例判1号",
            "作出执行依据单位": "山东省高级人民法院", "生效法律文书确定的义务": "示例",
            "被执行人的履行情况": "全部未履行", "失信被执行人行为具体情形": "违反财产报告制度",
            "立案时间": day(-30), "发布时间": day(-5), "期限届满日期": day(300),
            "执行法院": "山东省高级人民法院", "列入标准": "court_defaulter",
            "失信决定书文号": f"示例列{number}号", "告知日期": day(-20), "送达日期": day(-5),
            "救济途径": "可以申请纠正", "终止情形": "期限届满"} | values
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(said)
    writer.writerow(said.values())
    return out.getvalue()


def proposal(identifier, name, **other):
    return {"identifier": identifier, "name": name, "standard": "samr_serious", "ground": "food",
            "conduct_on": day(-60), "facts": "示例事实", "finding": "示例认定",
            "basis_document": "示例决定书", **other}


NOTICE = {"served_on": day(0), "method": "direct", "proof": "示例回证",
          "reasons": "示例", "rights": "示例"}
DECISION = {"lists": True, "document_kind": "listing_decision", "document_number": "示例决1号",
            "decided_on": day(0), "reasons": "示例", "measures": [],
            "removal": "示例", "remedy": "示例",
            "repair_notice": "示例修告", "upper_level_consent": "示例批复"}
SERVICE = {"served_on": day(0), "method": "direct", "proof": "示例回证", "with_repair_notice": True}
