from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimex.read import read_text
from claimex.reflow import reflow

if TYPE_CHECKING:
    from claimex.schema import Article, Flow

SEEDS = Path(__file__).parents[2] / "seeds"


def flow(text: str) -> Flow:
    return reflow(read_text(text, doc_id="a.txt"))


def seed(number: str) -> Flow:
    path = next(SEEDS.glob(f"{number}_*.txt"))
    return reflow(read_text(path.read_text(encoding="utf-8"), doc_id=path.name))


def article_of(page: Flow, words: str) -> Article:
    at = page.text.index(words)
    block = next(block for block in page.blocks if block.start <= at < block.end)
    return page.articles[block.article]


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("新华社北京2021年10月11日电（记者 张三）近日，工程启动。", "北京", dt.date(2021, 10, 11)),
        ("中新社东京2021年10月11日电 近日，会议召开。", "东京", dt.date(2021, 10, 11)),
        ("某某日报成都2021年10月11日讯 近日，会议召开。", "成都", dt.date(2021, 10, 11)),
        ("本报讯（记者 张三）近日，工程启动。", None, None),
        ("新华社10月11日电 近日，工程启动。", None, None),
        ("今年10月11日，工程启动，进展顺利。", None, None),
    ],
)
def test_datelines(text: str, place: str | None, day: dt.date | None) -> None:
    (article,) = flow(text).articles
    assert (article.place, article.date) == (place, day)


def test_a_dateline_takes_its_year_from_the_document() -> None:
    text = "---\ndate: 2022-01-02\n---\n新华社北京12月31日电 近日，工程启动。"
    assert flow(text).articles[-1].date == dt.date(2021, 12, 31)


def test_the_reporters_paper_is_the_publisher() -> None:
    assert flow("标题一行\n\n□重庆日报记者 张三\n\n正文一句，说明情况。").articles[0].publisher == "重庆日报"


def test_an_empty_page_has_no_articles() -> None:
    assert flow(" \n\n\u3000\n").articles == ()


def test_seed_000_gives_headlines_back_to_their_articles() -> None:
    page = seed("000")
    assert article_of(page, "本报讯").title == "重庆去年投入研发经费526.79亿元"
    assert article_of(page, "同比增长12.2%，高于全国平均增速2个百分点\n").title == "重庆去年投入研发经费526.79亿元"
    assert article_of(page, "据人社部有关负责人介绍").title == "我国将启动新一轮专业技术人才知识更新工程"
    assert article_of(page, "新华社").place == "北京"
    assert article_of(page, "日前，重庆派金生物").title is None


def test_seed_001_holds_three_articles() -> None:
    page = seed("001")
    assert [article.title for article in page.articles] == [
        "加快推动科技创新中心建设实现新突破 重庆构建科技创新“1458”工作体系",
        "《重庆市互联网发展报告2022》发布",
        None,
    ]


def test_seed_003_tells_the_reactions_from_the_lead_article() -> None:
    page = seed("003")
    assert [article.title for article in page.articles] == [
        "为现代化新重庆建设提供有力科技和人才支撑",
        "加快推动科技创新中心建设实现新突破",
    ]
    assert article_of(page, "长安汽车将加速").title == "为现代化新重庆建设提供有力科技和人才支撑"
    assert article_of(page, "7月10日，重庆市科技创新和人才工作大会召开。").title == "加快推动科技创新中心建设实现新突破"


def test_seed_004_holds_a_box_and_four_articles() -> None:
    page = seed("004")
    assert len(page.articles) == 5
    assert article_of(page, "直接经费 4.33亿元").title == "新重庆开局第一年·高质量发展加油干④"
    assert article_of(page, "签约招聘各类人才").title == "“满天星”行动点亮人才“星星之火”"


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_stretches_of_articles_leave_no_gap(number: str) -> None:
    page = seed(number)
    assert page.articles[0].start == 0
    assert page.articles[-1].end == len(page.text)
    for before, article in zip(page.articles, page.articles[1:], strict=False):
        assert article.start == before.end + 1
