-- name: wrong_since
SELECT wrong_guesses(:address_id, :since);

-- name: sent_to_since
SELECT codes_sent_to(:links, :since);
