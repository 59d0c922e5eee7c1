"""The palette: the types of block, to be clicked or dragged onto the canvas."""
