"""A secret is shown only to who asks for it by name."""

from bot.kit.secret import Secret


def test_no_way_of_printing_shows_it() -> None:
    secret = Secret("hunter2")
    assert "hunter2" not in f"{secret} {secret!r} {[secret]} %s" % secret
    assert secret.reveal() == "hunter2"
