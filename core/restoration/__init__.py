"""Restoration: damaged text to repairs, each with its evidence and where possible its proof."""
