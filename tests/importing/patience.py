"""How long anything hostile may take before it counts as running away: a guard, no measure."""

#: Seconds of CPU. What is bounded takes a fraction of this on any machine, what is not takes minutes.
PATIENCE = 25
