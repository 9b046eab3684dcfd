"""Commands as a user types them: output, files, exit codes."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claimex.__main__ import main

ROOT = Path(__file__).parents[1]
GOOD = "2022年1月18日，全市高新技术企业达到5108家，比上年增加855家。\n"
WRONG = "2022年1月18日，全市研发投入强度为2.11%，比上年提高0.12%。\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_run_writes_five_files_and_ends_with_the_path(
    good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["run", str(good), "--out", str(out), "--date", "2022-01-18"]) == 0
    assert sorted(path.name for path in out.iterdir()) == [
        "claims.jsonl",
        "documents.jsonl",
        "findings.jsonl",
        "report.html",
        "run.json",
    ]
    captured = capsys.readouterr()
    assert captured.out.strip().endswith(str(out / "report.html"))
    assert "good.txt" in captured.err
    (document,) = rows(out / "documents.jsonl")
    assert (document["doc_id"], document["date"], document["date_from"]) == ("good.txt", "2022-01-18", "given")
    assert document["chars"] == len(GOOD)
    assert document["claims"] == len(rows(out / "claims.jsonl")) == 2
    assert all(GOOD[row["start"] : row["end"]] == row["text"] for row in rows(out / "claims.jsonl"))
    facts = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert facts["counts"]["claims"] == 2
    assert len(facts["model"]["sha256"]) == 64


def test_one_bad_file_is_a_row_and_the_run_goes_on(good: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    out = tmp_path / "out"
    assert main(["run", str(good), str(tmp_path / "empty.txt"), str(tmp_path / "gone.txt"), "--out", str(out)]) == 0
    errors = {row["doc_id"]: row["error"] for row in rows(out / "documents.jsonl")}
    assert errors.pop("good.txt") is None
    assert set(errors) == {"empty.txt", "gone.txt"}
    assert all(errors.values())


def test_metadata_among_the_inputs_is_not_a_document(good: Path, tmp_path: Path) -> None:
    table, out = good.parent / "metadata.csv", tmp_path / "out"
    table.write_text("doc_id,date\ngood.txt,2020-02-03\n", encoding="utf-8")
    assert main(["run", str(good.parent), "--metadata", str(table), "--out", str(out)]) == 0
    (document,) = rows(out / "documents.jsonl")
    assert (document["doc_id"], document["date"], document["date_from"]) == ("good.txt", "2020-02-03", "metadata")


@pytest.mark.parametrize(
    "argv",
    [
        ["run", "{gone}", "--out", "{out}"],
        ["run", "{good}"],
        ["run", "{good}", "--out", "{out}", "--jobs", "0"],
        ["run", "{good}", "--out", "{out}", "--date", "yesterday"],
        ["run", "{good}", "--out", "{good}"],
        ["run", "{good}", "--out", "{out}", "--metadata", "{gone}"],
        ["run", "{good}", "{wrong}", "--out", "{out}", "--date", "2022-01-18"],
        ["run", "{good}", "--out", "{out}", "--config", "{gone}"],
        ["run", "{good}", "--out", "{out}", "--ignore", "{good}"],
        ["explain", "c-0", "--in", "{out}"],
        ["compare", "{good}", "{gone}"],
        ["walk"],
        [],
    ],
)
def test_wrong_usage_and_nothing_to_read_exit_with_2(
    argv: list[str], good: Path, wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "gone"
    words = [word.format(good=good, wrong=wrong, gone=gone, out=tmp_path / "out") for word in argv]
    try:
        code: object = main(words)
    except SystemExit as stop:
        code = stop.code
    assert code == 2
    assert capsys.readouterr().err


def test_fail_on_decides_between_0_and_1(wrong: Path, tmp_path: Path) -> None:
    run = ["run", str(wrong), "--out", str(tmp_path / "out")]
    assert main(run) == 0
    assert main([*run, "--fail-on", "warning"]) == 1
    assert main(["check", str(wrong)]) == main([*run, "--fail-on", "error"])


def test_a_dismissed_finding_does_not_come_back(wrong: Path, tmp_path: Path) -> None:
    out, ignore = tmp_path / "out", tmp_path / "ignore.txt"
    main(["run", str(wrong), "--out", str(out)])
    found = rows(out / "findings.jsonl")
    assert found
    ignore.write_text(
        "# known\n" + "".join(f"{row['id']} as the bureau prints it\n" for row in found), encoding="utf-8"
    )
    main(["run", str(wrong), "--out", str(out), "--ignore", str(ignore), "--fail-on", "warning"])
    assert rows(out / "findings.jsonl") == []


def test_rules_are_switched_off_by_name(wrong: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    main(["run", str(wrong), "--out", str(out)])
    kinds = {row["rule"] for row in rows(out / "findings.jsonl")}
    assert "T01" in kinds
    main(["run", str(wrong), "--out", str(out), "--rules", "-T01"])
    assert "T01" not in {row["rule"] for row in rows(out / "findings.jsonl")}


def test_a_rule_that_does_not_exist_is_named(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(wrong), "--rules", "T01,-T99"]) == 2
    told = capsys.readouterr().err
    assert "-T99" in told
    assert "T01-T20" in told


def test_a_check_ends_with_the_error_rate(wrong: Path, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(wrong), str(good), "--lang", "en", "--fail-on", "never"])
    lines = [line for line in capsys.readouterr().out.splitlines() if "error rate" in line]
    assert [line.split()[0] for line in lines] == [good.name, wrong.name]
    assert "0 errors" in lines[0]
    assert "above three in ten thousand" in lines[1]


def test_extract_prints_claims_alone(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(good)]) == 0
    claims = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [claim["quantity"]["value"] for claim in claims] == ["5108", "855"]
    assert main(["extract", str(good), "--format", "text", "--lang", "en"]) == 0
    assert "5,108 家" in capsys.readouterr().out


def test_extract_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode("gb18030"))))
    assert main(["extract", "-", "--date", "2022-01-18"]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (first["doc_id"], first["text"]) == ("stdin", "5108家")


def test_explain_replays_to_the_same_claim(good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    main(["run", str(good), "--out", str(out), "--quiet"])
    claim = rows(out / "claims.jsonl")[0]
    capsys.readouterr()
    assert main(["explain", claim["id"], "--in", str(out), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "the same claim comes out" in told
    assert "«5108家»" in told
    good.write_text("别的文字。\n", encoding="utf-8")
    assert main(["explain", claim["id"], "--in", str(out), "--lang", "en"]) == 0
    assert "not replayed" in capsys.readouterr().out


def test_compare_tells_what_was_lost_and_what_was_added(
    good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(GOOD.replace("855", "885"), encoding="utf-8")
    assert main(["compare", str(good), str(other), "--format", "jsonl"]) == 0
    changes = [row for line in capsys.readouterr().out.splitlines() if "change" in (row := json.loads(line))]
    assert [(row["change"], (row["first"] or row["second"])["text"]) for row in changes] == [
        ("lost", "855家"),
        ("added", "885家"),
    ]


def test_compare_shows_people_which_number_means_something_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt"
    for path, what in ((first, "高新技术企业"), (second, "科技型企业")):
        path.parent.mkdir()
        path.write_text(f"2022年1月18日，全市{what}达到5108家。\n", encoding="utf-8")
    assert main(["compare", str(first), str(second), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "re-pointed" in told
    assert told.count("5108家") >= 2


def test_explain_says_why_it_cannot_replay(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(good.read_bytes())))
    main(["run", "-", "--out", str(out), "--quiet"])
    claim = rows(out / "claims.jsonl")[0]
    capsys.readouterr()
    assert main(["explain", claim["id"], "--in", str(out), "--lang", "en"]) == 0
    assert "standard input" in capsys.readouterr().out
    assert main(["explain", "c-0", "--in", str(out)]) == 2
    assert "c-0" in capsys.readouterr().err


def test_a_reader_that_stops_early_is_no_error(good: Path) -> None:
    command = f"{sys.executable} -m claimex extract {good} --quiet | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)  # noqa: S603, S607
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("kind", ["texts", "results"])
def test_check_compares_a_draft_with_the_archive(
    good: Path, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "good.txt").write_text(GOOD.replace("5108", "5801") * 3, encoding="utf-8")
    place = archive
    if kind == "results":
        place = tmp_path / "results"
        main(["run", str(archive), "--out", str(place), "--quiet"])
    capsys.readouterr()
    main(["check", str(good), "--archive", str(place), "--format", "jsonl", "--fail-on", "never"])
    findings = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all(any(item["doc_id"] == "good.txt" for item in row["evidence"]) for row in findings)
    assert any(item["doc_id"] == f"{place.name}/good.txt" for row in findings for item in row["evidence"])


def test_english_is_one_option_away(good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    main(["run", str(good), "--out", str(out), "--lang", "en"])
    assert "report:" in capsys.readouterr().out
    assert '<html lang="en">' in (out / "report.html").read_text(encoding="utf-8")
    main(["run", str(good), "--out", str(out)])
    assert "报告" in capsys.readouterr().out


def test_every_claim_is_marked_once_in_the_page(tmp_path: Path) -> None:
    out = tmp_path / "out"
    main(["run", str(ROOT / "seeds" / "001*.txt"), "--out", str(out), "--quiet"])
    page = (out / "report.html").read_text(encoding="utf-8")
    claims = rows(out / "claims.jsonl")
    assert len(claims) > 100
    assert all(page.count(f' id="{claim["id"]}"') == 1 for claim in claims)


def test_the_report_needs_no_network_and_escapes_what_it_shows(tmp_path: Path) -> None:
    path, out = tmp_path / "a.txt", tmp_path / "out"
    path.write_text("</script><script>alert(1)</script>企业达到30家。\n", encoding="utf-8")
    main(["run", str(path), "--out", str(out), "--quiet"])
    page = (out / "report.html").read_text(encoding="utf-8")
    assert "alert(1)</script>" not in page
    assert not any(word in page for word in ("http://", "https://", "src=", "@import", "url("))


def test_a_page_of_very_many_documents_shows_those_with_findings(tmp_path: Path) -> None:
    records, out = tmp_path / "r.jsonl", tmp_path / "out"
    texts = [WRONG if number == 77 else f"全市有企业{number}家。" for number in range(1, 151)]
    lines = [json.dumps({"id": f"n{number}", "text": text}) for number, text in enumerate(texts, start=1)]
    records.write_text("\n".join(lines), encoding="utf-8")
    main(["run", str(records), "--out", str(out), "--quiet"])
    page = (out / "report.html").read_text(encoding="utf-8")
    assert page.count("<article ") == 1
    assert "+ 149 " in page
    assert len(rows(out / "documents.jsonl")) == 150


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from claimex.report.files import write_whole

    target = tmp_path / "claims.jsonl"
    write_whole(target, "old\n")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, "new\n")
    assert [path.name for path in tmp_path.iterdir()] == ["claims.jsonl"]
    assert target.read_text(encoding="utf-8") == "old\n"


def test_the_module_runs_as_a_program() -> None:
    done = subprocess.run([sys.executable, "-m", "claimex", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("claimex ")
