"""What PAM can do in a conversation: one file, one skill, shared by both brains."""
