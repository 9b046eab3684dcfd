"""Bytes to text: UTF-8, UTF-16, GB18030 (with GBK and GB2312), Big5. Never a guess that gives nonsense."""

from __future__ import annotations

import unicodedata

from claimex.errors import InputError

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

# The hundred-odd most frequent characters of Chinese news in both scripts: about 4 of 10 characters of a real text,
# next to none of a text decoded in the wrong way.
_FREQUENT = frozenset(
    "的一是在了不和有大这主中人上为个国我以要他时来用们生到作地于出就分对成会可发年动同工也能下过民前面行方多经么去法"
    "学如都进数理小物现实加量两体制当使点从业本把性应开合还因由其些然自全市区新建設设省政府企技展重月日億亿元元增长長"
    "這個國時來們為產對會發動過經現實體當應開還產業區萬与與及后後名高家将將部表示提記者记科化创創目第十二三四五六七八九"
)
_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》〈〉「」『』【】—…·％　％～０１２３４５６７８９")
_SAMPLE = 20_000


def decode(data: bytes, *, where: str) -> tuple[str, str]:
    """The text of `data` and the name of its encoding; a byte order mark is not part of the text.

    Order: byte order mark, strict UTF-8, UTF-16 by its zero bytes, then GB18030 against Big5 by which of the two gives
    plausible Chinese.

    Raises:
        InputError: nothing in it, binary, or of an encoding that is none of these.
    """
    if not data.strip(b" \t\r\n\x0b\x0c"):
        raise InputError("the file is empty", where=where, cure="give a file that has text")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data, encoding, where=where)
    if b"\x00" in data:
        return _zeros(data, where=where)
    try:
        return _texty(data.decode("utf-8"), where=where), "utf-8"
    except UnicodeDecodeError as error:
        return _legacy(data, error.start, where=where)


def _strict(data: bytes, encoding: str, *, where: str) -> tuple[str, str]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"the byte order mark says {encoding}, byte {error.start} is not", where=where, cure="save it as UTF-8"
        ) from error
    if not text.strip():
        raise InputError("the file is empty", where=where, cure="give a file that has text")
    return _texty(text, where=where), encoding


def _zeros(data: bytes, *, where: str) -> tuple[str, str]:
    """UTF-16 without a byte order mark has zero bytes too, but reads as Chinese or ASCII."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _plausible(text) > 0.15 or text.isascii():
            return _texty(text, where=where), encoding
    raise _binary(where)


def _legacy(data: bytes, broken: int, *, where: str) -> tuple[str, str]:
    scored: list[tuple[float, str, str]] = []
    for encoding in ("gb18030", "big5hkscs"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        scored.append((_plausible(text), encoding, text))
    best = max(scored, key=lambda found: found[0], default=None)
    if best is not None and best[0] >= 0.12:
        return _texty(best[2], where=where), "big5" if best[1] == "big5hkscs" else best[1]
    if data[:4] in {b"PK\x03\x04", b"%PDF"} or sum(byte < 9 for byte in data[:_SAMPLE]) > len(data[:_SAMPLE]) // 100:
        raise _binary(where)
    raise InputError(
        f"the encoding is not known: not UTF-8 from byte {broken} on, and not readable as GB18030 or Big5",
        where=where,
        cure="save it as UTF-8",
    )


def _plausible(text: str) -> float:
    """How much of the non-ASCII part is frequent Chinese, less what no Chinese text holds."""
    wide = [character for character in text[:_SAMPLE] if character > "\x7f"]
    if not wide:
        return 0.0
    good = sum(character in _FREQUENT or character in _PUNCTUATION for character in wide)
    odd = sum(unicodedata.category(character) in {"Cn", "Co", "Cc"} for character in wide)
    return (good - 4 * odd) / len(wide)


def _texty(text: str, *, where: str) -> str:
    """The text, if it is one: control characters are for machines."""
    sample = text[:_SAMPLE]
    controls = sum(character < " " and character not in "\t\n\r\x0b\x0c\x1b" for character in sample)
    if controls * 50 > len(sample):
        raise _binary(where)
    return text


def _binary(where: str) -> InputError:
    return InputError("this is a binary file", where=where, cure="give .txt .md .html .pdf .docx .jsonl or .csv")
