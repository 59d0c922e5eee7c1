"""The page an author sees before a project is open."""
