"""Acts: what the keys, menus and panels ask for is carried out here, on the session and on files."""
