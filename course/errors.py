"""What is wrong with content, and the one error that it raises: file, place, rule, value, remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from course import messages
from course.kit_error import KitError, shortened


@dataclass(frozen=True)
class Fault:
    """A place in a course that breaks a rule.

    It reads ``file: place: rule, got value``, so that an author can find the line and mend it without
    reading code. What differs from case to case stands in ``terms`` and not in ``rule``: the tables of
    :mod:`course.messages` say rules in other languages.

    Attributes
    ----------
    file
        Path of the file, relative to the data folder; notebooks with their folder.
    place
        Row, item id, cell or field inside the file.
    rule
        What is required and how it is mended, in plain words, with a name in braces for each of ``terms``.
    value
        What stands there instead; left out when not given.
    terms
        What the rule's names in braces stand for.
    """

    file: str
    place: str
    rule: str
    value: object = ...
    terms: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        got = "" if self.value is ... else f", got {shortened(self.value)}"
        return f"{self.file}: {self.place}: {messages.filled(self.rule, self.terms)}{got}"

    def plain(self) -> dict[str, object]:
        """Return its fields as another process can be told them; made of them again it is the same fault."""
        fields = {name: value for name, value in vars(self).items() if value is not ...}
        return fields | {"terms": dict(self.terms)}

    def told(self, language: str = messages.DEFAULT) -> str:
        """Return what an author reads, in one of :data:`course.messages.LANGUAGES`."""
        if language == messages.WRITTEN:
            return str(self)
        return messages.told(language, self.file, self.place, self.rule, self.value, self.terms)


def first_fault(check: Callable[..., None], *given: object) -> Iterator[Fault]:
    """Yield the fault at which a check of one entry stops.

    Where an entry names what does not exist, the check may find nothing to look at; that is a fault of its own,
    which the rules of references name.
    """
    try:
        check(*given)
    except ContentError as error:
        yield from error.faults
    except LookupError:
        return


class ContentError(KitError, ValueError):
    """Content that breaks rules; ``faults`` says which and where, see :class:`Fault`.

    Parameters
    ----------
    file, place, rule, value, terms
        As in :class:`Fault`.
    """

    faults: tuple[Fault, ...]

    def __init__(
        self,
        file: Path | str,
        place: str,
        rule: str,
        value: object = ...,
        terms: Mapping[str, object] | None = None,
    ) -> None:
        self.faults = (Fault(str(file), place, rule, value, terms or {}),)
        super().__init__(self.faults[0])

    @classmethod
    def of(cls, faults: Iterator[Fault] | list[Fault]) -> ContentError:
        """Return the error that faults are, one or more, where nothing may go on."""
        found = tuple(faults)
        error = cls.__new__(cls)
        error.args = ("\n".join(map(str, found)),)
        error.faults = found
        return error

    def told(self, language: str = messages.DEFAULT) -> str:
        """Return every fault in a line of its own, as :meth:`Fault.told`."""
        return "\n".join(fault.told(language) for fault in self.faults)
