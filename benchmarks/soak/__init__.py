"""Long runs that look for loss and doubling: thousands of crash points, and kill after kill."""
