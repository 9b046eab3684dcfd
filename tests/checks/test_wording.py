"""The words before a figure: what stays of them as its name."""

from __future__ import annotations

from functools import cache

import pytest

import claimex
from claimex.checks.near import alike, core
from claimex.checks.things import property_of
from claimex.checks.wording import cleaned, name_of


@cache
def pipeline() -> claimex.Pipeline:
    return claimex.load()


@pytest.mark.parametrize(
    ("clause", "area", "name"),
    [
        ("2022年我国全社会研发经费投入达到", None, "研发经费"),
        ("全国共投入研究与试验发展经费", None, "研发经费"),
        ("1—4月份规模以上电子信息制造业实现营业收入", None, "规模以上电子信息制造业营业收入"),
        ("国家统计局今天发布的数据显示", None, ""),
        ("比上年增长", None, ""),
        ("临海省粮食产量达", "临海", "粮食产量"),
        ("服务业增加值占GDP比重达到", None, "第三产业增加值占地区生产总值比重"),
        ("按年率计算环比萎缩", None, ""),
        ("全国铁路完成固定资产投资", None, "铁路固定资产投资"),
    ],
)
def test_cleaned(clause: str, area: str | None, name: str) -> None:
    assert cleaned(clause, area) == name


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        ("上半年，我国跨境电商进出口1.3万亿元，规模创新高，同比增长13%。", "13%", "跨境电商货物进出口总额"),
        ("7月份价格指数由上月下降0.1%转为上涨0.4%。", "0.1%", None),
        ("机电产品、农产品分别出口3.2亿元、1.1亿元。", "3.2亿元", None),
        ("洪水造成126人遇难、188人受伤。", "188人", None),
    ],
)
def test_name_of(text: str, figure: str, name: str | None) -> None:
    doc = pipeline()(text, date="2024-10-14")
    claim = next(claim for claim in doc.claims if claim.text == figure)
    found = name_of(doc, claim)
    assert (found and found.text) == name


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("昌景黄高铁西起江西南昌，东至安徽黄山，全长289.9公里。", "289.9公里", ("length", "昌景黄高铁")),
        ("连接两地的昌景黄高铁进入试运行。昌景黄高铁全长300公里。", "300公里", ("length", "昌景黄高铁")),
        ("白鹤高铁正线长221公里。", "221公里", ("main line", "白鹤高铁")),
        ("青龙大桥全长55公里。", "55公里", ("length", "青龙大桥")),
        ("今天，全长125.5公里的清泉运河航道工程完成。", "125.5公里", None),
        ("该大桥全长55公里。", "55公里", None),
    ],
)
def test_property_of(text: str, figure: str, expected: tuple[str, str] | None) -> None:
    doc = pipeline()(text, date="2024-10-14")
    claim = next(claim for claim in doc.claims if claim.text == figure)
    assert property_of(doc, claim) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("电影总票房", "电影票房", True),
        ("电影票房", "电影市场票房", True),
        ("新能源汽车销量", "新能源汽车销售", True),
        ("铁路货物发送量", "国家铁路货物发送量", False),
        ("居民人均可支配收入", "城镇居民人均可支配收入", False),
        ("寄递业务量", "快递业务量", False),
        ("夏粮产量", "早稻产量", False),
    ],
)
def test_names_that_mean_one_thing(one: str, other: str, *, same: bool) -> None:
    assert alike(core(one), core(other)) is same
    assert alike(core(other), core(one)) is same
