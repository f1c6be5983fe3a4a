"""The six sections of the side panel."""
