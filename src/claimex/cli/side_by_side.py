"""The differences of two prints, one beside the other: for people a table, for programs a row each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimex.checks.reprint import told_stretches
from claimex.cli.words import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.table import Table

    from claimex.report.words import Lang
    from claimex.schema import Alignment, Difference

WIDEST = 60
"""Characters of a difference that are shown; a lost paragraph is named by its beginning."""


def difference_table(alignment: Alignment, lang: Lang) -> Table:
    """Every difference of an alignment in the order of the first print, kinds before words."""
    from rich.table import Table

    title = text("in_common", lang, share=f"{alignment.share:.1%}", common=alignment.common)
    table = Table(title=title, title_justify="left", show_lines=True)
    table.add_column(text("difference", lang), no_wrap=True)
    table.add_column(alignment.a_id, overflow="fold")
    table.add_column(alignment.b_id, overflow="fold")
    for difference in _differences(alignment):
        table.add_row(text(_name(difference), lang), *_sides(difference))
    return table


def difference_rows(alignment: Alignment) -> Iterator[str]:
    """A JSON line for every difference."""
    for difference in _differences(alignment):
        row = {"difference": difference.kind, **difference.model_dump(mode="json", exclude={"kind"})}
        yield json.dumps(row, ensure_ascii=False)


def _differences(alignment: Alignment) -> Iterator[Difference]:
    """Those of stretches that run parallel; a list told again as a sentence differs in every word and says nothing."""
    for stretch in tuple(told_stretches(alignment)) or alignment.stretches:
        yield from stretch.differences


def _name(difference: Difference) -> str:
    return f"differs_{difference.kind}"


def _sides(difference: Difference) -> tuple[str, str]:
    """The words of each print with the bare difference marked; what one print lacks is a dash there."""
    sides = ((difference.a.text, difference.core_a), (difference.b.text, difference.core_b))
    first, second = (_shown("".join(words.split()), core) for words, core in sides)
    return first, second


def _shown(words: str, core: str) -> str:
    from rich.markup import escape

    if not core:
        return f"{escape(words[:WIDEST])} [dim]—[/]"
    short = words if len(words) <= WIDEST else f"{words[:WIDEST]}…"
    head, found, tail = short.partition(core)
    return f"{escape(head)}[bold]{escape(found)}[/]{escape(tail)}" if found else escape(short)
