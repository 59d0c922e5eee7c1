"""The inspector: a form derived from what the selected block declares of its fields.

`Subject` is the part that a form shows and makes edits of it; a `Slot` is one field of it; an
`Editor` shows a slot and asks for edits; a `Form` is the editors of a part.
"""
