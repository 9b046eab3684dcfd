"""Many documents: find the inputs, read them, work through them on one machine, in an order that never changes."""

from claimex.batch.inputs import Input, find_inputs
from claimex.batch.metadata import Metadata, read_metadata
from claimex.batch.work import process, read_inputs

__all__ = ["Input", "Metadata", "find_inputs", "process", "read_inputs", "read_metadata"]
