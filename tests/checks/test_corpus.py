"""Findings across documents: stable names, one order, evidence that quotes the raw text."""

from __future__ import annotations

from functools import cache

import pytest

import claimex
from claimex.checks import CORPUS_CHECKS, check_corpus
from claimex.checks.persons import LENGTH
from claimex.compare import compare
from claimex.settings import Settings

A = (
    "青川市召开科技创新大会，提出到明年底全市建成二十个市级创新平台，培育一批有竞争力的企业。\n"
    "2024年，全市完成技术合同登记3216项，成交额58.6亿元，应当统筹推进各类创新资源，形成高层次人才集聚地。\n"
)
B = A.replace("58.6亿元", "56.8亿元").replace("推进", "布局")


@cache
def pipeline() -> claimex.Pipeline:
    return claimex.load()


def findings(a: str, b: str, settings: Settings | None = None) -> tuple[claimex.Finding, ...]:
    settings = settings or Settings()
    docs = (pipeline()(a, doc_id="a.txt", date="2025-02-03"), pipeline()(b, doc_id="b.txt", date="2025-02-03"))
    return check_corpus(docs, compare(docs, settings), settings)


def test_kinds_and_evidence() -> None:
    found = findings(A, B)
    assert sorted(f.rule for f in found) == ["D01", "X03", "X05"]
    texts = {"a.txt": A, "b.txt": B}
    for finding in found:
        assert len({e.doc_id for e in finding.evidence}) == 2
        assert all(texts[e.doc_id][e.start : e.end] == e.text for e in finding.evidence)
        assert finding.calculation


def test_a_changed_number_between_two_prints_is_an_error() -> None:
    (conflict,) = (f for f in findings(A, B) if f.kind == "value_conflict")
    assert conflict.severity == "error"
    assert [e.text for e in conflict.evidence] == ["58.6亿元", "56.8亿元"]
    assert all(e.claim_id for e in conflict.evidence)


def test_ids_survive_an_edit_elsewhere() -> None:
    edited = "白河县今天召开春灌动员会。\n\n" + A
    before = {f.id for f in findings(A, B) if f.rule.startswith("X")}
    after = {f.id for f in findings(edited, B) if f.rule.startswith("X")}
    assert before == after


def test_rules_can_be_switched_off() -> None:
    assert {f.rule for f in findings(A, B, Settings(rules=("-X05", "-duplicate_article")))} == {"X03"}


def test_messages_in_english() -> None:
    (conflict,) = (f for f in findings(A, B, Settings(lang="en")) if f.kind == "value_conflict")
    assert "cannot both be true" in conflict.message


def test_one_document_and_none() -> None:
    doc = pipeline()(A, doc_id="a.txt")
    assert check_corpus((doc,), compare((doc,), Settings()), Settings()) == ()
    assert check_corpus((), compare((), Settings()), Settings()) == ()


@pytest.mark.parametrize("check", CORPUS_CHECKS, ids=lambda check: check.id)
def test_rules_are_described_with_both_answers(check: object) -> None:
    text = getattr(check, "find").__doc__ or ""  # noqa: B009 (the checks differ in type)
    assert "反例" in text
    assert "正例" in text


def test_rule_ids_are_unique() -> None:
    ids = [check.id for check in CORPUS_CHECKS]
    assert len(ids) == len(set(ids))
    assert LENGTH == 3


VERDICT = (
    "该干部理想信念丧失，背弃初心使命，违规收受礼品礼金，在工作中以权谋私，性质严重，影响恶劣，应予严肃处理。"
    "依据有关条例和法律规定，经会议研究并报上级批准，决定给予其开除公职处分，收缴其违纪违法所得。"
    "涉嫌犯罪的问题交检察机关办理，有关财物一并移送，同时责成有关单位认真做好后续整改工作。\n"
)
OWN = (
    (
        "青川市交通局原局长被查处。通报说，他在修路工程中收受贿赂，把项目交给亲戚，道路通车不到一年就出现裂缝。"
        "群众反映强烈，市里组织力量返修，追回了部分款项，又请第三方重新检测了全部路段。\n"
    ),
    (
        "白河县粮库原主任受到处分。通报说，他在收购季压级压价，虚报损耗，套取差价，又让家人承包仓库维修。"
        "县里随后清查了所有粮库，补发农户货款，换了新的地磅和检测仪器，账目每月张贴公布。\n"
    ),
    (
        "云岭镇卫生院原院长被开除。通报说，他虚开药品，截留补助，把采购交给熟人，患者投诉多次都被压下。"
        "镇里请来新的院长，恢复夜间门诊，药价上墙，村医每季度轮训一次，病历也实行双人核对。\n"
    ),
)


def passages(texts: tuple[str, ...], dates: tuple[str, ...]) -> list[str]:
    docs = [
        pipeline()(text, doc_id=f"{number}.txt", date=date)
        for number, (text, date) in enumerate(zip(texts, dates, strict=True))
    ]
    found = check_corpus(docs, compare(docs, Settings()), Settings(rules=("D02",)))
    return [" ".join(e.doc_id for e in finding.evidence) for finding in found]


def test_a_passage_of_two_texts_is_told() -> None:
    texts = tuple(own + VERDICT for own in OWN[:2])
    assert passages(texts, ("2024-01-05", "2024-06-05")) == ["0.txt 1.txt"]


def test_set_wording_of_three_times_is_no_passage() -> None:
    texts = tuple(own + VERDICT for own in OWN)
    assert passages(texts, ("2024-01-05", "2024-06-05", "2025-02-05")) == []


def test_three_texts_of_one_week_share_a_passage() -> None:
    texts = tuple(own + VERDICT for own in OWN)
    assert len(passages(texts, ("2024-01-05", "2024-01-06", "2024-01-07"))) == 3


def test_old_words_with_new_figures_are_no_passage() -> None:
    first = VERDICT.replace("礼品礼金", "礼品礼金共计37万元")
    texts = (OWN[0] + first, OWN[1] + first.replace("37", "52"))
    assert passages(texts, ("2024-01-05", "2024-06-05")) == []


LIVE = (
    "{title}\n本台消息，{news}届时，市广播电视台所属新闻频道、公共频道、经济频道、少儿频道，交通广播、音乐广播、新闻广播等频率将进行"
    "现场直播；青川客户端、青川融媒、青川云视等新媒体平台将同步转播，敬请收看收听。\n"
)


def test_the_next_announcement_in_old_words_is_another_report() -> None:
    a = LIVE.format(title="全市科技大会开幕", news="全市科技大会将于3月5日上午9时在会展中心开幕，市长周振山将作报告。")
    b = LIVE.format(
        title="全市科技大会举行表彰", news="3月9日上午9时，全市科技大会表彰环节将在人民广场举行，书记林志鹏将颁奖。"
    )
    assert [f.rule for f in findings(a, b) if f.rule in {"D01", "X05"}] == []
