"""See DESIGN notes in docs/pipeline.md."""
