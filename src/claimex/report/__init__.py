"""What people and programs look at: the five files of a run, and the summary on the terminal."""

from claimex.report.cards import quantity_words
from claimex.report.files import Report, claim_rows, document_rows, finding_rows, write_report
from claimex.report.prints import Prints, side_by_side
from claimex.report.table import summary_table
from claimex.report.words import label

__all__ = [
    "Prints",
    "Report",
    "claim_rows",
    "document_rows",
    "finding_rows",
    "label",
    "quantity_words",
    "side_by_side",
    "summary_table",
    "write_report",
]
