"""The wire to OpenAI, and to every server that speaks as it does."""
