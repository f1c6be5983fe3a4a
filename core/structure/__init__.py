"""Text to structure: which part each paragraph plays, and what the page says about its article."""

from core.structure.blocks import read_structure

__all__ = ["read_structure"]
