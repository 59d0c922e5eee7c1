"""The canvas: one painted widget that shows a flow and lets an author draw it.

`viewport` says what part of the scene is looked at; `card`, `routes`, `index` and `scene` say what
is where; `paint_*` and `cache` put it on the screen; `tools` are the gestures; `view` is the
widget that joins them.
"""
