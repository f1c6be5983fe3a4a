"""Questions about names: one thing written two ways, people and their posts, places inside places."""
