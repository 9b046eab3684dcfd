"""What the commands say, Chinese beside English."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimex.report.words import Lang

TEXTS: dict[str, tuple[str, str]] = {
    "claimex": (
        "从中文政策新闻中提取可溯源的数字声明，并检查其中的问题。",
        "Numeric claims from Chinese policy news, and the checks that find what is wrong with them.",
    ),
    "help.run": (
        "读取、提取、检查，结果写入一个文件夹（主要命令）",
        "read, extract and check into a folder: the main job",
    ),
    "help.extract": ("提取声明，每行一个 JSON，写到标准输出", "claims as JSON lines on standard output"),
    "help.check": ("用已有的文稿核查一份草稿", "a draft against what was printed before"),
    "help.compare": ("比较同一篇稿件的两个版本", "two prints of one article: what was lost, added or re-pointed"),
    "help.explain": ("说明一条声明从字符到结论的每一步", "every step from characters to one claim"),
    "opt.paths": ("文件、文件夹、通配符，或 - 表示标准输入", "a file, a folder, a glob, or - for standard input"),
    "opt.out": ("结果文件夹", "folder of the results"),
    "opt.beside": (
        "另将结果与对照页 report.html 写入此文件夹",
        "also write the results, and report.html with the two side by side, into this folder",
    ),
    "opt.date": ("文稿日期 YYYY-MM-DD（只限一个输入）", "day of the document, YYYY-MM-DD (one input only)"),
    "opt.metadata": (
        "JSONL 或 CSV：doc_id,date,title,publisher,url",
        "JSONL or CSV: doc_id,date,title,publisher,url",
    ),
    "opt.jobs": ("并行进程数", "number of processes"),
    "opt.lang": ("提示与报告的语言", "language of messages and of the report"),
    "opt.rules": (
        "启用（A）或停用（-A）的规则：编号、类别字母或种类，以逗号分隔",
        "rules to switch on (A) or off (-A): ids, family letters or kinds, with commas",
    ),
    "opt.config": ("设置文件（默认 ./claimex.toml）", "settings file (default ./claimex.toml)"),
    "opt.fail_on": ("发现达到此级别时以 1 退出", "exit with 1 when a finding is at or above this"),
    "opt.ignore": (
        "已确认可忽略的发现：每行“编号 理由”",
        "dismissed findings: a line each, the id and the reason",
    ),
    "opt.format": ("输出格式", "form of the output"),
    "opt.quiet": ("只显示错误", "errors only"),
    "opt.log_level": ("日志级别", "level of the log"),
    "opt.archive": (
        "已有文稿：文件夹、文件，或 run 写出的结果文件夹",
        "what was printed before: texts, or a folder that run wrote",
    ),
    "opt.in": ("run 写出的结果文件夹", "a folder that run wrote"),
    "opt.claim_id": ("声明编号（c-…）", "id of the claim (c-…)"),
    "opt.first": ("原稿", "the earlier print"),
    "opt.second": ("转载稿", "the later print"),
    "reading": ("处理中", "working"),
    "no_input": ("没有可读取的输入", "no readable input"),
    "unmatched": ("元数据中没有对应文稿的编号：{names}", "metadata without a document: {names}"),
    "ignored": ("已忽略 {count} 条发现", "{count} findings were dismissed"),
    "stale": ("忽略文件中的 {names} 已不再出现", "no longer found, yet in the ignore file: {names}"),
    "report": ("报告：{path}", "report: {path}"),
    "error_rate": (
        "{doc} 差错率：{errors} 个差错，{characters} 字，万分之 {share}（{passed}）",
        "{doc} error rate: {errors} errors in {characters} characters, {share} in ten thousand ({passed})",
    ),
    "passes": ("不超过万分之三", "within three in ten thousand"),
    "fails": ("超过万分之三", "above three in ten thousand"),
    "nothing": ("没有发现问题", "nothing was found"),
    "lost": ("缺失", "lost"),
    "added": ("新增", "added"),
    "moved": ("改指", "re-pointed"),
    "difference": ("差异", "difference"),
    "replayed": ("重新推导：结果相同", "replayed: the same claim comes out"),
    "differs": ("重新推导：结果不同", "replayed: another claim comes out"),
    "gone": ("重新推导：这条声明不再出现", "replayed: the claim does not come out any more"),
    "changed": ("原文已改变或不在原处", "the text has changed or is not where it was"),
    "not_replayed": ("未能重新推导：{why}", "not replayed: {why}"),
}


def text(name: str, lang: Lang, **values: object) -> str:
    """The sentence in one of the two languages."""
    return TEXTS[name][0 if lang == "zh" else 1].format(**values)
