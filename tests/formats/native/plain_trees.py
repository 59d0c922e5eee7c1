"""Plain trees full of texts that YAML readers disagree about."""

from hypothesis import strategies as st

from flowdesigner.formats.native.tree import Plain, Word

NASTY = (
    "0812345678", "08", "0o17", "017", "1e3", "12e03", "+.5", ".5e1", "+447700900123", "1_000",
    "12:34", "2024-01-01", "2024-01-01T10:00:00Z", "no", "on", "y", "N", "=", "<<", "~", "",
    "null", "Null", "0x1F", "1.", "+", "-", ".inf", "-.Inf", ".nan", "NaN", "- a", "# x", "a #b",
    "a: b", "a:", ":", ": ", "::", ",", "[", "]", "{", "}", "{a: b}", "---", "--- a", "...", "%",
    "%YAML", "@me", "`c`", "!tag", "!", "&x", "*b", "*tebal*", "|", "|-", ">", "?", "? a", "'",
    '"', "a'b\"c", "\\n", "C:\\x", "\\", "{{ name | default: \"Kak\" }}", "tab\there", "\t", " ",
    "  lead", "end ", "end \n", "\n", "\n\n", "a\n", "a\n\n", "\na", "a\nb", "a\n\nb\n", "a\n  b",
    "a \nb", " a\nb", "a\n b\n", "a\n\tb", "# a\nb", "- a\n- b", "a: b\nc: d", "---\na", "...\nb",
    "a\n---\nb", "a\r\nb", "\r", "a\u0085b", "a\u2028b", "\u2029", "\ufeffx", "a\ufeff",
    "a\u00a0b\nc", "\u200b", "\u202e", "👍", "👨‍👩‍👧 halo", "é\nè", "日本語\n日本", "١٢", "\ue000",
    "\U0010fffd", "true\n", "x" * 130, "k: |\n  x", "trail\n ", "a\nb\n\n\n", "__proto__",
    "constructor", "null\n", "'a'\n\"b\"\n",
)  # fmt: skip
WORDS = ("id", "no", "y", "order_status", "30m", "3d", "1e3", "main.greet.text", "x-note", "on",
         "message-too-long", "POST", "IDR", "null", "0815", "a b", "", "-", "a:b")  # fmt: skip
NAMES = ("settings", "variables", "flows", "main", "blocks", "greet", "steps", "conversations",
         "layout", "notes", "translated_from", "exits", "text")  # fmt: skip
CHARACTERS = "01eExob_.+-:yYnN~=< \n\t'\"#&*!|>%@`,[]{}éa\\"

texts = (
    st.sampled_from(NASTY)
    | st.text(CHARACTERS, max_size=8)
    | st.text(st.characters(exclude_categories=("Cs", "Cn", "Cc")), max_size=8)
    | st.lists(st.sampled_from(NASTY), max_size=3).map("\n".join)
)
keys = st.sampled_from((*NAMES, *NASTY, *WORDS)) | st.text(CHARACTERS, max_size=4)
scalars: st.SearchStrategy[Plain] = (
    texts
    | st.sampled_from(WORDS).map(Word)
    | st.booleans()
    | st.none()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
)


def _containers(inner: st.SearchStrategy[Plain]) -> st.SearchStrategy[Plain]:
    return st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3)


values: st.SearchStrategy[Plain] = st.recursive(scalars, _containers, max_leaves=8)
roots = st.dictionaries(keys, values, max_size=4)
