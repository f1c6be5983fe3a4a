"""Files of whatever kind: their bytes and encoding, safe writing, the journal of unsaved work."""
