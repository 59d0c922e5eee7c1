"""The one pass over the ways through a project: where a conversation can stand at every block.

`solve` goes through one flow and says, for each block, what may have become of a conversation
since the flow began (a `Passage`) and which variables have a value. What a called flow does is the
passage to each of its ends; where a flow begins is said by its `Begin`s; both are worked out for
all flows together by `between`. A finding shows its way with `walk`.
"""
