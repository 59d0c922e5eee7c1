"""The gestures, one a file: each begins at a press, follows the pointer, and can be given up."""
