# mypy: ignore-errors
"""The one place where this bot asks other systems."""

import json
import urllib.error
import urllib.request


def send(method, url, headers, body, seconds):
    """Send a request; return whether the answer was good (2xx), and its JSON."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data=data, method=method)
    if data is not None:
        request.add_header("Content-Type", "application/json")
    for name, value in headers.items():
        request.add_header(name, value)
    try:
        with urllib.request.urlopen(request, timeout=seconds) as answer:
            return True, _json(answer.read())
    except (OSError, ValueError):  # no connection, no 2xx, no web address
        return False, None


def _json(content):
    try:
        return json.loads(content)
    except ValueError:
        return None
