"""Small widgets that panels and dialogs are made of; they know nothing of articles."""
