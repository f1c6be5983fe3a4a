"""Danqian's core: from the bytes of an article to its annotations, without a window.

    bytes -> decoded text -> source text -> repairs -> blocks -> mentions -> Document -> sidecar
    source   decoding        reading        restoration  structure  recognition  pipeline  sidecar

Every arrow is a pure function and every noun an immutable value. ``pipeline.annotate`` chains them;
the window and the command line both call it and nothing beneath it.
"""

import os

# The tagger multiplies small matrices, where a second BLAS thread costs twenty times what it gains, and
# ``--jobs`` has a process for each core. NumPy reads this when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
