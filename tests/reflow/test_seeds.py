from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimex.read import read_text
from claimex.reflow import reflow

if TYPE_CHECKING:
    from claimex.schema import Flow

SEEDS = Path(__file__).parents[2] / "seeds"


def seed(number: str) -> tuple[str, Flow]:
    path = next(SEEDS.glob(f"{number}_*.txt"))
    raw = path.read_text(encoding="utf-8")
    return raw, reflow(read_text(raw, doc_id=path.name))


@pytest.mark.parametrize(
    ("number", "words", "kind"),
    [
        ("000", "达到526.79亿元，同比增长12.2%，高于全国平均增速2个百分点，全市科技研发投入强度为2.11%", "prose"),
        ("000", "特别是规模以上工业企业的企业研发经费总计达到372.56亿元", "prose"),
        ("000", "每年培训100万名创新型", "prose"),
        ("000", "完成了每年约百万人次高层次", "prose"),
        ("000", "大数据、云计算、智能制造、区块链、集成电路等领域", "prose"),
        ("000", "8.7万家渝企“上云”，企业生产效率平均提升54.3%，生产成本平均降低两成", "heading"),
        ("000", "重庆日报记者 张锦辉 摄", "byline"),
        ("000", "详见 版04", "boilerplate"),
        ("001", "国家重大科技基础设施实现零的突破,新增国家科技创新基地8个", "prose"),
        ("001", "出去年我市互联网及数字经济的10个发展亮点,包括", "prose"),
        ("001", "“两化融合”指数105.4,位列全国第八", "prose"),
        ("001", "城市运行“一网统管”、政务办公“一网协同”", "prose"),
        ("001", "每万人拥有5G基站19.04个,全国第七", "item"),
        ("001", "2022年重庆市互联网发展十大亮点", "heading"),
        ("002", "2021年重庆地区生产总值达到2.78万亿元", "heading"),
        ("002", "（文章来源：科技日报）", "byline"),
        ("003", "构建“416”科技创新战略布局，明确科技创新中心建设主攻方向", "prose"),
        ("003", "累计达到48838家、6401家。", "prose"),
        ("003", "全社会研发投入强度突破2.7%", "prose"),
        ("003", "“一带一路”科技创新合作先行区", "item"),
        ("003", "体系化创新能力和整体效能大幅提升", "prose"),
        ("003", "7月10日，重庆市科技创新和人才工作大会召开。大会提出科技创新“1458”工作体系", "prose"),
        ("003", "□重庆日报记者 张亦筑", "byline"),
        ("004", "今年 获批国家自然科学基金项目资助 991项 直接经费 4.33亿元 立项市自然科学基金项目 1411项", "box"),
        ("004", "今年1—11月 我市新增科技型企业 13646家 同比增长 125.5%", "box"),
        ("004", "“渝才荟”服务端口集成了129项人社公共服务事项", "prose"),
        ("004", "相关新闻>>>", "boilerplate"),
    ],
)
def test_stretches_of_the_seeds(number: str, words: str, kind: str) -> None:
    _, flow = seed(number)
    places = [block for block in flow.blocks if words in flow.text[block.start : block.end]]
    assert kind in {block.kind for block in places}


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_nothing_but_blanks_marks_and_front_matter_is_lost(number: str) -> None:
    raw, flow = seed(number)
    seen = {at for position in range(len(flow.text)) for at in range(*flow.offsets.span(position, position + 1))}
    lost = "".join(character for at, character in enumerate(raw) if at not in seen and not character.isspace())
    rest = lost.replace("layout: post", "")
    assert sum("\u4e00" <= character <= "\u9fff" for character in rest) <= (4 if number == "002" else 0)


def test_no_paragraph_of_a_printed_page_ends_in_mid_sentence() -> None:
    for number in ("000", "003"):
        _, flow = seed(number)
        torn = [
            flow.text[block.start : block.end]
            for block in flow.blocks
            if block.kind == "prose" and flow.text[block.end - 1] not in "。”—：；"
        ]
        assert len(torn) <= 1
