"""The things that an article's names name: gathered, with their short forms, each as a card."""
