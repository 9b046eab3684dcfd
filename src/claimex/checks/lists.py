"""T16 and T17 on lists: 甲、乙、丙三省; 四大高地（甲、乙、丙、丁）; “1458”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimex.checks.rule import Hit
from claimex.checks.small import COUNT, small
from claimex.lexicon import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.rule import Span
    from claimex.checks.view import View

STOPS = "，。；：！？\n（(——,;"
# what the items themselves are: 江苏、浙江3家企业 counts firms, 江苏、浙江两省 counts the items
PLACE = (
    r"(?:省区市|省市区|省份|省区|省市|省|市(?!场|民|级|值|政|属|面|区)|国(?!家级|际|有|内|产|外(?!长|交)|企|道)|"
    r"地(?!级|区生产|方|下|块|铁|面|震)|县(?!级|域)|州|区县|城市|国家|地区)"
)
ABSTRACT = (
    r"(?:方面|领域|环节|部分|板块|维度|层面|类别|要素|部门|语种|学科|阶段|步骤|主题|篇章|展区|单元|大类|特点|"
    r"特征|关键词|重点|目标|原则|任务|关系)"
)
THING = (
    r"(?:个|家(?!级|庭|长|园|居|电|具|乡|族|中|里|书)|所(?!有|在|以)|大(?!球|湖|洋|洲|国|会址|经济体|全球|赛事)|项(?!目标)|类|种|支|座|条|款|部)"
    r"(?!月|多|小时|百分点|工作日|交易日|季度|星期|年度|第)(?=[\u4e00-\u9fff])"
)
PERSON = r"[名位](?!次)"
AFTER_LIST = re.compile(
    rf"(?P<open>等)?(?:这|共)?(?P<count>{COUNT})"
    rf"(?:(?P<place>(?:个|座)?{PLACE}|[个座家][\u4e00-\u9fff]{{0,4}}(?:城市|国家|省份|地区|县|市|州)(?!场|民|级))|(?P<abstract>(?:个|大|项|类|种){ABSTRACT}|方面)|(?P<person>{PERSON})|(?P<thing>{THING}))(?!多|以上|余)"
)
BEFORE_LIST = re.compile(
    rf"(?<![第\d.一二两三四五六七八九十百千万约近超余第])(?P<count>{COUNT})"
    rf"(?P<noun>(?:个|大|项|类|种|条|方面|点|篇|支|座|处|对)(?!月|人(?!员|群|才)|多)[^，。；：、（）“”\d一二三四五六七八九十的了]{{0,14}})"
    rf"(?P<intro>（|：|——|[，]?(?:即|包括|包含|分别是|分别为|也就是))(?P<body>[^，。；：（）\n]{{4,160}})(?P<close>[。；）\n]|$)"
)
# 埃及, 阿尔及利亚, 呼和浩特 and 和田 hold a conjunction
CONNECT = re.compile(r"以及|(?<![呼共])和(?!田)|与|(?<!埃)(?<!阿尔)及")
QUOTED = re.compile(r"[“‘《（][^”’》）\n]{0,40}[”’》）]")
OPEN = re.compile(r"等(?!级|同|待|于|分|奖|候)|……|之一|在内|包括但不限于|其他")
COMPOSITE = re.compile(rf"(?P<count>{COUNT})(?:市|区)(?!场|民|级|值|政|域)")
# 东六环改造工程、副中心三大建筑等重点工程: the counted thing is itself an item
ITEM = re.compile(r"[\u4e00-\u9fff]{0,8}等(?!级|同|待|于|分)")
FUNCTION = re.compile(r"[在对向由将为的了着到有并把被从就使让等其第]|[一二两三四五六七八九十\d]+[个项家名大]")
FIGURE = re.compile(r"\d|[一二两三四五六七八九十][个项家名部次座条]")
LEADS_IN = re.compile(r"涉及|包括|从|围绕|聚焦|覆盖|涵盖|分为|设立?|含")
# what stands right before the count and is no item: 央行、外汇局在三地, 围绕增速、结构提出5项, 忻州三市五县
ENDS_OPEN = re.compile(
    r"(?:[在是对向由将为的了到有被从第及和与暨其这各前后共约近超“”‘’、]|以及|包括|提出|发布|出台|实施|推出|设立|建设|建成|制定|落实|"
    r"开展|打造|培育|形成|举办|印发|完成|新增|现代|[\d一二两三四五六七八九十]+(?:省区|省市|[省市州县区国个家项类大部])?)$"
)
SHORT_NAMES = re.compile(
    r"[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕甘青宁新港澳台中美俄英法德日韩印朝]{2,}$"
)
UNKNOWN_PLACE = 6
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖"
    "邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文景聂桂申樊全盛费蓝"
)
ORDINAL = re.compile(r"^(?:“|[一1]要|一是|第一|首先|其一|一、|1[.、])")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list and the counts it can be read as: 甲、乙和丙 may be two or three items."""

    items: tuple[Span, ...]
    low: int
    high: int


def _mask_quotes(text: str) -> str:
    """Quotes and brackets blanked, so that 、 inside a name does not divide the list."""
    return QUOTED.sub(lambda m: "“" + "□" * (len(m[0]) - 2) + "”", text)


def split(view: View, start: int, end: int) -> Listed:
    """The 、 items of a stretch."""
    text = _mask_quotes(view.text[start:end])
    items: list[Span] = []
    at = 0
    for piece in text.split("、"):
        items.append((start + at, start + at + len(piece)))
        at += len(piece) + 1
    # 发展与安全、当前与长远: where each item joins two, it is one item
    pairs = all(len(CONNECT.findall(piece)) == 1 for piece in text.split("、"))
    extra = 0 if pairs else len(CONNECT.findall(text.partition("、")[2]))
    return Listed(tuple(items), len(items), len(items) + extra)


def after(view: View) -> Iterator[Hit]:
    """A count behind its list: 河南、湖北、安徽、江苏四省 with three or five names."""
    for match in view.find(AFTER_LIST):
        listed = split(view, *_stretch(view, match.start()))
        if match["place"]:
            listed = _places(view, listed)
        declared = _declared(view, match)
        if len(listed.items) < 2 or declared < (2 if match["place"] else 3):
            continue
        if not _named(view, listed) or not _of_kind(view, match, listed) or ITEM.match(view.text, match.end()):
            continue
        too_many = listed.low > declared and _many(view, match, listed)
        too_few = listed.high < declared <= listed.high + (2 if match["place"] else 1) and not match["open"]
        if too_many or too_few:
            found = listed.low if too_many else listed.high
            sure = not match["open"] and bool(match["place"]) and abs(found - declared) == 1
            yield Hit(
                ((match.start("count"), match.end()), listed.items[-1], (listed.items[0][0], match.end())),
                fields(declared, found),
                calculation=f"{declared} ≠ {found}",
                severity="error" if sure else "warning",
            )


def _declared(view: View, match: re.Match[str]) -> int:
    """The count; 三省一市 are four."""
    more = COMPOSITE.match(view.text, match.end()) if match["place"] == "省" else None
    return (small(match["count"]) or 0) + (small(more["count"]) or 0 if more else 0)


def _stretch(view: View, end: int) -> Span:
    """Where the list before a count stands: in the quotes that close there (“甲、乙、丙”三个), else in the clause."""
    text = view.text
    if end and text[end - 1] == "”":
        opening = text.rfind("“", max(0, end - 100), end)
        if opening >= 0 and "、" in text[opening:end]:
            return opening + 1, end - 1
    if end and text[end - 1] == "“":
        end -= 1
    start = end
    while start > 0 and end - start < 160 and text[start - 1] not in STOPS:
        start -= 1
    return start, end


@cache
def _areas() -> frozenset[str]:
    rows = [row for row in read_table("areas") if row["level"] != "region"]
    return frozenset(name for row in rows for name in (row["name"], row["short"]) if len(name) > 1) | {"中国"}


def _is_area(text: str) -> bool:
    if any(text[i:] in _areas() for i in range(max(len(text) - 1, 0))):
        return True
    # 浙江嘉善: a county that the table does not hold, behind its province
    return 4 <= len(text) <= 6 and text[:2] in _areas()


def _is_bare_area(text: str) -> bool:
    """A place and nothing before it: 无锡, 江苏无锡."""
    return text in _areas() or (len(text) < 9 and text[:2] in _areas() and text[2:] in _areas())


def _places(view: View, listed: Listed) -> Listed:
    """The places at the end of a list: in 财政部、应急管理部支持福建、浙江三省 they begin behind 支持."""
    run: list[Span] = []
    extra = certain = 0
    for start, end in reversed(listed.items):
        pieces = CONNECT.split(view.text[start:end])
        if not _is_area(pieces[-1]):
            # a short item that the table of places does not know may be one more place
            if end - start <= UNKNOWN_PLACE:
                return Listed((), 0, 0)
            break
        run.insert(0, (start, end))
        alone = all(_is_bare_area(piece) for piece in pieces)
        extra += len(pieces) - 1 if alone or _is_area(pieces[0]) else 0
        # 土耳其和伊朗 are two, whatever 和 may join elsewhere
        certain += len(pieces) - 1 if alone else 0
        if not alone:
            break
    return Listed(tuple(run), len(run) + certain, len(run) + extra)


def _of_kind(view: View, match: re.Match[str], listed: Listed) -> bool:
    """Whether the items are what is counted: places for 省 and 国, names for persons, else anything but places."""
    last = view.text[slice(*listed.items[-1])]
    last = CONNECT.split(last)[-1]
    if len(last) < 2 or ENDS_OPEN.search(last) or (SHORT_NAMES.search(last) and last not in _areas()):
        return False
    if match["place"]:
        return _is_area(last)
    inner = [view.text[slice(*span)] for span in listed.items[1:]]
    # 走好第一方阵、当好“三个表率”: before a slogan stands more often a verb than the last item
    if len(inner) < 2 and view.text[match.start() - 1 : match.start()] == "“":
        return False
    if match["person"]:
        return all(2 <= len(item) <= 4 for item in inner) and last[0] in SURNAMES
    route = all(re.search("[至到—]", item) for item in inner)
    return (route or not _is_area(last)) and all(len(item) >= 2 for item in inner)


def _named(view: View, listed: Listed) -> bool:
    """Whether the items behind the first read like names: short, without figures and function words."""
    texts = [view.text[slice(*span)] for span in listed.items[1:]]
    return all(text and len(text) <= 14 and not FIGURE.search(text) and "等" not in text for text in texts)


def _many(view: View, match: re.Match[str], listed: Listed) -> bool:
    """Whether more items than declared are really listed, and no other list runs into this one."""
    texts = [view.text[slice(*span)] for span in listed.items]
    if match["place"]:
        # 土耳其 holds a function word
        named = all(_is_bare_area(piece) for text in texts[1:] for piece in CONNECT.split(text))
        return named and _is_area(texts[0])
    if any(len(text) > 8 or FUNCTION.search(text) for text in texts[1:]):
        return False
    return bool(match["abstract"]) and LEADS_IN.search(texts[0]) is not None


def before(view: View) -> Iterator[Hit]:
    """A count before its list: 四大高地（甲、乙、丙）; 三个方面，即甲、乙."""
    for match in view.find(BEFORE_LIST):
        body = match["body"]
        if "、" not in body or OPEN.search(body) or ORDINAL.match(body):
            continue
        if match["intro"] == "（" and match["close"] != "）":
            continue
        declared = small(match["count"]) or 0
        listed = split(view, *match.span("body"))
        if declared < 2 or listed.low <= declared <= listed.high:
            continue
        if not _named(view, listed) and not _then_said(view, match, listed):
            continue
        found = listed.low if listed.low > declared else listed.high
        if abs(found - declared) > 2:
            continue
        head = (match.start("count"), match.end("noun"))
        yield Hit(
            (head, listed.items[-1], match.span()),
            fields(declared, found),
            calculation=f"{declared} ≠ {found}",
            severity="error" if match["intro"] != "：" and abs(found - declared) == 1 else "warning",
        )


def _then_said(view: View, match: re.Match[str], listed: Listed) -> bool:
    """Whether the last name of a list of places goes on into its sentence: 8个产油国：甲、乙和丙决定增产."""
    texts = [view.text[slice(*span)] for span in listed.items]
    # 沙特 for 沙特阿拉伯: most of them are in the table, all of them short
    known = sum(_is_bare_area(text) for text in texts[:-1])
    names = 3 * known >= 2 * (len(texts) - 1) and all(len(text) <= UNKNOWN_PLACE for text in texts[:-1])
    return names and match["intro"] == "：" and len(texts) > 2 and not any("等" in text for text in texts)


def fields(declared: int, found: int) -> dict[str, str]:
    """The words of a count mismatch."""
    return {"why": f"称{declared}项，实列{found}项", "en": f"{declared} declared, {found} listed"}


SLOGAN = re.compile(r"“(?P<digits>\d(?:\+?[\dNnXx]){1,5})”[^，。；：（\n0-9]{0,12}?(?=[，：（。]|即|——)")
NUMBERED = re.compile(
    rf"(?<![第\d.])(?P<count>{COUNT})(?:个|大|项|类|种|条|座|家|支|批|套|张|核|区|带|轴|廊|极|园|城|组|圈|心|链|翼|平台)"
)
EXPLAINED = re.compile(r"[，（：。]?(?:即|就是|也就是|“?[一1]”?(?:是|个|大|条|核|座)|包括|：|——)")


def slogan(view: View) -> Iterator[Hit]:
    """T17: a slogan of digits is the row of the counts that explain it.

    反例: “1458”体系，即1个目标、4个定位、6个任务、8大行动。
    正例: …5个任务…; “416”布局：4个…、16个…; “1458” without explanation.
    """
    for match in view.find(SLOGAN):
        digits = match["digits"]
        if re.search(r"[NnXx]", digits):
            continue
        _, end = view.sentence(match.end())
        rest = view.text[match.end() : min(end, match.end() + 240)]
        opening = EXPLAINED.match(rest)
        if opening is None:
            continue
        counts = [(m, small(m["count"]) or 0) for m in NUMBERED.finditer(rest)]
        wanted = digits.replace("+", "")
        for size in range(2, min(len(counts), 6) + 1):
            if "".join(str(value) for _, value in counts[:size]) == wanted:
                break
        else:
            yield from _near_slogan(match, counts, wanted)


def _near_slogan(match: re.Match[str], counts: list[tuple[re.Match[str], int]], wanted: str) -> Iterator[Hit]:
    """A row of counts that misses the digits in one place only; another row explains something else."""
    size = len(wanted)
    row = [value for _, value in counts[:size]]
    if size < 3 or len(row) != size or any(value > 9 for value in row):
        return
    wrong = [i for i, value in enumerate(row) if str(value) != wanted[i]]
    if len(wrong) != 1:
        return
    offset = match.end()
    off = counts[wrong[0]][0]
    shown = "、".join(str(value) for value in row)
    yield Hit(
        ((match.start("digits"), match.end("digits")), (offset + off.start(), offset + off.end())),
        {"why": f"“{match['digits']}”与所列{shown}不符", "en": f"{match['digits']} against {shown}"},
        calculation=f"{' '.join(wanted)} ≠ {' '.join(str(value) for value in row)}",
    )
