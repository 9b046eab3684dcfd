from __future__ import annotations

import codecs

import pytest

from claimex.errors import InputError
from claimex.read.decode import decode

SIMPLE = "重庆市去年投入研发经费526.79亿元，同比增长12.2%，高于全国平均增速2个百分点。企业是全市开展研发活动的主体。"
TRADITIONAL = (
    "去年全市投入研發經費五百二十六億元，同比增長百分之十二，高於全國平均增速兩個百分點。企業是開展研發活動的主體。"
)


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (SIMPLE.encode(), SIMPLE, "utf-8"),
        (codecs.BOM_UTF8 + SIMPLE.encode(), SIMPLE, "utf-8-sig"),
        (SIMPLE.encode("utf-16"), SIMPLE, "utf-16"),
        (codecs.BOM_UTF16_BE + SIMPLE.encode("utf-16-be"), SIMPLE, "utf-16"),
        (SIMPLE.encode("utf-16-le") + "\r\n<a>1".encode("utf-16-le"), SIMPLE + "\r\n<a>1", "utf-16-le"),
        (SIMPLE.encode("gb18030"), SIMPLE, "gb18030"),
        (SIMPLE.encode("gbk"), SIMPLE, "gb18030"),
        (TRADITIONAL.encode("big5"), TRADITIONAL, "big5"),
        (TRADITIONAL.encode("gb18030"), TRADITIONAL, "gb18030"),
        ("全市增长5%。".encode("gb18030"), "全市增长5%。", "gb18030"),
        (b"plain ASCII, 12.2%", "plain ASCII, 12.2%", "utf-8"),
    ],
)
def test_the_encoding_is_found(data: bytes, text: str, encoding: str) -> None:
    assert decode(data, where="a.txt") == (text, encoding)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (codecs.BOM_UTF8 + b"\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"PK\x03\x04" + bytes(range(256)) * 4, "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (SIMPLE.encode()[:-1], "not known: not UTF-8 from byte"),
        (SIMPLE.encode().replace(b"\xe5", b"\xff", 3), "not known"),
        ("Über façade naïve coöperation déjà vu ".encode("latin-1") * 9, "not known"),
        (codecs.BOM_UTF16_LE + b"a", "byte order mark"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        decode(data, where="a.txt")
    assert caught.value.where == "a.txt"
    assert caught.value.cure


def test_a_cut_character_is_not_read_as_another_encoding() -> None:
    with pytest.raises(InputError):
        decode(SIMPLE.encode() + b"\xe9\x87", where="a.txt")
