"""The window: the only package that knows Qt.

`Document` holds the project and its history; widgets show it and ask for edits. `Focus` holds
what the author looks at, which is no part of the project and is not undone.
"""

import flowdesigner.app.unhooked  # noqa: F401 - before any other module of the window
