"""The command line: the second front end, one command a file, without window and display."""
