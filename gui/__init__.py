"""The window: Qt only, decides nothing about text."""
