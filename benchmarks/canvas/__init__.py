"""How long the canvas takes for a step, beside a peer and beside a widget that only blits."""
