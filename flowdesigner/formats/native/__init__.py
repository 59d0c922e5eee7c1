"""The program's own project file: foreign YAML in, plain tree with spans, canonical YAML out.

`read_bytes` and `read_tree` bring in a file, `write_tree` writes one, `splice` rewrites only the
entries that changed. Nothing in these knows the model.
"""
