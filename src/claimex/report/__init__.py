"""What people and programs look at: the five files of a run, and the summary on the terminal."""

from claimex.report.files import Report, write_report, write_whole

__all__ = ["Report", "write_report", "write_whole"]
