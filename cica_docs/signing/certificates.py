"""Sign by a certificate and its key, as PAdES asks (ETSI EN 319 142-1, level B-B), and verify such a signature.

The two packages that this needs are optional (`cica-docs[pades]`), and imported where they are used.
"""

import importlib.util
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from cica_docs.values.failure import Failure

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import ec, rsa
    from cryptography.x509 import BasicConstraints, Certificate, KeyUsage, Name

_PACKAGES = ("asn1crypto", "cryptography")
_ROOM = 4096
"""Bytes of a signature beside its certificates."""
GOOD, CLAIMED, BAD, UNTRUSTED, EXPIRED = "good", "claimed", "bad", "untrusted", "expired"


class Signer(NamedTuple):
    """A certificate with its key and those that lead from it to a root."""

    key: "rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey"
    certificate: "Certificate"
    chain: "Sequence[Certificate]"

    @property
    def room(self) -> int:
        """The most bytes of a signature."""
        return _ROOM + sum(len(_der(each)) for each in (self.certificate, *self.chain))

    def sign(self, message: bytes) -> bytes:
        """Sign a message, which the signature does not hold."""
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.asymmetric import padding, rsa

        own = _der(self.certificate)
        stated = _attributes(message, own).dump()
        if isinstance(self.key, rsa.RSAPrivateKey):
            made = self.key.sign(stated, padding.PKCS1v15(), hashes.SHA256())
        else:
            made = self.key.sign(stated, _ecdsa())
        return _signed_data(message, own, [own, *(_der(each) for each in self.chain)], made)


class Verdict(NamedTuple):
    """What a signature is worth, and whose it is by its certificate: `name (issuer)`, "" if it has none."""

    verdict: str
    signer: str = ""


def has_packages() -> bool:
    """Whether the optional packages are installed."""
    return all(importlib.util.find_spec(name) for name in _PACKAGES)


def read_signer(path: str, content: bytes, password: bytes | None, now: datetime) -> Signer:
    """Read a certificate with its key (PKCS #12); raise `Failure` if it cannot be read or does not hold now."""
    _require_packages()
    from cryptography.hazmat.primitives.asymmetric import ec, rsa
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates

    try:
        key, certificate, chain = load_key_and_certificates(content, password or None)
    except ValueError:
        raise Failure("certificate-unreadable", path=path) from None
    if certificate is None or not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise Failure("certificate-without-key", path=path)
    if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
        begin, end = (each.date().isoformat() for each in _span(certificate))
        raise Failure("certificate-out-of-time", path=path, begin=begin, end=end)
    return Signer(key, certificate, tuple(chain))


def read_roots(path: str, content: bytes) -> "tuple[Certificate, ...]":
    """Read certificates that are trusted (PEM); raise `Failure` if there are none."""
    _require_packages()
    from cryptography.x509 import load_pem_x509_certificates

    try:
        return tuple(load_pem_x509_certificates(content))
    except ValueError:
        raise Failure("trust-unreadable", path=path) from None


def verify_signature(message: bytes, signature: bytes, roots: "Sequence[Certificate]", at: datetime) -> Verdict:
    """Verify a signature of a message; who it is by is a claim unless the certificate leads to a root at a time."""
    try:
        certificate, others = _verified_by(message, signature)
    except Exception:  # noqa: BLE001 - whatever a stranger's bytes do to a parser, they are no signature
        return Verdict(BAD)
    begin, end = _span(certificate)
    signer = f"{_name(certificate.subject)} ({_name(certificate.issuer)})"
    if not roots:
        return Verdict(CLAIMED, signer)
    if not begin <= at <= end:
        return Verdict(EXPIRED, signer)
    return Verdict(GOOD if _is_trusted(certificate, others, roots, at) else UNTRUSTED, signer)


def _attributes(message: bytes, own: bytes) -> Any:
    """Build what is signed: the digest of a message, and by which certificate it is signed."""
    from asn1crypto import cms, tsp  # noqa: F401 - of tsp: the attribute that names the certificate

    return cms.CMSAttributes(
        [
            {"type": "content_type", "values": ["data"]},
            {"type": "message_digest", "values": [sha256(message).digest()]},
            {"type": "signing_certificate_v2", "values": [{"certs": [{"cert_hash": sha256(own).digest()}]}]},
        ]
    )


def _signed_data(message: bytes, own: bytes, certificates: Sequence[bytes], signature: bytes) -> bytes:
    """Write the one form that a signature has."""
    from asn1crypto import cms, x509

    certificate = x509.Certificate.load(own)
    algorithm = "sha256_rsa" if certificate.public_key.algorithm == "rsa" else "sha256_ecdsa"
    signer = {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
    signed = {
        "version": "v1",
        "digest_algorithms": [{"algorithm": "sha256"}],
        "encap_content_info": {"content_type": "data"},
        "certificates": [x509.Certificate.load(each) for each in certificates],
        "signer_infos": [
            {
                "version": "v1",
                "sid": {"issuer_and_serial_number": signer},
                "digest_algorithm": {"algorithm": "sha256"},
                "signed_attrs": _attributes(message, own),
                "signature_algorithm": {"algorithm": algorithm},
                "signature": signature,
            }
        ],
    }
    content = cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(signed)}).dump()
    assert isinstance(content, bytes)
    return content


def _verified_by(message: bytes, signature: bytes) -> "tuple[Certificate, Sequence[Certificate]]":
    """Return the certificate by which a message is signed, and the others beside it; raise anything if it is not.

    Of the signature only its certificates and the number that is signed are taken; written again, it must be the same.
    """
    from asn1crypto import cms
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
    from cryptography.x509 import load_der_x509_certificate

    signed = cms.ContentInfo.load(signature)["content"]
    (info,) = signed["signer_infos"]
    certificates = {each.chosen.dump(): each.chosen.serial_number for each in signed["certificates"]}
    (own,) = [each for each, number in certificates.items() if number == info["sid"].chosen["serial_number"].native]
    made = info["signature"].native
    written = _signed_data(message, own, list(certificates), made)
    _require(signature == written.ljust(len(signature), b"\0"))
    certificate = load_der_x509_certificate(own)
    key, stated = certificate.public_key(), _attributes(message, own).dump()
    if isinstance(key, rsa.RSAPublicKey):
        key.verify(made, stated, padding.PKCS1v15(), hashes.SHA256())
    elif isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(made, stated, _ecdsa())
    else:
        _require(False)
    return certificate, [load_der_x509_certificate(each) for each in certificates if each != own]


def _require(holds: bool) -> None:
    if not holds:
        raise ValueError


def _is_trusted(
    certificate: "Certificate", others: "Sequence[Certificate]", roots: "Sequence[Certificate]", at: datetime
) -> bool:
    from cryptography.x509 import BasicConstraints, KeyUsage
    from cryptography.x509.verification import Criticality, ExtensionPolicy, PolicyBuilder, Store, VerificationError

    if certificate in roots:
        return True
    # What authorities of States put into certificates differs; those of web sites, the default, have names of hosts.
    anything = ExtensionPolicy.permit_all()
    authority = anything.require_present(BasicConstraints, Criticality.AGNOSTIC, _is_authority)
    authority = authority.may_be_present(KeyUsage, Criticality.AGNOSTIC, _may_sign_certificates)
    policy = PolicyBuilder().store(Store(list(roots))).time(at.replace(tzinfo=None))
    policy = policy.extension_policies(ca_policy=authority, ee_policy=anything)
    try:
        policy.build_client_verifier().verify(certificate, list(others))
    except VerificationError:
        return False
    return True


def _is_authority(_policy: object, _certificate: object, constraints: "BasicConstraints") -> None:
    _require(constraints.ca)


def _may_sign_certificates(_policy: object, _certificate: object, usage: "KeyUsage | None") -> None:
    _require(usage is None or usage.key_cert_sign)


def _require_packages() -> None:
    if not has_packages():
        raise Failure("pades-missing")


def _span(certificate: "Certificate") -> tuple[datetime, datetime]:
    return certificate.not_valid_before_utc, certificate.not_valid_after_utc


def _name(name: "Name") -> str:
    from cryptography.x509.oid import NameOID

    for oid in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        if attributes := name.get_attributes_for_oid(oid):
            return str(attributes[0].value)
    return "–"


def _der(certificate: "Certificate") -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return certificate.public_bytes(Encoding.DER)


def _ecdsa() -> Any:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec

    return ec.ECDSA(hashes.SHA256())
