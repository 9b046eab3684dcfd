"""T03, second form: a rate that is so many points above another one that the text prints as well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.checks.interval import tidy
from claimex.checks.parts import label
from claimex.checks.rule import Hit
from claimex.checks.template import FIGURES, PERCENT, compile_template, kind_of
from claimex.checks.verdict import judged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.view import Figure, View

NOT = rf"[^，。；：、（）{FIGURES}]"
BESIDE = compile_template(
    rf"(?P<own>{{P}})[，,、]?{NOT}{{0,3}}?(?:(?P<above>高于|快于|高出)|(?P<below>低于|慢于))(?P<name>{NOT}{{2,20}})(?P<gap>{{Q}})"
)
THAN = compile_template(
    rf"(?P<own>{{P}})[，,、]?(?:增速)?(?:比|较)(?P<name>{NOT}{{2,20}}?)(?:(?P<above>高出?|快)|(?P<below>低|慢))(?P<gap>{{Q}})"
)
WEAK = re.compile(r"全部|整体|总体|增速|增幅|平均水平|平均|水平|同期|的|增长")
PLAIN_BEFORE = re.compile(r"[今去本上下全前年月份日季度半我国省市\d至—第一二三四，其中]*")
REACH = 320


def gaps(view: View) -> Iterator[Hit]:
    """Rates, their reference by name, and the points between them.

    反例: 工业增长5.7%…装备制造业增长8.4%，快于工业3.7个百分点. 正例: 快于工业2.7个百分点; no reference in print.
    """
    for template in view.masked_sentences:
        for pattern in (BESIDE, THAN):
            for match in pattern.finditer(template.text):
                own, gap = template.figure(match, "own"), template.figure(match, "gap")
                core = WEAK.sub("", match["name"])
                if not (own.exact and gap.exact) or len(core) < 2:
                    continue
                other = _reference(view, own, core)
                if other is None:
                    continue
                high, low = (own, other) if match["above"] else (other, own)
                severity = judged(gap, high.interval - low.interval)
                if severity is None:
                    continue
                value = f"{tidy(high.value - low.value)}个百分点"
                same = view.sentence(other.start) == view.sentence(own.start)
                yield Hit(
                    (own.span, other.span, gap.span),
                    {"printed": gap.text, "value": value},
                    calculation=f"{high.text} − {low.text} = {value}",
                    suggestion=value,
                    severity=severity if same else "warning",
                )


def _reference(view: View, own: Figure, core: str) -> Figure | None:
    """The nearest earlier rate whose own clause begins with the name; None where two differ."""
    for figure in reversed(view.figures_in(max(0, own.start - REACH), own.start)):
        if kind_of(figure) != PERCENT or not figure.exact:
            continue
        words = label(view, figure)
        at = words.find(core)
        if at >= 0 and PLAIN_BEFORE.fullmatch(words[:at]) and re.search("增长|上涨|增速|提高|为|达", words[at:]):
            return figure
    return None
