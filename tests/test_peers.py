"""Claimex beside other libraries: what is counted for a peer, how the table says it, and what happens without one."""

from __future__ import annotations

import datetime as dt
import importlib
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks.peers import __main__ as command
from benchmarks.peers.catalogue import OWN, PEERS, Peer
from benchmarks.peers.corpora import Text, cases, seeds
from benchmarks.peers.environment import PeerError, Running, interpreter
from benchmarks.peers.rows import moment, quantity, stretch
from benchmarks.peers.scoring import Counts, count, is_found, same_unit, same_value
from benchmarks.peers.serve import answer, lines_of
from benchmarks.peers.table import COLUMNS, Result, cells, markdown, ratio, written_into

ROOT = Path(__file__).parents[1]
ELSEWHERE = Peer("Elsewhere", "elsewhere", ("elsewhere==1",), pythons=("python2.7", "python3.0"))
TEXT = "5G用户增长12.2%，7月有30家，约3个"


def found(words: str, values: list[str], unit: str = "", *, firm: bool = True) -> dict[str, Any]:
    start = TEXT.index(words)
    return quantity((start, start + len(words)), values, unit, firm=firm)


def labelled() -> Text:
    share = {"start": 6, "end": 11, "value": "12.2", "low": None, "high": None, "unit": "%"}
    homes = {"start": 15, "end": 18, "value": "30", "unit": "家"}
    month = {"start": 12, "end": 14, "first": "2023-07-01", "last": "2023-07-31"}
    loose = {"start": 20, "end": 22}
    return Text(TEXT, "2023-07-11", [share, homes], [month], [loose])


def test_places_in_the_sample_are_those_of_its_words() -> None:
    text = labelled()
    rows = [*text.quantities, *text.times, *text.allowed]
    assert [TEXT[row["start"] : row["end"]] for row in rows] == ["12.2%", "30家", "7月", "3个"]


def test_what_overlaps_is_counted_and_the_rest_is_taken() -> None:
    rows = {
        "quantities": [found("12.2%", ["0.122"], "%"), found("30", ["30"]), found("5", ["5"]), found("3个", ["3"])],
        "times": [],
    }
    assert count([labelled()], [rows]) == Counts(value=2, unit=1, period=0, taken=1)


def test_a_number_in_a_time_that_the_peer_reads_is_not_held_against_it() -> None:
    july = moment((12, 14), [(dt.date(2022, 7, 1), dt.date(2022, 7, 31)), stretch(dt.date(2023, 7, 1), "month")])
    number = found("7", ["7"])
    assert count([labelled()], [{"quantities": [number], "times": []}]).taken == 1
    assert count([labelled()], [{"quantities": [number], "times": [july]}]) == Counts(0, 0, period=1, taken=0)


def test_a_place_is_taken_once_and_an_ordinal_never() -> None:
    twice = [found("5G", ["5"]), found("5", ["5"]), found("用", ["1"], firm=False)]
    assert count([labelled()], [{"quantities": twice, "times": []}]).taken == 1


@pytest.mark.parametrize(
    ("values", "want", "right"),
    [
        (["12.2"], {"value": "12.2", "unit": "%"}, True),
        (["0.122"], {"value": "12.2", "unit": "%"}, True),
        (["0.122"], {"value": "12.2", "unit": "家"}, False),
        (["2779999999999.9995"], {"value": "2780000000000", "unit": "元"}, True),
        (["5", "6"], {"value": None, "low": "5", "high": "6", "unit": "%"}, True),
        (["0.05", "0.06"], {"value": None, "low": "5", "high": "6", "unit": "%"}, True),
        (["5"], {"value": None, "low": "5", "high": "6", "unit": "%"}, False),
        (["5", "6"], {"value": "5", "unit": "家"}, False),
        ([], {"value": "5", "unit": "家"}, False),
        (["五"], {"value": "5", "unit": "%"}, False),
    ],
)
def test_a_value_is_a_number_or_both_ends_of_a_range(values: list[str], want: dict[str, Any], right: bool) -> None:  # noqa: FBT001
    assert same_value({"values": values}, want) is right


def test_units_are_equal_by_the_table_of_the_gold_scorer() -> None:
    assert same_unit({"unit": "千米"}, {"unit": "公里"})
    assert same_unit({"unit": "个"}, {"unit": "家", "alt": {"unit": ["个"]}})
    assert not same_unit({"unit": ""}, {"unit": "家"})


def test_of_a_deadline_the_last_day_is_enough() -> None:
    year = moment((0, 5), [stretch(dt.date(2027, 1, 1), "year")])
    assert is_found({"start": 1, "end": 6, "first": None, "last": "2027-12-31"}, [year])
    assert not is_found({"start": 1, "end": 6, "first": "2023-07-11", "last": "2027-12-31"}, [year])
    assert not is_found({"start": 5, "end": 6, "first": None, "last": "2027-12-31"}, [year])


@pytest.mark.parametrize(
    ("grain", "last"),
    [("day", "2023-10-02"), ("week", "2023-10-08"), ("month", "2023-10-31"), ("quarter", "2023-12-31")],
)
def test_a_grain_widens_a_day(grain: str, last: str) -> None:
    assert str(stretch(dt.date(2023, 10, 2), grain)[1]) == last


def test_a_peer_gets_lines_and_its_rows_go_back_to_the_text() -> None:
    seen = []

    def quantities(line: str, day: dt.date, marked: list[tuple[int, int]]) -> list[dict[str, Any]]:
        seen.append((line, str(day), marked))
        return [quantity((0, 1), [line[0]])]

    adapter = SimpleNamespace(quantities=quantities)
    item = {"text": "3家\n\n5个", "date": "2023-07-11", "marked": [[0, 2], [4, 6]]}
    rows = answer(adapter, item)
    assert seen == [("3家", "2023-07-11", [(0, 2)]), ("5个", "2023-07-11", [(0, 2)])]
    assert [(row["start"], row["values"]) for row in rows["quantities"]] == [(0, ["3"]), (4, ["5"])]
    assert rows["times"] == []
    assert list(lines_of(item, whole=True)) == [(0, item["text"], [(0, 2), (4, 6)])]


def test_without_an_interpreter_the_message_names_what_was_looked_for() -> None:
    with pytest.raises(PeerError, match=r"python2\.7 or python3\.0.*PATH"):
        interpreter(ELSEWHERE, find=lambda _: None)
    with pytest.raises(PeerError, match="PATH"):
        interpreter(ELSEWHERE, find=lambda _: "/nowhere/python")


def test_a_running_peer_answers_and_makes_passes() -> None:
    running = Running(OWN, [labelled().item()])
    assert count([labelled()], running.rows).unit == 2
    assert running.seconds() > 0
    running.close()


def test_a_peer_that_does_not_run_says_why() -> None:
    with pytest.raises(PeerError, match=r"No module named .*nobody"):
        Running(Peer("nobody", "nobody", ()), [labelled().item()])


def test_peers_take_turns_until_each_has_worked_long_enough() -> None:
    order: list[str] = []

    def peer(name: str, seconds: float) -> Any:
        def one_pass() -> float:
            order.append(name)
            return seconds

        return SimpleNamespace(seconds=one_pass)

    assert command.in_turns({"slow": peer("slow", 2.0), "fast": peer("fast", 1.0)}) == {"slow": 2.0, "fast": 1.0}
    assert order == ["slow", "fast", "slow", "fast", "fast"]


def test_the_running_python_serves_a_peer_that_takes_any() -> None:
    assert interpreter(OWN, find=lambda _: None) == sys.executable
    assert interpreter(ELSEWHERE, find=lambda _: sys.executable) == sys.executable


def test_a_row_has_a_figure_or_a_dash_a_column() -> None:
    dates = Peer("dates", "dates", ("dates==1.5",), columns=frozenset({"period"}))
    assert cells(Result(dates, Counts(1, 2, 1063, 4), 12345.6)) == ["dates 1.5", "–", "–", "1,063", "–", "12,000"]
    missing = cells(Result(dates, problem="no wheel"))
    assert missing == ["dates 1.5", "not available: no wheel", "–", "–", "–", "–"]


def test_the_table_is_as_wide_in_every_line() -> None:
    text = markdown("seeds", Counts(260, 260, 91, 0), [Result(OWN, Counts(1, 2, 3, 4), 5), Result(OWN, problem="x")])
    assert {line.count("|") for line in text.splitlines()} == {len(COLUMNS) + 2}
    assert "| claimex | 1 | 2 | 3 | 4 | 5 |" in text


def test_the_ratio_says_whether_the_claim_holds() -> None:
    assert ratio("seeds", 300, 100, 3).endswith("yes, 3.0 times.")
    assert ratio("seeds", 299, 100, 3).endswith("no, 3.0 times.")


def test_only_what_stands_between_the_marks_is_written() -> None:
    page = "a\n<!-- peers -->\nold\n<!-- /peers -->\nb\n"
    assert written_into(page, "new\n") == "a\n<!-- peers -->\nnew\n<!-- /peers -->\nb\n"
    with pytest.raises(ValueError, match="no place"):
        written_into("a", "new")


def test_one_command_prints_both_corpora_and_survives_a_missing_peer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    class Fake:
        def __init__(self, peer: Peer, items: list[dict[str, Any]]) -> None:
            json.dumps(items)
            if peer.adapter == "duckling":
                raise PeerError("no wheel")
            self.rows: list[dict[str, list[dict[str, Any]]]] = [{"quantities": [], "times": []} for _ in items]
            self.own = peer is OWN

        def seconds(self) -> float:
            return 1.0 if self.own else 4.0

        def close(self) -> None:
            pass

    page = tmp_path / "peers.md"
    page.write_text("<!-- peers -->\n<!-- /peers -->\n", encoding="utf-8")
    monkeypatch.setattr(command, "Running", Fake)
    monkeypatch.setattr(command, "CORPORA", {"one": lambda: [labelled()], "two": lambda: [labelled()]})
    monkeypatch.setattr(command, "PAGE", page)
    monkeypatch.setattr(command, "ROOT", tmp_path)
    assert command.main(["--write"]) == 0
    told = capsys.readouterr().out
    assert told.count("not available: no wheel") == 2
    assert told.count("yes, 4.0 times.") == 2
    assert page.read_text(encoding="utf-8") == f"<!-- peers -->\n{told[:-1]}<!-- /peers -->\n"


def test_every_peer_has_an_adapter() -> None:
    names = {path.stem for path in (ROOT / "benchmarks" / "peers" / "adapters").glob("*.py")}
    assert names == {peer.adapter for peer in (OWN, *PEERS)}
    assert all("==" in peer.packages[0] for peer in PEERS), "versions are pinned"


def test_claimex_finds_nearly_all_of_both_corpora() -> None:
    own = importlib.import_module("benchmarks.peers.adapters.claimex")
    for texts in (seeds(), cases()):
        counts = count(texts, [answer(own, text.item()) for text in texts])
        assert counts.unit >= 0.98 * sum(len(text.quantities) for text in texts)
        assert counts.taken <= 2
        assert counts.period >= 0.98 * sum(len(text.times) for text in texts)
