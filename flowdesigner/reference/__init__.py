"""The reference: pages written from what blocks, channels, checks and formats say of themselves.

The window shows them, and `scripts/generate` writes them to `docs/`.
"""
