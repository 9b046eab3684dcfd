"""Bytes to sources: one file a format, every character with its place in the file."""

from claimex.read.readers import READERS, SUFFIXES, Reader, read_path
from claimex.read.txt import read_text

__all__ = ["READERS", "SUFFIXES", "Reader", "read_path", "read_text"]
