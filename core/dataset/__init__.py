"""A folder of articles: its list, how far each article is, search over all of them, and acts on many at once.

The sidecars are the truth. An index in the user's cache folder makes lists and search immediate; it is made
anew from articles and sidecars whenever it is missing, of another version, or broken.
"""

from core.dataset.articles import find_articles, natural_key
from core.dataset.index import Index
from core.dataset.place import Dataset
from core.dataset.record import ArticleState
from core.dataset.refreshing import refresh
from core.dataset.searching import Found, search

__all__ = [
    "ArticleState",
    "Dataset",
    "Found",
    "Index",
    "find_articles",
    "natural_key",
    "refresh",
    "search",
]
