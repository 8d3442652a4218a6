"""What a person decided, step by step, so that each step can be taken back."""

from dataclasses import dataclass, field

from prestatie_desktop.importing.decisions import NOTHING_DECIDED, Decisions


@dataclass(frozen=True, slots=True)
class Step:
    """What was decided in words, and everything that was decided then."""

    name: str
    decisions: Decisions


@dataclass(slots=True)
class DecisionSteps:
    """Undo and redo of decisions."""

    done: list[Step] = field(default_factory=lambda: [Step("", NOTHING_DECIDED)])
    undone: list[Step] = field(default_factory=list)

    @classmethod
    def beginning_with(cls, decisions: Decisions) -> "DecisionSteps":
        """What was decided before, which is no step to take back."""
        return cls([Step("", decisions)])

    @property
    def decisions(self) -> Decisions:
        """As they are now."""
        return self.done[-1].decisions

    @property
    def to_undo(self) -> str:
        """What undo would take back; "" for nothing."""
        return self.done[-1].name

    @property
    def to_redo(self) -> str:
        """What redo would do again; "" for nothing."""
        return self.undone[-1].name if self.undone else ""

    def take(self, name: str, decisions: Decisions) -> bool:
        """Decide; False when nothing is different."""
        if decisions == self.decisions:
            return False
        self.done.append(Step(name, decisions))
        self.undone.clear()
        return True

    def undo(self) -> str:
        """Take the last step back; returns its name."""
        if len(self.done) == 1:
            return ""
        self.undone.append(self.done.pop())
        return self.undone[-1].name

    def go_back_to(self, decisions: Decisions) -> None:
        """Be where these were the decisions, whether that was before or after."""
        steps = [*self.done, *reversed(self.undone)]
        places = [place for place, step in enumerate(steps) if step.decisions is decisions]
        if places:
            self.done = steps[: places[0] + 1]
            self.undone = steps[places[0] + 1 :][::-1]

    def redo(self) -> str:
        """Do the step again that was taken back; returns its name."""
        if not self.undone:
            return ""
        self.done.append(self.undone.pop())
        return self.done[-1].name
