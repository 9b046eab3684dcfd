"""Two prints, one beside the other: for people a table of sentences, for programs a row for every difference."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimex.cli.words import text
from claimex.report import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.table import Table
    from rich.text import Text

    from claimex.report import Prints
    from claimex.report.words import Lang
    from claimex.schema import Part

STYLES = {"lost": "red", "added": "green", "word": "yellow", "number": "bold magenta", "name": "bold cyan"}
WIDEST = 240
"""Characters of a piece that are shown; a lost page is named by its beginning."""


def difference_table(prints: Prints, lang: Lang) -> Table:
    """Every sentence that differs, in the order of the first print, with what differs marked in both.

    Many sentences that one print has alone are named by the first of them.
    """
    from rich.table import Table
    from rich.text import Text

    alignment = prints.alignment
    title = label("in_common", lang).format(share=f"{alignment.share:.1%}", common=alignment.common)
    table = Table(title=title, title_justify="left", show_lines=True)
    table.add_column(text("difference", lang), no_wrap=True)
    table.add_column(alignment.a_id, overflow="fold", ratio=1)
    table.add_column(alignment.b_id, overflow="fold", ratio=1)
    for group in prints.groups:
        if group.name == "same":
            continue
        if group.folded:
            words = f"{len(group.rows)} {label(f'rows_{group.name}', lang)}: {group.begin}…"
            sides = (words, "—") if group.name == "lost" else ("—", words)
            table.add_row(label(f"differs_{group.name}", lang), *(Text(side, style="dim") for side in sides))
            continue
        for row in group.rows:
            kinds = "\n".join(label(f"differs_{kind}", lang) for kind in row.kinds)
            table.add_row(kinds, _side(row.a), _side(row.b))
    return table


def _side(parts: Iterable[Part]) -> Text:
    """A sentence with its differences marked; what this print lacks is a blank there, a missing sentence a dash."""
    from rich.text import Text

    shown = Text()
    for part in parts:
        words = part.text if len(part.text) <= WIDEST else f"{part.text[:WIDEST]}…"
        style = f"{STYLES.get(part.kind, '')} underline" if part.kind else ""
        shown.append(words or "＿", style=style)
    return shown or Text("—", style="dim")


def difference_rows(prints: Prints) -> Iterator[str]:
    """A JSON line for every difference."""
    for difference in prints.differences:
        row = {"difference": difference.kind, **difference.model_dump(mode="json", exclude={"kind"})}
        yield json.dumps(row, ensure_ascii=False)
