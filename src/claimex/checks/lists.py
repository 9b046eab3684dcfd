"""T16 and T17 on lists: 甲、乙、丙三省; 四大高地（甲、乙、丙、丁）; “1458”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.checks.rule import Hit
from claimex.checks.small import COUNT, small

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.rule import Span
    from claimex.checks.view import View

STOPS = "，。；：！？\n（）()——,;"
# what the items themselves are: 江苏、浙江3家企业 counts firms, 江苏、浙江两省 counts the items
PLACE = (
    r"(?:省区市|省市区|省份|省区|省市|省(?![一二两三]?市)|市(?!场|民|级|值|政|属|面|区)|国(?!家级|际|有|内|产|外|企|道)|"
    r"地(?!级|区生产|方|下|块|铁|面|震)|县(?!级|域)|州|区县|城市|国家|地区)"
)
ABSTRACT = (
    r"(?:方面|领域|环节|部分|板块|维度|层面|类别|要素|部门|语种|学科|阶段|步骤|主题|篇章|展区|单元|大类|特点|"
    r"特征|关键词|重点|目标|原则|任务|关系)"
)
AFTER_LIST = re.compile(
    rf"(?P<open>等)?(?:这|共)?(?P<count>{COUNT})(?P<noun>(?:个|座)?{PLACE}|(?:个|大|项|类|种)?{ABSTRACT})(?!多|以上|余)"
)
BEFORE_LIST = re.compile(
    rf"(?<![第\d.一二两三四五六七八九十百千万约近超余第])(?P<count>{COUNT})(?P<noun>(?:个|大|项|类|种|条|方面|点|篇|支|座|处)(?!月|人|多)[^，。；：、（）“”\d一二三四五六七八九十的了]{{0,8}})"
    rf"(?P<intro>（|：|——|[，]?(?:即|包括|分别是|分别为|也就是))(?P<body>[^，。；：（）\n]{{4,160}})(?P<close>[。；）\n]|$)"
)
CONNECT = re.compile(r"以及|和|与|及")
QUOTED = re.compile(r"[“‘《（][^”’》）\n]{0,40}[”’》）]")
OPEN = re.compile(r"等(?!级|同|待|于|分|奖|候)|……|之一|在内|包括但不限于|其他")
FUNCTION = re.compile(r"[在对向由将为的了着到有并把被从就使让等其第]|[一二两三四五六七八九十\d]+[个项家名大]")
# 三地 behind 央行、外汇局在 is where, not what; 京津冀鲁四省市 counts short names without 、
ENDS_OPEN = re.compile(r"[在是对向由将为的了到有被从“‘、等共约近超]$|以及$|包括$|[\d一二三四五六七八九十]$")
SHORT_NAMES = re.compile(
    r"[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕甘青宁新港澳台中美俄英法德日韩印朝]{2,}$"
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
    last = text.rpartition("、")[2]
    extra = len(CONNECT.findall(last))
    return Listed(tuple(items), len(items), len(items) + extra)


def after(view: View) -> Iterator[Hit]:
    """A count behind its list: 河南、湖北、安徽、江苏四省 with three or five names."""
    for match in view.find(AFTER_LIST):
        start = match.start()
        while start > 0 and match.start() - start < 160 and view.text[start - 1] not in STOPS:
            start -= 1
        listed = split(view, start, match.start())
        declared = small(match["count"]) or 0
        if len(listed.items) < 2 or declared < 3 or not _named(view, listed):
            continue
        last = view.text[slice(*listed.items[-1])]
        if ENDS_OPEN.search(last) or SHORT_NAMES.search(last) or view.text[start - 1 : start] in {"）", ")", "”"}:
            continue
        too_many = listed.low > declared and _plain(view, listed)
        too_few = (
            listed.high < declared <= listed.high + 2
            and not match["open"]
            and view.text[start - 1 : start] not in {"，", ","}
        )
        if too_many or too_few:
            found = listed.low if too_many else listed.high
            span = (listed.items[0][0], match.end())
            yield Hit(
                ((match.start("count"), match.end()), listed.items[-1], span),
                fields(declared, found),
                calculation=f"{declared} ≠ {found}",
                severity="error" if abs(found - declared) == 1 and not match["open"] else "warning",
            )


def _named(view: View, listed: Listed) -> bool:
    """Whether the items behind the first read like names: short, without function words."""
    return all(
        end > start and end - start <= 14 and "等" not in view.text[start:end] for start, end in listed.items[1:]
    )


def _plain(view: View, listed: Listed) -> bool:
    return all(end - start <= 8 and not FUNCTION.search(view.text[start:end]) for start, end in listed.items)


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
        if declared < 2 or listed.low <= declared <= listed.high or not _named(view, listed):
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
