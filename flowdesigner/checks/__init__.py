"""What is wrong with a project: one rule a file, and the one pass over the graph they share."""
