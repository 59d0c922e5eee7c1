"""Whether words speak of a picture or file that was sent before them, Indonesian and English."""

import re
from collections.abc import Iterable

from flowdesigner.model.part import Text

_BEFORE = re.compile(
    r"\b(?:gambar|foto|video|brosur|katalog|dokumen|berkas|file|peta|tautan"
    r"|picture|photo|image|film|brochure|catalog(?:ue)?|document|map|link)\b"
    r"(?: (?:yang )?(?:di atas|tadi|barusan|sebelumnya)\b| above\b| just sent\b)"
    r"|\b(?:di atas|above)\b[^.!?]{0,20}\b(?:gambar|foto|picture|photo)\b",
    re.IGNORECASE,
)
_SIGN = re.compile("atas|tadi|barusan|sebelumnya|above|just sent", re.IGNORECASE)


def points_back(said: Iterable[Text]) -> bool:
    """Whether one of the texts does."""
    return any(
        _SIGN.search(words) is not None and _BEFORE.search(words) is not None
        for text in said
        for words in text.values()
    )
