"""What the user can act on. Everything that is not a Problem is our own fault."""

from __future__ import annotations


class Problem(Exception):
    """Something the user can put right: a code (`noun.reason`) and the facts of the sentence.

    `wording.problems.say` turns it into a sentence. A fact named `field` says beside which
    field of a form the sentence belongs; `sheet`, `row`, `column` name a place in a workbook.
    `more` holds further problems of the same attempt (a workbook with three bad rows).
    """

    def __init__(self, code: str, more: tuple[Problem, ...] = (), /, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts
        self.more = more

    @property
    def field(self) -> str | None:
        """The form field the problem belongs to, if it belongs to one."""
        name = self.facts.get("field")
        return None if name is None else str(name)

    def each(self) -> tuple[Problem, ...]:
        """This problem and all further ones."""
        return (self, *self.more)
