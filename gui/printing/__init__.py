"""Paper: the proof report laid out on pages, for a printer, a preview or a PDF."""
