"""Certificates made by the tests: an authority, and one that it has signed with its key."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID

NOW = datetime.now(UTC)
PASSWORD = "слово"  # noqa: S105 - of keys that the tests make
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
Authority = tuple[x509.Certificate, ec.EllipticCurvePrivateKey]


def _certificate(
    name: str, key: Key, authority: Authority | None, days: int, *, is_authority: bool
) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    assert authority or isinstance(key, ec.EllipticCurvePrivateKey)
    builder = x509.CertificateBuilder(
        authority[0].subject if authority else subject,
        subject,
        key.public_key(),
        x509.random_serial_number(),
        NOW - timedelta(days=100),
        NOW + timedelta(days=days),
    ).add_extension(x509.BasicConstraints(is_authority, None), critical=True)
    return builder.sign(authority[1] if authority else key, SHA256())


def make_authority(name: str) -> Authority:
    """An authority that has signed itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    return _certificate(name, key, None, 900, is_authority=True), key


def write_authority(path: Path, authority: Authority) -> Path:
    """The file of an authority, as `--trust` takes it."""
    path.write_bytes(authority[0].public_bytes(Encoding.PEM))
    return path


def write_certificate(
    path: Path, authority: Authority, *, days: int = 365, is_rsa: bool = False, through: Authority | None = None
) -> Authority:
    """Write a certificate with its key, as `--sign-with` takes it, and a file of its password beside it."""
    key: Key = rsa.generate_private_key(65537, 2048) if is_rsa else ec.generate_private_key(ec.SECP256R1())
    certificate = _certificate("Secretariat \x1b[2J", key, authority, days, is_authority=False)
    encryption = BestAvailableEncryption(PASSWORD.encode())
    chain = [through[0]] if through else None
    path.write_bytes(serialize_key_and_certificates(b"secretariat", key, certificate, chain, encryption))
    path.with_suffix(".password").write_text(f"{PASSWORD}\n", encoding="utf-8")
    return certificate, key if isinstance(key, ec.EllipticCurvePrivateKey) else authority[1]
