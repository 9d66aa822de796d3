"""Keys for what must not lie about in the open: sealing, opening, and fingerprints to look things up by."""

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
KEY_ID_BYTES = 4


class Unsealable(Exception):
    """No key of this ring opens it: the key was lost, or the bytes were changed."""


class Keyring:
    """AES-256-GCM and HMAC-SHA-256 under keys derived from each secret; the first secret writes, all of them read.

    A sealed blob is key id (4 bytes), nonce (12), ciphertext with its tag.
    """

    def __init__(self, secrets_newest_first: tuple[str, ...]) -> None:
        if not secrets_newest_first or not all(secrets_newest_first):
            raise ValueError("a keyring needs at least one secret")
        self._ciphers: dict[bytes, AESGCM] = {}
        self._print_keys: list[bytes] = []
        for secret in secrets_newest_first:
            sealing = _derive(secret, b"pam seal")
            self._ciphers[_derive(secret, b"pam key id")[:KEY_ID_BYTES]] = AESGCM(sealing)
            self._print_keys.append(_derive(secret, b"pam fingerprint"))
        self._writing_id, self._writing = next(iter(self._ciphers.items()))

    def seal(self, plain: bytes) -> bytes:
        nonce = secrets.token_bytes(NONCE_BYTES)
        return self._writing_id + nonce + self._writing.encrypt(nonce, plain, None)

    def open(self, sealed: bytes) -> bytes:
        """Raises Unsealable."""
        cipher = self._ciphers.get(sealed[:KEY_ID_BYTES])
        if cipher is None:
            raise Unsealable("sealed with a key that is not in this ring")
        body = KEY_ID_BYTES + NONCE_BYTES
        if len(sealed) < body:
            raise Unsealable("cut short")
        try:
            return cipher.decrypt(sealed[KEY_ID_BYTES:body], sealed[body:], None)
        except InvalidTag:
            raise Unsealable("changed after it was sealed") from None

    def fingerprint(self, purpose: str, value: str) -> bytes:
        """The look-up value to write: the same for equal values, telling nothing of them without the key."""
        return _fingerprint(self._print_keys[0], purpose, value)

    def fingerprints(self, purpose: str, value: str) -> tuple[bytes, ...]:
        """The look-up values to read by, newest key first: rows written before a rotation are still found."""
        return tuple(_fingerprint(key, purpose, value) for key in self._print_keys)


def _derive(secret: str, label: bytes) -> bytes:
    return hmac.digest(secret.encode(), label, hashlib.sha256)


def _fingerprint(key: bytes, purpose: str, value: str) -> bytes:
    return hmac.digest(key, f"{purpose}\0{value}".encode(), "sha256")[:16]
