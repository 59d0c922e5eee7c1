"""Where blocks lie best: a layered drawing (Sugiyama) of boxes and links, in numbers only."""
