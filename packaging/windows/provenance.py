"""Proves that the Windows Python which is shipped is the Python Software Foundation's, without a network.

The archive comes from a package index, put there by somebody else. Each of its programs and libraries carries
a signature (Authenticode): the digest of the file, signed by the Foundation's certificate, which chains up to
a root that is pinned here. Validity dates and revocations are not looked at, as the archive is pinned too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pefile  # type: ignore[import-untyped]
from asn1crypto import cms  # type: ignore[import-untyped]
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from staging import Member

ROOTS = frozenset(
    {
        # Microsoft Identity Verification Root Certificate Authority 2020
        "5367f20c7ade0e2bca790915056d086b720c33c1fa2a2661acf787e3292e1270",
        # DigiCert Trusted Root G4
        "552f7bdcf1a7af9e6ce672017f4f12abf77240c78e761ac203d1d9d20ac89988",
    }
)
"""SHA-256 of the root certificates that are believed."""

SIGNER = "Python Software Foundation"
_DIGICERT = Path("/usr/share/ca-certificates/mozilla/DigiCert_Trusted_Root_G4.crt")
_HASHES: dict[str, hashes.HashAlgorithm] = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384()}
_LONGEST_CHAIN = 6


class Forged(ValueError):
    """A file is not what its signature says, or not signed by who is expected."""


def check_python(members: Iterable[Member], unsigned: Iterable[str]) -> int:
    """Check every program and library; how many there are. ``unsigned`` are others' and not shipped."""
    checked = 0
    for name, data in members:
        if name.endswith((".dll", ".exe", ".pyd")) and name not in unsigned:
            signer = signer_of(name, data)
            if SIGNER not in signer:
                raise Forged(f"{name} is signed by {signer}")
            checked += 1
    return checked


def signer_of(name: str, data: bytes) -> str:
    """Whose certificate signed a program, once everything about the signature has held."""
    image = pefile.PE(data=data, fast_load=True)
    table = image.OPTIONAL_HEADER.DATA_DIRECTORY[pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_SECURITY"]]
    if not table.Size:
        raise Forged(f"{name} is not signed")
    length = int.from_bytes(data[table.VirtualAddress : table.VirtualAddress + 4], "little")
    signed = cms.ContentInfo.load(data[table.VirtualAddress + 8 : table.VirtualAddress + length])["content"]
    signer = signed["signer_infos"][0]
    algorithm = signer["digest_algorithm"]["algorithm"].native
    content = _signed_octets(signed["encap_content_info"]["content"].dump())
    if _digest(image, data, algorithm) not in content:
        raise Forged(f"{name} was changed after it was signed")
    told = {row["type"].native: row["values"][0] for row in signer["signed_attrs"]}
    if told["message_digest"].native != hashlib.new(algorithm, content).digest():
        raise Forged(f"{name} has a signature for something else")
    certificates = [x509.load_der_x509_certificate(row.chosen.dump()) for row in signed["certificates"]]
    serial = signer["sid"].chosen["serial_number"].native
    leaf = next(one for one in certificates if one.serial_number == serial)
    # What is signed is the set of attributes, under its own tag and not the one that it has in its place.
    _verify(leaf, signer["signature"].native, b"\x31" + signer["signed_attrs"].dump()[1:], _HASHES[algorithm])
    _climb(name, leaf, certificates)
    return leaf.subject.rfc4514_string()


def _digest(image: pefile.PE, data: bytes, algorithm: str) -> bytes:
    """The digest of a program less its checksum, the place of its signature and the signature itself."""
    checksum = image.OPTIONAL_HEADER.get_field_absolute_offset("CheckSum")
    table = image.OPTIONAL_HEADER.DATA_DIRECTORY[4]
    row = table.get_file_offset()
    found = hashlib.new(algorithm)
    for start, end in (
        (0, checksum),
        (checksum + 4, row),
        (row + 8, table.VirtualAddress),
        (table.VirtualAddress + table.Size, len(data)),
    ):
        found.update(data[start:end])
    return found.digest()


def _signed_octets(encoded: bytes) -> bytes:
    """What a signature digests of its content: the octets inside the sequence, wrapped or not."""
    wrapper, sequence = 0xA0, 0x30
    tag = encoded[0]
    while tag in (wrapper, sequence):
        length = encoded[1]
        encoded = encoded[2 + (length & 0x7F if length & 0x80 else 0) :]
        if tag == sequence:
            break
        tag = encoded[0]
    return encoded


def _climb(name: str, leaf: x509.Certificate, known: list[x509.Certificate]) -> None:
    """Follow the issuers up to a root that is pinned."""
    current = leaf
    for _ in range(_LONGEST_CHAIN):
        if current.fingerprint(hashes.SHA256()).hex() in ROOTS:
            return
        issuer = next(_issuers(current, known), None)
        if issuer is None or current.signature_hash_algorithm is None:
            break
        _verify(issuer, current.signature, current.tbs_certificate_bytes, current.signature_hash_algorithm)
        current = issuer
    raise Forged(f"{name} is signed under no root that is known")


def _issuers(certificate: x509.Certificate, known: list[x509.Certificate]) -> Iterator[x509.Certificate]:
    """Who may have issued a certificate; signatures leave roots out, so Debian's copy is asked too."""
    for one in (*known, x509.load_pem_x509_certificate(_DIGICERT.read_bytes())):
        if one.subject == certificate.issuer and one != certificate:
            yield one


def _verify(
    certificate: x509.Certificate, signature: bytes, signed: bytes, algorithm: hashes.HashAlgorithm
) -> None:
    key = certificate.public_key()
    if not isinstance(key, rsa.RSAPublicKey):
        raise Forged(f"{certificate.subject.rfc4514_string()} has an unexpected kind of key")
    key.verify(signature, signed, padding.PKCS1v15(), algorithm)
