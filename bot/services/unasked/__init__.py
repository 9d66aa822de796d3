"""What PAM does without being asked: rules that the clock fires, alerts they raise, and how each is said."""
