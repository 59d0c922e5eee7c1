"""Everything an author can do, by subject: an edit is a function from project to project."""
