"""Keeps PySide6 from reading the source of every module that is imported after it.

It looks for the word PySide6 there, to know where its `from __feature__ import snake_case` may
work. Nobody here uses that, and reading some 200 files costs a sixth of the start.
"""

import contextlib
import sys

with contextlib.suppress(ImportError):  # what of this package needs no Qt goes without it
    import PySide6.QtCore  # noqa: F401 - brings the hook

_hook = sys.modules.get("shibokensupport.feature")
if _hook is not None:
    _hook._mod_uses_pyside = lambda module: False  # type: ignore[attr-defined]
