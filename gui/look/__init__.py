"""How things look: themes, lengths, fonts, icons, read from resources."""
