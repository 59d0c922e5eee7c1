"""Brings a tree read from a file to the shape the model writes: its plain words as `Word`s."""

from flowdesigner.formats.native.tree import Path, Plain, Tree, Word


def with_words(tree: Tree) -> dict[str, Plain]:
    """The root of a tree, where texts that stand without quotes are words."""
    root = _with_words(tree, (), tree.root)
    assert isinstance(root, dict)
    return root


def _with_words(tree: Tree, path: Path, value: Plain) -> Plain:
    if isinstance(value, dict):
        return {key: _with_words(tree, (*path, key), each) for key, each in value.items()}
    if isinstance(value, list):
        return [_with_words(tree, (*path, at), each) for at, each in enumerate(value)]
    found = tree.find(path)
    if isinstance(value, str) and found and tree.text[found.value_start] not in "\"'|>":
        return Word(value)
    return value
