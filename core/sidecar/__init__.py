"""The sidecar: a document as JSON beside its article, which is never written.

``load`` and ``save`` are all that the window and the command line need; ``merge`` is for the case that two
people saved.
"""

from core.sidecar.anchoring import Anchored
from core.sidecar.encoding import encode, to_json
from core.sidecar.merge import Conflict, Merged, merge
from core.sidecar.names import article_of, checked_annotator, is_sidecar, sidecar_path, sidecars_of
from core.sidecar.opening import Opened, load, load_data, stored_in, under_name
from core.sidecar.store import digest_of, save

__all__ = [
    "Anchored",
    "Conflict",
    "Merged",
    "Opened",
    "article_of",
    "checked_annotator",
    "digest_of",
    "encode",
    "is_sidecar",
    "load",
    "load_data",
    "merge",
    "save",
    "sidecar_path",
    "sidecars_of",
    "stored_in",
    "to_json",
    "under_name",
]
