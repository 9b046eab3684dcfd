"""All settings in one frozen object; a file `claimex.toml` may set them, unknown keys are errors."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from claimex.errors import SettingsError

if TYPE_CHECKING:
    from pathlib import Path


class Settings(BaseModel):
    """What a user may choose.

    Attributes:
        lang: language of messages and reports.
        segmenter: `pkuseg` (the shipped model), `jieba` (if installed) or `char`.
        segmenter_model: folder of another spacy-pkuseg model, or null for the shipped one.
        rules: rule ids to switch on (`A`) or off (`-A`), by id (`S05`), family letter (`S`) or kind (`number_style`);
            empty means the default set (all but tier C).
        near_duplicate: share of text in common from which two articles count as one printed twice.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    lang: Literal["zh", "en"] = "zh"
    segmenter: Literal["pkuseg", "jieba", "char"] = "pkuseg"
    segmenter_model: str | None = None
    rules: tuple[str, ...] = ()
    near_duplicate: float = 0.7


def load_settings(path: Path) -> Settings:
    """Read a `claimex.toml`.

    Raises:
        SettingsError: not TOML, an unknown key, or a value that is not allowed.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(str(error), where=str(path), cure="a claimex.toml holds `key = value` lines") from error
    try:
        return Settings.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        known = ", ".join(Settings.model_fields)
        raise SettingsError(f"{key}: {first['msg']}", where=str(path), cure=f"known keys: {known}") from error
