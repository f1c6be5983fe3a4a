"""Parts for training: every article in one, labels alike in each, copies together, the same every time."""

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from core.exchange.splitting import Divisible, divide
from core.near_duplicates import signature_of

SHARES = {"train": 80.0, "dev": 10.0, "test": 10.0}
LETTERS = [chr(point) for point in range(0x4E00, 0x5600)]


def test_each_label_is_in_each_part_by_its_share():
    random = Random(3)
    articles = [
        Divisible(f"{n}", {"PER": random.randrange(9), "LOC": 4, "WORK": int(n % 10 == 0)})
        for n in range(200)
    ]
    split = divide(articles, SHARES, seed=5)
    found = {part: Counter() for part in SHARES}
    for article in articles:
        found[split.parts[article.name]].update(article.labels)
    assert Counter(split.parts.values()) == {"train": 160, "dev": 20, "test": 20}
    assert {part: counts["WORK"] for part, counts in found.items()} == {"train": 16, "dev": 2, "test": 2}
    whole = sum(counts["PER"] for counts in found.values())
    for part, share in SHARES.items():
        assert abs(found[part]["PER"] - whole * share / 100) < 6


def test_copies_are_never_on_two_sides():
    def text(seed):
        return "".join(Random(seed).choices(LETTERS, k=400))

    articles = [
        Divisible(f"{n}.{site}", {"PER": 1}, signature_of(text(n) + text(1000 + site)[:40]))
        for n in range(30)
        for site in range(3)
    ]
    split = divide(articles, {"train": 50, "test": 50})
    assert len(split.copies) == 30
    assert all(len({split.parts[name] for name in group}) == 1 for group in split.copies)
    assert Counter(split.parts.values()) == {"train": 45, "test": 45}


LABELS = st.dictionaries(st.sampled_from(["PER", "LOC", "ORG"]), st.integers(0, 5))


@settings(max_examples=50)
@given(st.lists(LABELS, max_size=30), st.integers(0, 9))
def test_each_article_is_in_one_part_and_the_same_each_time(labels, seed):
    articles = [Divisible(str(number), counts) for number, counts in enumerate(labels)]
    split = divide(articles, SHARES, seed)
    assert list(split.parts) == [article.name for article in articles]
    assert set(split.parts.values()) <= set(SHARES)
    assert divide(articles, SHARES, seed) == split


def test_another_seed_gives_other_parts():
    articles = [Divisible(str(number), {"PER": 1}) for number in range(60)]
    assert divide(articles, SHARES, 1) != divide(articles, SHARES, 2)
