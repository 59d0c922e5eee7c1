"""The clock of the platform, and opening hours, as FLOIP expressions."""

TODAY = 'concatenate(year(now()), "-", right(concatenate("0", month(now())), 2), "-", ' \
    'right(concatenate("0", day(now())), 2))'  # fmt: skip
TIME = 'concatenate(right(concatenate("0", hour(now())), 2), ":", ' \
    'right(concatenate("0", minute(now())), 2))'  # fmt: skip
