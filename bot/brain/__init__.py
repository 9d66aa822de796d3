"""From words to a Decision; changes nothing."""
