"""The two-phone page in a real browser, against the whole of PAM on this machine."""
