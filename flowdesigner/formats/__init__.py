"""File formats: the native project file, and one folder for each platform exported to."""
