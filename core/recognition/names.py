"""PER, LOC, ORG: the neural tagger, with the lexicon and rules in the open around it.

The tagger proposes; edges are set right (name_edges), rules add what they are sure of or what the tagger
has an inkling of (name_rules), and the article as a whole decides (name_memory).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from core.article import ReadingText
from core.assets import model_version
from core.language.lexicon import Lexicon, load_lexicon
from core.mentions import Mention
from core.recognition import learnt, name_confidence, name_memory, name_people, name_rules, name_words
from core.recognition.learnt import LearntHead
from core.recognition.name_confidence import Found
from core.recognition.name_edges import settle
from core.recognition.name_joins import join_beside
from core.recognition.name_people import find_titled, named_by_office, with_whole_given_name
from core.recognition.presence import Presence
from core.recognition.tagger import GUIDELINES, LABELS, load_tagger, sentence_places
from core.text.spans import Span, longest_first


def find_names(reading: ReadingText) -> Iterator[Mention]:
    """The persons, places and organizations of an article, flat and in reading order.

    Labels of the user's own scheme that the tagger has learnt come along as they are.
    """
    yield from names_under(reading, learnt.adopted(model_version("names")))


def names_under(reading: ReadingText, head: LearntHead | None) -> Iterator[Mention]:
    """The same with a certain head in use, or with what is shipped."""
    yield from name_confidence.weighed(found_under(reading, head))


def found_under(reading: ReadingText, head: LearntHead | None) -> Found:
    """The names before their confidence is weighed, with what they were found by."""
    text, lexicon = reading.simplified, load_lexicon()
    spans = [block.span for block in reading.passages()]
    tagged, presence = _tag(text, spans, head)
    starts = {mention.span.start for mention in tagged}
    own = [mention for mention in tagged if mention.label not in LABELS]
    ours = [mention for mention in tagged if mention.label in LABELS]
    settled = [name for mention in ours for name in settle(text, mention, presence, lexicon, starts)]
    certain = list(chain(name_people.find_authors(reading), _certain(text, spans, presence)))
    likely = list(_likely(text, spans, presence, lexicon))
    known = [m for m in likely if m.origin == "names/lexicon" and len(m.span) > 2]
    regions = [r for span in spans for r in name_rules.find_autonomous(text, span, presence, lexicon)]
    apart = join_beside(text, _apart(certain, [*own, *known, *regions, *settled], likely))
    names = [named_by_office(text, with_whole_given_name(text, name, presence)) for name in apart]
    names = name_memory.agree_on_labels(text, names, lexicon)
    names = _apart(names, list(name_rules.find_next_level(text, names, presence)))
    names = _apart([*name_memory.find_joined(text, names, spans, lexicon)], names)
    again = name_memory.find_again(text, names, spans, presence)
    titled = find_titled(text, names, spans)
    names = [name for name in longest_first([*names, *again, *titled]) if not _is_part_of_word(text, name)]
    return Found(text, name_memory.agree_on_labels(text, names, lexicon), ours, presence, lexicon)


def _tag(text: str, spans: Iterable[Span], head: LearntHead | None) -> tuple[list[Mention], Presence]:
    """What the tagger finds, and how likely each character of the text is part of a name."""
    places = sentence_places(text, spans)
    tagged = load_tagger().tag([text[start:end] for start, end in places], GUIDELINES, head)
    mentions = [
        Mention(Span(start + n.start, start + n.end), n.label, None, n.score, "names/tagger")
        for (start, _), sentence in zip(places, tagged, strict=True)
        for n in sentence.names
    ]
    stretches = ((start, sentence.presence) for (start, _), sentence in zip(places, tagged, strict=True))
    return mentions, Presence(len(text), stretches)


def _certain(text: str, spans: Iterable[Span], presence: Presence) -> Iterator[Mention]:
    """Names whose form leaves no doubt: they take their place before the tagger's."""
    for span in spans:
        yield from name_rules.find_foreign(text, span, presence)
        yield from name_people.find_veiled(text, span)
        yield from name_rules.find_fused(text, span)
        yield from name_rules.find_lines(text, span)
        yield from name_rules.find_bracketed(text, span)
        yield from name_rules.find_country_pairs(text, span)
        yield from name_rules.find_quoted(text, span, presence)
        yield from name_rules.find_listed(text, span, presence)


def _likely(text: str, spans: Iterable[Span], presence: Presence, lexicon: Lexicon) -> Iterator[Mention]:
    for span in spans:
        yield from name_people.find_with_office(text, span, presence)
        yield from name_rules.find_known(text, span, presence, lexicon)


def _apart(*groups: list[Mention]) -> list[Mention]:
    """All that do not overlap; an earlier group takes its places before a later one."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for group in groups:
        free = [m for m in group if taken.isdisjoint(range(m.span.start, m.span.end))]
        chosen = longest_first(free)
        kept += chosen
        taken.update(place for m in chosen for place in range(m.span.start, m.span.end))
    return sorted(kept, key=lambda mention: mention.span)


def _is_part_of_word(text: str, name: Mention) -> bool:
    """北京|冬奥会, 四川|话, 台风|“杜苏芮”: with what stands beside it, it is an event or a thing."""
    if name.label == "LOC" and name_words.event().match(text, name.span.end):
        return True
    around = text[max(0, name.span.start - 4) : name.span.end + 4]
    if any(name.span.of(text) in found[0] for found in name_words.saying().finditer(around)):
        return True
    return text.endswith("台风", 0, name.span.start) or text.endswith("台风“", 0, name.span.start)
