"""Own notes: what a user writes for himself, outside the dossier and everything made of it."""
