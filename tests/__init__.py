"""PAM, tested: real SDKs over real HTTP on this machine, no patches, no sleeps."""
