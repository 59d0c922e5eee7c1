"""What a project is: values without behaviour of their own, and the words they are made of.

Everything here is frozen. A changed project is a new value that shares what did not change
(see `part.changed`); comparing two projects by identity tells what an edit did (`change`).
"""
