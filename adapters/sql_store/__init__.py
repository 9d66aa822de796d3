"""The store on SQL: queries and migrations stand in ``.sql`` files."""
