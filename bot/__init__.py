"""PAM herself: she understands, decides and writes down; she never touches the street."""
