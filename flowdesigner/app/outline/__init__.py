"""The outline: the open flow read as a conversation, line by line, and edited by keyboard."""
