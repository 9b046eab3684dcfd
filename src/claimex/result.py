"""What many documents say together: their claims, and findings within and across them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from claimex.checks import check_corpus
from claimex.compare import compare
from claimex.errors import InputError
from claimex.report import Report, write_report
from claimex.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from claimex.schema import Claim, Document, Finding


@dataclass(frozen=True)
class Result:
    """Checked documents, by name; `findings` holds those of every document and those between documents."""

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    settings: Settings = field(default_factory=Settings)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all documents, document by document."""
        return tuple(claim for document in self.documents for claim in document.claims)

    def to_frame(self) -> pd.DataFrame:
        """The claims as a pandas table, one row each, `quantity` and `period` flattened. Needs `claimex[pandas]`."""
        from claimex.integrations.pandas import claims_frame

        return claims_frame(self.claims)

    def write(self, folder: str | Path) -> Path:
        """Write the five files of a run under `folder` (made if missing); gives the path of the report page."""
        return write_report(Report(self.documents, self.findings, self.settings), Path(folder))


def check(documents: Iterable[Document], *, settings: Settings | None = None) -> Result:
    """Compare documents with each other and with themselves. Their order makes no difference.

    Raises:
        InputError: two documents have one name; evidence could not say which of them it means.
    """
    settings = settings or Settings()
    ordered = tuple(sorted(documents, key=lambda document: document.doc_id))
    twice = [name for name, count in Counter(document.doc_id for document in ordered).items() if count > 1]
    if twice:
        raise InputError("two documents have this name", where=twice[0], cure="give each its own doc_id")
    across = check_corpus(ordered, compare(ordered, settings), settings)
    own = (finding for document in ordered for finding in document.findings)
    once = {(finding.kind, finding.rule, finding.evidence): finding for finding in (*across, *own)}
    return Result(documents=ordered, findings=tuple(sorted(once.values(), key=_place)), settings=settings)


def _place(finding: Finding) -> tuple[tuple[tuple[str, int, int], ...], str, str]:
    """Findings stand in the order of their evidence."""
    return tuple((e.doc_id, e.start, e.end) for e in finding.evidence), finding.rule, finding.id
