"""A word that is none of a field's words."""

from __future__ import annotations

from hsplan.findings import listed, nearest, shorten
from hsplan.schema.kinds import Choice
from hsplan.schema.phrases import likeness


def proposed(choice: Choice, value: str) -> tuple[str, ...]:
    """The words of the choice that a text may have meant, as far as `word_fault` names any."""
    meanings, asks = _meanings(choice), {likeness(word): ask.answers for ask in choice.asks for word in ask.words}
    plain = likeness(value)
    several = _several(plain, meanings)
    if several:
        return tuple(several)
    start = next((each for each in _starts(plain) if each in asks or each in meanings), "")
    if start:
        return asks[start] if start in asks else (meanings[start],)
    near = nearest(plain, meanings, 0.75)
    return (meanings[near],) if near else ()


def word_fault(choice: Choice, key: str, value: str) -> tuple[str, str]:
    """Message and help: the word that was meant where that can be told, a question where it could be two."""
    message = f'"{shorten(value)}" is not a word that "{key}" takes.'
    words = f"Write one of: {', '.join(word.word for word in choice.words)}."
    meanings, questions = _meanings(choice), _questions(choice)
    plain = likeness(value)
    several = _several(plain, meanings)
    if several:
        words = listed(f'"{word}"' for word in several)
        return message, f"It says several things: {words}. Write the one that is right."
    for start in _starts(plain):
        rest = " and the rest into a note" if start != plain else ""
        if start in questions:
            return message, questions[start]
        if start in meanings:
            found = next(word for word in choice.words if word.word == meanings[start])
            return f'{message} Did you mean "{found.word}"?', f"{found.word}: {found.description}" if not rest else (
                f'Write "{found.word}"{rest}.'
            )
    near = nearest(plain, meanings, 0.75)
    return (f'{message} Did you mean "{meanings[near]}"?', words) if near else (message, words)


def _several(plain: str, meanings: dict[str, str]) -> list[str]:
    """The different words that a text with a slash, a comma or an "and" holds, where they are more than one."""
    if plain in meanings:
        return []
    for sign in ("/", ";", "&", "+", " and ", " or "):
        plain = plain.replace(sign, ",")
    found = list(dict.fromkeys(meanings[part] for part in map(str.strip, plain.split(",")) if part in meanings))
    return found if len(found) > 1 else []


def _starts(plain: str) -> list[str]:
    """The whole text, then ever fewer of its first words: "complete, see minutes" begins with a known one."""
    parts = plain.replace(",", " ").replace(";", " ").replace(":", " ").split()
    return [plain, *(" ".join(parts[:count]) for count in range(len(parts), 0, -1))]


def _meanings(choice: Choice) -> dict[str, str]:
    found = {likeness(also): word.word for word in choice.words for also in word.also}
    found.update({likeness(word.word): word.word for word in choice.words})
    return found


def _questions(choice: Choice) -> dict[str, str]:
    return {likeness(word): ask.question for ask in choice.asks for word in ask.words}
