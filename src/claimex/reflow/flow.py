"""Source to flow: the one function of this stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.reflow.articles import articles_of
from claimex.reflow.blocks import blocks_of
from claimex.reflow.lines import lines_of
from claimex.reflow.render import Writer
from claimex.schema import Block, Flow

if TYPE_CHECKING:
    from claimex.schema import Source


def reflow(source: Source) -> Flow:
    """The clean running text of a source, its blocks and articles.

    `Flow.text` holds one block a line. Inside a block there is no line break; in a `box` a single space separates
    labels from values, in a `table` a tab separates cells, and an `item` stands without its list mark. Full-width
    digits and Latin letters are half width; blanks inside numbers and between Chinese and digits are gone. Every
    character leads back to the raw text through `Flow.offsets`. Declines nothing; takes linear time.
    """
    writer = Writer()
    blocks: list[Block] = []
    for draft in blocks_of(lines_of(source.text, source.hints)):
        start, end = writer.block(draft)
        if start < end:
            blocks.append(Block(start=start, end=end, kind=draft.kind, level=draft.level))
    text, offsets = writer.build()
    settled, articles = articles_of(text, blocks, source)
    if source.text != source.raw:
        offsets = offsets.onto(source.offsets)
    return Flow(text=text, offsets=offsets, blocks=settled, articles=articles)
