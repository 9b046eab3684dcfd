"""Law 11 at the door: whatever bytes a file holds, reading it gives sources or an `InputError`, nothing else."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimex.errors import InputError
from claimex.read.readers import READERS, Reader, read_bytes
from claimex.reflow import reflow

texts = st.text("增长5.2%，。\n\r\t ,;\"'<p>&|#-*:{}[]", max_size=60)
heads = st.sampled_from(
    [
        b"",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xfe\xff",
        b"%PDF-1.4\n",
        b"PK\x03\x04",
        b'{"text": "',
        b"text,date\n",
        b"---\n",
    ]
)
bodies = st.one_of(
    st.binary(max_size=120),
    texts.map(str.encode),
    texts.map(lambda text: text.encode("gb18030")),
    texts.map(lambda text: text.encode("utf-16")),
    texts.map(lambda text: text.encode()[:-1]),
)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(heads, bodies, st.sampled_from(READERS))
def test_any_bytes(head: bytes, body: bytes, reader: Reader) -> None:
    try:
        sources = list(read_bytes(head + body, reader=reader, doc_id=f"a{reader.suffixes[0]}"))
    except InputError as error:
        said = (error.where[:2], bool(error.cure))
        sources = []
    else:
        said = ("a.", True)
    assert said == ("a.", True)
    for source in sources:
        assert source.sha256
        assert len(source.offsets) == len(source.text)
        reflow(source)
