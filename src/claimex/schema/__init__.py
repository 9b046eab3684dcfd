"""The nouns: frozen records, no I/O, no behaviour beyond their invariants.

Packages meet only in these. Offsets are half-open and count Unicode code points. Two coordinate systems exist:
`raw` (the decoded original file) and `flow` (the clean running text that reflow makes); a record says which it uses,
and `OffsetMap` leads from the second to the first.
"""

from claimex.schema.claim import Claim, ClaimSlots, Step
from claimex.schema.comparison import Alignment, Comparison, Difference, Part, Passage, Row, Spot, Stretch
from claimex.schema.document import Article, Block, Document, Flow, Hint, Source
from claimex.schema.failure import Failure
from claimex.schema.finding import Evidence, Finding
from claimex.schema.mention import PeriodMention, QuantityMention, Sentence, Token
from claimex.schema.offsets import OffsetMap
from claimex.schema.quantity import Period, Quantity

__all__ = [
    "Alignment",
    "Article",
    "Block",
    "Claim",
    "ClaimSlots",
    "Comparison",
    "Difference",
    "Document",
    "Evidence",
    "Failure",
    "Finding",
    "Flow",
    "Hint",
    "OffsetMap",
    "Part",
    "Passage",
    "Period",
    "PeriodMention",
    "Quantity",
    "QuantityMention",
    "Row",
    "Sentence",
    "Source",
    "Spot",
    "Step",
    "Stretch",
    "Token",
]
