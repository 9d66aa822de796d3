"""PAM_EXCHANGE_RATES: a file or an address that can be asked, and a key in it stays secret."""

import pytest

from handlers.settings import Settings, SettingsWrong


def settings(where: str) -> Settings:
    return Settings.read({"PAM_EXCHANGE_RATES": where}, role="chat")


@pytest.mark.parametrize(
    "where",
    [
        "rates.csv",
        "/srv/pam/rates.json",
        "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml",
        "https://rates.example.com?app_id=k",
        "http://127.0.0.1:9000/daily",
    ],
)
def test_a_file_or_an_address_is_taken(where: str) -> None:
    kept = settings(where).exchange_rates
    assert kept is not None
    assert kept.reveal() == where


def test_unset_there_is_no_table() -> None:
    assert settings("").exchange_rates is None


@pytest.mark.parametrize(
    "where",
    [
        "http://rates.example.com/daily",
        "ftp://rates.example.com/daily",
        "file:///srv/rates.csv",
        "https://",
        "https://ann:pw@rates.example.com/daily",
        "https://rates.example.com/a b",
        "https://rates.example.com/\u00fc",
        "https://rates.example.com:port/",
    ],
)
def test_an_address_that_cannot_be_asked_is_a_fault_without_its_value(where: str) -> None:
    with pytest.raises(SettingsWrong) as wrong:
        settings(where)
    (fault,) = wrong.value.faults
    assert fault == "PAM_EXCHANGE_RATES must be a file or an https address (http only for this machine)"


def test_a_key_in_the_address_is_a_secret_and_a_plain_place_is_none() -> None:
    paid = "https://rates.example.com/latest.json?app_id=0123456789"
    assert paid in settings(paid).secrets()
    assert settings("rates.csv").secrets() == ()
