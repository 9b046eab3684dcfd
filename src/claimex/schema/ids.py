"""Names that stay: ids made of what a thing says, not of where it stands."""

from __future__ import annotations

from hashlib import blake2b


def stable_id(prefix: str, *parts: str, size: int = 8) -> str:
    """`prefix-` and a hash of the parts; white space inside parts does not count.

    An edit elsewhere in the document leaves ids alone as long as the parts hold no offsets.
    """
    digest = blake2b(digest_size=size)
    for part in parts:
        digest.update("".join(part.split()).encode("utf-8", "surrogatepass"))
        digest.update(b"\x1f")
    return f"{prefix}-{digest.hexdigest()}"
