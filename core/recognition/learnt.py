"""The head of a user's own: what was learnt from corrections, as a file and as what recognition uses.

``core.learning.training`` makes one. A file may be sent to a colleague; the one adopted stands in the user's
data folder, and taking it away undoes all that was learnt. Beside it stands what was in use before it.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import numpy as np
from platformdirs import user_data_path

from core.errors import FileMissing, FileUnreadable, ModelBroken
from core.files.safe_files import write_whole
from core.recognition.recurrent import Floats

LARGEST = 8 << 20
"""Bytes of a model file; one of a hundred labels has a third of that."""


@dataclass(frozen=True, slots=True)
class LearntHead:
    """Scores of the tags of ``labels``: tag 0 is no name, 2k + 1 begins one of label k, 2k + 2 goes on.

    Labels of the user's own are decoded apart from the names, and their scores are those above no name, 0.
    ``weights`` stand on the encoder's states and, in the last seven rows, on the shipped head's scores.
    ``encoder`` names the shipped model whose states these are.
    """

    labels: tuple[str, ...]
    weights: Floats
    bias: Floats
    transitions: Floats
    encoder: str


def adopted_path() -> Path:
    """Where the head that recognition uses stands; no file there: it uses what is shipped."""
    return user_data_path("danqian") / "learnt.npz"


def previous_path() -> Path:
    """Where the head stands that was in use before; no file there: that was what is shipped."""
    return user_data_path("danqian") / "learnt-before.npz"


def adopt(head: LearntHead) -> None:
    """From now on recognition uses this head; an ``OSError`` where that cannot be. ``go_back`` undoes it."""
    adopted_path().parent.mkdir(parents=True, exist_ok=True)
    _put(previous_path(), _bytes_at(adopted_path()))
    write_head(adopted_path(), head)


def forget() -> None:
    """Recognition goes back to what is shipped. ``go_back`` undoes it."""
    _put(previous_path(), _bytes_at(adopted_path()))
    _put(adopted_path(), None)


def go_back() -> None:
    """Recognition uses again what it used before the last change; going back once more undoes that."""
    now, before = _bytes_at(adopted_path()), _bytes_at(previous_path())
    _put(previous_path(), now)
    _put(adopted_path(), before)


def can_go_back() -> bool:
    """Whether something else was in use before."""
    return _bytes_at(adopted_path()) != _bytes_at(previous_path())


def _bytes_at(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _put(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    else:
        write_whole(path, [data])


def adopted(encoder: str) -> LearntHead | None:
    """The head in use. None where there is none, or none for this encoder that can be read."""
    path = adopted_path()
    try:
        head = _read_once(path, path.stat().st_mtime_ns)
    except (OSError, FileUnreadable, ModelBroken):
        return None
    return head if head.encoder == encoder else None


def version_in_use(shipped: str) -> str:
    """What a sidecar calls the model that found its names: ``shipped``, with what was learnt on top of it."""
    head = adopted(shipped)
    return f"{shipped}+{version_of(head)}" if head else shipped


def version_of(head: LearntHead) -> str:
    """What a sidecar calls it: the first 12 digits of the SHA-256 of its labels and weights."""
    digest = sha256(" ".join(head.labels).encode())
    for array in (head.weights, head.bias, head.transitions):
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()[:12]


def write_head(path: Path, head: LearntHead) -> None:
    """Write a head, whole or not at all; an ``OSError`` where that cannot be."""
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        labels=" ".join(head.labels),
        weights=head.weights,
        bias=head.bias,
        transitions=head.transitions,
        encoder=head.encoder,
    )
    write_whole(path, [buffer.getvalue()])


def read_head(path: Path) -> LearntHead:
    """The head in a file. Raises ``FileMissing``, ``FileUnreadable``, or ``ModelBroken`` where it is none."""
    try:
        if path.stat().st_size > LARGEST:
            raise ModelBroken(path)
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as arrays:
            head = LearntHead(
                labels=tuple(str(arrays["labels"]).split()),
                weights=arrays["weights"].astype(np.float32),
                bias=arrays["bias"].astype(np.float32),
                transitions=arrays["transitions"].astype(np.float32),
                encoder=str(arrays["encoder"]),
            )
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    except (KeyError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise ModelBroken(path) from error
    if not _fits(head):
        raise ModelBroken(path)
    return head


def _fits(head: LearntHead) -> bool:
    """Whether the arrays belong together."""
    tags = 1 + 2 * len(head.labels)
    shapes = (head.weights.shape[1:], head.bias.shape, head.transitions.shape)
    arrays = (head.weights, head.bias, head.transitions)
    return shapes == ((tags,), (tags,), (tags, tags)) and all(np.isfinite(array).all() for array in arrays)


@lru_cache(maxsize=1)
def _read_once(path: Path, _changed: int) -> LearntHead:
    return read_head(path)
