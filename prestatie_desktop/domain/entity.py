"""What every thing in a dossier has in common: an id, and a name for its sort."""

from dataclasses import dataclass

from prestatie_desktop.domain.identity import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One thing in the dossier. A change never alters it: a new value takes its place."""

    id: Id


@dataclass(frozen=True, slots=True)
class Ref:
    """Points at one entity: its sort (`agreement`, `party`, …) and its id."""

    sort: str
    id: Id
