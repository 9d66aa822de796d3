"""The environment is judged as a whole: every fault is named, no value is shown."""

import pytest

from handlers.settings import Settings, SettingsWrong
from handlers.settings.openai import OPENAI
from handlers.settings.spending import SpendingSettings

KEY = "k" * 16 + "0123456789abcdef"
TELEGRAM = {
    "TELEGRAM_BOT_TOKEN": "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0",
    "TELEGRAM_WEBHOOK_SECRET": "hook_secret-1",
}
TWILIO = {
    "TWILIO_ACCOUNT_SID": "AC" + "a" * 32,
    "TWILIO_AUTH_TOKEN": "0123456789abcdef0123456789abcdef",
    "TWILIO_PHONE_NUMBER": "+14155550100",
}
WHOLE = {"PUBLIC_URL": "https://pam.example.com", "PAM_SECRET_KEY": KEY, **TELEGRAM, **TWILIO}


def faults_of(environ: dict[str, str], role: str = "run") -> tuple[str, ...]:
    try:
        Settings.read(environ, role=role)
    except SettingsWrong as wrong:
        return wrong.faults
    return ()


def test_nothing_said_means_the_defaults() -> None:
    settings = Settings.read({}, role="chat")
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert (settings.database_path, settings.database_url) == ("var/pam.db", None)
    assert (settings.telegram, settings.twilio, settings.public_url) == (None, None, None)
    assert (settings.default_currency, settings.default_timezone, settings.default_locale) == ("USD", "UTC", "en-US")
    assert (settings.signup, settings.sms_countries) == ("invite", ())
    assert settings.spending == SpendingSettings(
        daily_model_micro_usd=500_000, daily_turns=200, daily_sms=20, monthly_micro_usd=0
    )
    assert (settings.openai, settings.fast_lane, settings.ops_token) == (None, 80, None)
    assert (settings.log_level, settings.log_format, settings.warnings) == ("INFO", None, ())


def test_what_is_said_is_taken() -> None:
    settings = Settings.read(
        {
            **WHOLE,
            "DATABASE_URL": "sqlite:////srv/pam.db",
            "PORT": "80",
            "HOST": "0.0.0.0",
            "PAM_SECRET_KEY": f"{KEY},{KEY[::-1]}\n",
            "PAM_SIGNUP": "open",
            "PAM_DEFAULT_CURRENCY": "EUR",
            "PAM_DEFAULT_TIMEZONE": "Europe/Berlin",
            "PAM_DEFAULT_LOCALE": "de-DE",
            "PAM_DAILY_SMS": "0",
            "PAM_DAILY_MODEL_USD": "1.25",
            "PAM_DAILY_TURNS": "0",
            "PAM_MONTHLY_USD": "100",
            "PAM_FAST_LANE": "95",
            "PAM_OPS_TOKEN": "ops-token-of-24-letters-x",
            "PAM_SMS_COUNTRIES": "US, ca",
            "PAM_LOG_LEVEL": "DEBUG",
            "PAM_LOG_FORMAT": "json",
        },
        role="run",
    )
    assert (settings.database_path, settings.port, settings.host) == ("/srv/pam.db", 80, "0.0.0.0")
    assert [key.reveal() for key in settings.secret_keys] == [KEY, KEY[::-1]]
    assert settings.sms_countries == ("US", "CA")
    assert settings.log_format == "json"
    assert settings.spending == SpendingSettings(
        daily_model_micro_usd=1_250_000, daily_turns=0, daily_sms=0, monthly_micro_usd=100_000_000
    )
    assert settings.fast_lane == 95
    assert "ops-token-of-24-letters-x" in settings.secrets()
    assert settings.telegram is not None
    assert settings.telegram.bot_token.reveal() == TELEGRAM["TELEGRAM_BOT_TOKEN"]
    assert settings.twilio is not None
    assert settings.twilio.number == "+14155550100"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("DATABASE_URL", "postgresql://pam:hunter2@db"),
        ("DATABASE_URL", "postgresql://pam:hunter2@db:port/pam"),
        ("DATABASE_URL", "postgres://pam:hun ter2@db/pam"),
        ("DATABASE_URL", "postgres://pam:hun/ter2@db/pam"),
        ("DATABASE_URL", "mysql://db/pam"),
        ("DATABASE_URL", "sqlite:///pam.db?mode=ro"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("REDIS_URL", "redis:/cache"),
        ("REDIS_URL", "http://cache:6379"),
        ("REDIS_URL", "redis://:hunter 2@cache:6379/0"),
        ("REDIS_URL", "redis://cache:port/0"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "\u0668\u0660"),
        ("PORT", "80a"),
        ("HOST", "a b"),
        ("PUBLIC_URL", "pam.example.com"),
        ("PUBLIC_URL", "http://pam.example.com"),
        ("PUBLIC_URL", "https://pam.example.com/"),
        ("PUBLIC_URL", "https://pam.example.com/hooks"),
        ("PUBLIC_URL", "https://ann:pw@pam.example.com"),
        ("PUBLIC_URL", "https://pam.example.com:99999"),
        ("PUBLIC_URL", "https://pam.example.com?x"),
        ("PUBLIC_URL", "https://[::1"),
        ("TELEGRAM_BOT_TOKEN", "hunter2"),
        ("TELEGRAM_BOT_TOKEN", "your_token_here"),
        ("TELEGRAM_WEBHOOK_SECRET", "with space"),
        ("TELEGRAM_WEBHOOK_SECRET", "changeme"),
        ("TELEGRAM_WEBHOOK_SECRET", "x" * 257),
        ("TELEGRAM_WEBHOOK_SECRET", ""),
        ("TELEGRAM_API_URL", "http://10.0.0.1"),
        ("TWILIO_ACCOUNT_SID", "ACxyz"),
        ("TWILIO_ACCOUNT_SID", ""),
        ("TWILIO_AUTH_TOKEN", "your_auth_token"),
        ("TWILIO_AUTH_TOKEN", ""),
        ("TWILIO_PHONE_NUMBER", "0155501"),
        ("TWILIO_PHONE_NUMBER", ""),
        ("TWILIO_MESSAGING_SERVICE_SID", "MG1"),
        ("TWILIO_VERIFY_SERVICE_SID", "VA1"),
        ("TWILIO_API_URL", "ftp://x"),
        ("PAM_SECRET_KEY", ""),
        ("PAM_SECRET_KEY", "short"),
        ("PAM_SECRET_KEY", f"{KEY},short"),
        ("PAM_SIGNUP", "everybody"),
        ("PAM_DEFAULT_CURRENCY", "eur"),
        ("PAM_DEFAULT_TIMEZONE", "Mars/Base"),
        ("PAM_DEFAULT_TIMEZONE", "../etc"),
        ("PAM_DEFAULT_TIMEZONE", "America"),
        ("PAM_DEFAULT_LOCALE", "xx-YY"),
        ("PAM_DEFAULT_LOCALE", "?"),
        ("PAM_DAILY_SMS", "-1"),
        ("PAM_DAILY_SMS", "1e3"),
        ("PAM_DAILY_TURNS", "-1"),
        ("PAM_DAILY_MODEL_USD", "-0.50"),
        ("PAM_DAILY_MODEL_USD", "0,50"),
        ("PAM_DAILY_MODEL_USD", "0.0000001"),
        ("PAM_DAILY_MODEL_USD", "NaN"),
        ("PAM_DAILY_MODEL_USD", "1e6"),
        ("PAM_MONTHLY_USD", "$20"),
        ("PAM_FAST_LANE", "101"),
        ("PAM_OPS_TOKEN", "too-short"),
        ("PAM_OPENAI_API", "completions"),
        ("OPENAI_API_KEY", "your-key-here"),
        ("OPENAI_API_KEY", "sk with space"),
        ("OPENAI_MODEL", "gpt 5"),
        ("OPENAI_BASE_URL", "llm.example.com/v1"),
        ("OPENAI_BASE_URL", "http://api.openai.com/v1"),
        ("OPENAI_BASE_URL", "http://8.8.8.8/v1"),
        ("OPENAI_BASE_URL", "https://key:hunter2@host.test/v1"),
        ("OPENAI_BASE_URL", "https://host.test/v1?key=hunter2"),
        ("OPENAI_BASE_URL", "https://[::1/v1"),
        ("OPENAI_BASE_URL", "https://host.test:99999/v1"),
        ("OPENAI_BASE_URL", "https://ho st.test/v1"),
        ("PAM_SMS_COUNTRIES", "US,Germany"),
        ("PAM_LOG_LEVEL", "loud"),
        ("PAM_LOG_FORMAT", "xml"),
    ],
)
def test_a_fault_names_its_variable_and_no_value(variable: str, value: str) -> None:
    faults = faults_of({**WHOLE, variable: value})
    assert len(faults) == 1
    assert faults[0].startswith(f"{variable} ")
    assert len(value) < 5 or value not in faults[0]


def test_a_database_needs_a_file() -> None:
    assert len(faults_of({**WHOLE, "DATABASE_URL": "sqlite:///"})) == 1


def test_all_faults_are_told_at_once() -> None:
    faults = faults_of({"PORT": "x", "PAM_SIGNUP": "x", "TWILIO_AUTH_TOKEN": "0123456789abcdef", "PUBLIC_URL": "x"})
    named = {fault.partition(" ")[0] for fault in faults}
    assert named == {"PORT", "PAM_SIGNUP", "TWILIO_ACCOUNT_SID", "TWILIO_PHONE_NUMBER", "PUBLIC_URL", "PAM_SECRET_KEY"}


@pytest.mark.parametrize(
    "address",
    [
        "postgres://pam:hunt%C3%A9r2@db/pam",
        "postgresql://pam@db1:5432,db2:5433/pam?password=hunt%C3%A9r2&sslmode=require",
    ],
)
def test_a_postgres_keeps_its_password_to_itself(address: str) -> None:
    settings = Settings.read({"DATABASE_URL": address}, role="migrate")
    assert settings.database_url is not None
    assert (settings.database_url.reveal(), settings.database_path) == (address, "")
    assert set(settings.secrets()) == {"hunt%C3%A9r2", "huntér2"}
    assert "hunt" not in repr(settings)


@pytest.mark.parametrize("address", ["postgresql:///pam?host=/run/postgresql", "postgres://pam@[::1]:5432/pam"])
def test_a_postgres_may_need_no_password(address: str) -> None:
    settings = Settings.read({"DATABASE_URL": address}, role="migrate")
    assert settings.database_url is not None
    assert settings.secrets() == ()


def test_sms_needs_an_address_to_call_where_it_is_answered() -> None:
    environ = {"PAM_SECRET_KEY": KEY, **TWILIO}
    assert [fault.partition(" ")[0] for fault in faults_of(environ, "web")] == ["PUBLIC_URL"]
    assert faults_of(environ, "worker") == ()


@pytest.mark.parametrize("role", ["run", "web"])
def test_telegram_without_an_address_needs_its_token_alone(role: str) -> None:
    settings = Settings.read({"PAM_SECRET_KEY": KEY, "TELEGRAM_BOT_TOKEN": TELEGRAM["TELEGRAM_BOT_TOKEN"]}, role=role)
    assert settings.telegram is not None
    assert (settings.public_url, settings.telegram.webhook_secret) == (None, None)


def test_a_webhook_needs_its_secret() -> None:
    environ = {**WHOLE, "TELEGRAM_WEBHOOK_SECRET": ""}
    assert [fault.partition(" ")[0] for fault in faults_of(environ)] == ["TELEGRAM_WEBHOOK_SECRET"]


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8000", "http://localhost", "http://[::1]:80", "https://x.test:444"]
)
def test_plain_http_is_for_this_machine(address: str) -> None:
    assert faults_of({**WHOLE, "PUBLIC_URL": address}) == ()


def test_the_sandbox_hears_nothing_of_vendors() -> None:
    settings = Settings.read(
        {**WHOLE, "DATABASE_URL": "x", "HOST": "a b", "PORT": "9000", "REDIS_URL": "x"}, role="sandbox"
    )
    assert (settings.telegram, settings.twilio, settings.port, settings.host) == (None, None, 9000, "127.0.0.1")


def test_an_unknown_variable_of_pams_is_warned_about() -> None:
    settings = Settings.read({"PAM_SINGUP": "open", "PAM_PAYEES": "{}", "PATH": "/bin"}, role="chat")
    assert [warning.partition(" ")[0] for warning in settings.warnings] == ["PAM_SINGUP"]


def test_printing_the_settings_shows_no_secret() -> None:
    settings = Settings.read(WHOLE, role="run")
    shown = f"{settings!r} {settings}"
    assert len(settings.secrets()) == 4
    assert not [secret for secret in settings.secrets() if secret in shown]


def test_a_password_of_redis_is_never_shown_in_any_spelling() -> None:
    settings = Settings.read({"REDIS_URL": "rediss://pam:h%40nter2@cache:6380/1"}, role="migrate")
    assert {"h%40nter2", "h@nter2"} <= set(settings.secrets())


def test_a_key_alone_is_openai_with_a_model_for_each_thing_it_can_do() -> None:
    openai = Settings.read({"OPENAI_API_KEY": "sk-0123456789"}, role="chat").openai
    assert openai is not None
    assert (openai.api_key.reveal(), openai.base_url, openai.wire) == ("sk-0123456789", OPENAI, "responses")
    assert openai.vision_model == openai.model
    assert (openai.embedding_model, openai.transcription_model) == (None, "gpt-4o-mini-transcribe")


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:11434/v1",
        "http://[::1]:8080/v1",
        "http://192.168.1.20:11434/v1",
        "http://ollama:11434/v1",
        "http://gpu.lan/v1",
        "https://llm.example.com/v1",
    ],
)
def test_a_server_of_ones_own_needs_no_key_and_speaks_the_older_wire(address: str) -> None:
    openai = Settings.read({"OPENAI_BASE_URL": f"{address}/", "OPENAI_MODEL": "llama3.1:8b"}, role="chat").openai
    assert openai is not None
    assert (openai.base_url, openai.wire, openai.model) == (address, "chat", "llama3.1:8b")


def test_the_wire_is_the_hosts_choice() -> None:
    environ = {"OPENAI_BASE_URL": "http://localhost:1/v1", "PAM_OPENAI_API": "responses"}
    openai = Settings.read(environ, role="chat").openai
    assert openai is not None
    assert openai.wire == "responses"


def test_a_model_without_anybody_to_ask_is_a_fault() -> None:
    assert [fault.partition(" ")[0] for fault in faults_of({**WHOLE, "OPENAI_MODEL": "gpt-5"})] == ["OPENAI_API_KEY"]


def test_a_key_of_openais_is_kept_out_of_what_is_printed() -> None:
    settings = Settings.read({"OPENAI_API_KEY": "sk-0123456789", "PAM_OPS_TOKEN": "t" * 20}, role="chat")
    assert set(settings.secrets()) == {"sk-0123456789", "t" * 20}
    assert "sk-0123456789" not in repr(settings)
    assert "t" * 20 not in repr(settings)
